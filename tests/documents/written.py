"""Documents made from the code. A test compares; `YOUJU_TEST_WRITE=1` writes them anew."""

import os
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def check(name: str, text: str) -> None:
    """The document says what the code says."""
    path = DOCS / name
    if os.environ.get("YOUJU_TEST_WRITE"):
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text, f"docs/{name} is stale: run the tests with YOUJU_TEST_WRITE=1"


def table(*rows: tuple[str, ...]) -> str:
    """A Markdown table; the first row holds the headings."""
    head, *body = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join([head, "|" + "---|" * len(rows[0]), *body])
