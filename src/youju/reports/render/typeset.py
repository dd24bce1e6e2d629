"""The PDF for printing and keeping: typeset by Typst, fonts embedded, PDF/A-2b."""

import io
from pathlib import Path
from typing import Any

from youju.base.typesetting import pictures, typeset
from youju.reports.document import Document, Heading, Paragraph, Table
from youju.reports.render import appendix
from youju.reports.render.composition import (
    SHORT_TABLE,
    column_shares,
    is_short,
    signature_indents,
    title_lines,
)

TEMPLATE = Path(__file__).with_name("document.typ")
SCREEN = 110  # dots an inch: sharp enough to read, small enough for a phone


def pdf(document: Document) -> bytes:
    """The whole file; on one machine the same document always gives the same bytes."""
    return typeset(TEMPLATE, _data(document), when=appendix.moment(document))


def pages(document: Document) -> list[bytes]:
    """The pages of the PDF as PNG pictures."""
    return pictures(TEMPLATE, _data(document), ppi=SCREEN)


def _data(document: Document) -> dict[str, Any]:
    seal = document.seal
    names = (document.organisation, document.date)
    return {
        "title": document.title.replace("\n", ""),
        "title-lines": title_lines(document.title),
        "organisation": document.organisation,
        "description": f"{seal.edition} {seal.version} SHA-256 {seal.digest}"
        if seal
        else appendix.DRAFT_MARK,
        "draft": "" if seal else appendix.DRAFT_MARK,
        "motto": document.motto,
        "blocks": [_block(document, block) for block in document.blocks],
        "signature": list(zip(names, signature_indents(*names), strict=True)),
        "notes": [note.rstrip("。") for note in document.notes],
        "appendix": _appendix(document) if document.proofs else None,
        "seal": _seal(document) if seal else None,
    }


def _block(document: Document, block: Heading | Paragraph | Table) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"kind": "heading", "level": max(block.level, 1), "text": block.text}
    if isinstance(block, Table):
        return {
            "kind": "table",
            "columns": block.columns,
            "rows": _cells(block.rows),
            "shares": column_shares(block.columns, block.rows),
            "together": len(block.rows) <= SHORT_TABLE,
        }
    return {"kind": "paragraph", "runs": [vars(run) for run in appendix.runs(document, block)]}


def _cells(rows) -> list[list[dict[str, Any]]]:
    return [[{"text": text, "short": all(map(is_short, text.split("\n")))} for text in row] for row in rows]


def _appendix(document: Document) -> dict[str, Any]:
    lines = appendix.lines(document)
    return {
        "title": appendix.TITLE,
        "columns": appendix.COLUMNS,
        "widths": appendix.WIDTHS,
        "keys": [line.key for line in lines],
        "rows": _cells(appendix.cells(line) for line in lines),
    }


def _seal(document: Document) -> dict[str, Any]:
    picture = io.BytesIO()
    appendix.qr(document).save(picture, kind="svg", border=1, xmldecl=False, svgns=True)
    return {
        "lines": [*appendix.seal_lines(document.seal), appendix.seal_advice(document)],
        "qr": picture.getvalue().decode(),
        "alt": appendix.QR_NAME,
    }
