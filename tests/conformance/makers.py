"""A maker of one confirmed record for every ledger, gathered from the lines' own makers."""

from importlib import import_module
from pathlib import Path

from tests import makers as kernel

FOLDER = Path(kernel.__file__).parent

MAKERS = {}
for file in sorted(FOLDER.glob("makers_*.py")):
    MAKERS |= import_module(f"tests.{file.stem}").MAKERS
