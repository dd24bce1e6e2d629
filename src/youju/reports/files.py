"""The three files of a final edition, made anew from what was sealed: the same bytes every time."""

from pathlib import Path

from youju.reports.models import Edition
from youju.reports.render import docx, html, pdf
from youju.reports.sealing import document_of

FORMATS = {"docx": docx, "pdf": pdf, "html": html}


def render(edition: Edition, kind: str) -> bytes:
    return FORMATS[kind](document_of(edition))


def name_of(edition: Edition, kind: str) -> str:
    return f"{edition.title}（第{edition.version}版）.{kind}"


def write(edition: Edition, folder: Path) -> list[Path]:
    """Write Word, PDF and HTML into a folder; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    document = document_of(edition)
    paths = []
    for kind, make in FORMATS.items():
        path = folder / name_of(edition, kind)
        path.write_bytes(make(document))
        paths.append(path)
    return paths
