"""The text of a Word file."""

from io import BytesIO

from docx import Document
from docx.table import Table


def read_docx(data: bytes) -> str:
    """Paragraphs and tables in the order of the page; a table row is one line, its cells parted by tabs."""
    lines: list[str] = []
    for block in Document(BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            lines.extend(_rows(block))
        else:
            lines.append(block.text)
    return "\n".join(lines)


def _rows(table: Table) -> list[str]:
    rows = []
    for row in table.rows:
        cells, last = [], None
        for cell in row.cells:
            # A merged cell comes once for every column it spans.
            if cell._tc is not last:
                cells.append(cell.text.replace("\n", " ").strip())
            last = cell._tc
        rows.append("\t".join(cells))
    return rows
