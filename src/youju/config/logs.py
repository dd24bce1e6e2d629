"""Logs that help the operator and tell nothing about anyone: no values, no numbers of people."""

import logging
import re
import time
import traceback
from pathlib import Path

KEPT = 12
# Identity card, bank card and phone numbers, also where they stand in a path.
NUMBERS = re.compile(r"(?<!\d)\d{11,19}[Xx]?(?!\d)")


class ImpersonalFormatter(logging.Formatter):
    """An exception's message may quote a row; its type and the lines it passed through may not."""

    def __init__(self):
        super().__init__("{asctime} {levelname} {name} {message}", style="{")

    def format(self, record):
        return NUMBERS.sub("〔号码〕", super().format(record))

    def formatException(self, exc_info):  # noqa: N802  as logging calls it
        kind, _, trace = exc_info
        lines = (f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace))
        return "\n".join([kind.__name__, *lines])


class MonthlyFile(logging.FileHandler):
    """One file a month, opened when first needed; several processes may append to it at once."""

    def __init__(self, folder: Path):
        self.folder = Path(folder)
        super().__init__(self._path(), delay=True, encoding="utf-8")

    def emit(self, record):
        if (path := self._path()) != self.baseFilename:
            self.close()
            self._closed = False  # `close` is final otherwise
            self.baseFilename = path
        super().emit(record)

    def _open(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        for old in sorted(self.folder.glob("youju-*.log"))[:-KEPT]:
            old.unlink(missing_ok=True)
        return super()._open()

    def _path(self) -> str:
        return str(self.folder.absolute() / time.strftime("youju-%Y-%m.log"))
