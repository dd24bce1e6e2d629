"""The three files of a report: `docx`, `pdf` and `html`, each a pure function from a document to bytes.

`pages` draws the PDF as pictures.
"""

from youju.reports.render.page import html, policy
from youju.reports.render.typeset import pages, pdf
from youju.reports.render.word import docx

__all__ = ["docx", "html", "pages", "pdf", "policy"]
