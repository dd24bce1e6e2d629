"""The three files of a report: `docx`, `pdf` and `html`, each a pure function from a document to bytes."""

from youju.reports.render.page import html
from youju.reports.render.typeset import pdf
from youju.reports.render.word import docx

__all__ = ["docx", "html", "pdf"]
