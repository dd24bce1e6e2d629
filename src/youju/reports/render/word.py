"""The editable Word file, in the look of GB/T 9704 (Chinese official documents)."""

import io

import docx as python_docx
from docx.document import Document as WordFile
from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX, WD_LINE_SPACING
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from youju.reports.document import Document, Heading, Paragraph, Table
from youju.reports.render import appendix, ooxml
from youju.reports.render.composition import (
    SHORT_TABLE,
    column_shares,
    is_short,
    signature_indents,
    title_lines,
)

FANGSONG, KAITI, HEITI, XIAOBIAOSONG, SONGTI = "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "宋体"
THREE, TWO, FOUR, FIVE, SMALL = 16, 22, 14, 10.5, 9  # 三号 二号 四号 五号 小五
HEADING_FACES = {1: HEITI, 2: KAITI, 3: FANGSONG, 4: FANGSONG}
PITCH, TITLE_PITCH = Pt(28), Pt(34)
TEXT_WIDTH = 156  # mm
GREY = RGBColor(0x70, 0x70, 0x70)
CENTRE, RIGHT, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT


def docx(document: Document) -> bytes:
    """The whole file; the same document always gives the same bytes."""
    file = python_docx.Document()
    _page(file, draft=document.seal is None)
    _styles(file)
    ooxml.prepare(file, PITCH)
    _title(file, document.title, document.motto)
    _body(file, document)
    _closing(file, document)
    if document.proofs:
        _appendix(file, document)
    if document.seal:
        _seal(file, document)
    title, edition = document.title.replace("\n", ""), document.seal.edition if document.seal else ""
    ooxml.describe(file, title, document.organisation, edition, appendix.moment(document))
    return ooxml.packed(file)


def _page(file: WordFile, *, draft: bool) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(20), Mm(22)
    file.settings.odd_and_even_pages_header_footer = True
    for footer, alignment in ((section.footer, RIGHT), (section.even_page_footer, LEFT)):
        line = footer.paragraphs[0]
        line.alignment = alignment
        ooxml.indent(line, left=1, right=1)
        _run(line, "— ", SONGTI, FOUR, latin=SONGTI)
        ooxml.page_field(_run(line, "", SONGTI, FOUR, latin=SONGTI))
        _run(line, " —", SONGTI, FOUR, latin=SONGTI)
    for header in (section.header, section.even_page_header) if draft else ():
        header.paragraphs[0].alignment = RIGHT
        _run(header.paragraphs[0], appendix.DRAFT_MARK, HEITI, FIVE).font.color.rgb = GREY


def _styles(file: WordFile) -> None:
    """Normal is the text; headings are real headings, so that Word's navigation shows the chapters."""
    faces = {"Normal": FANGSONG} | {f"Heading {level}": face for level, face in HEADING_FACES.items()}
    for name, face in faces.items():
        style = file.styles[name]
        ooxml.set_font(style.element.get_or_add_rPr(), face)
        style.font.size, style.font.bold, style.font.italic = Pt(THREE), False, False
        style.font.color.rgb = RGBColor(0, 0, 0)
        form = style.paragraph_format
        form.space_before = form.space_after = Pt(0)
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, PITCH
        form.keep_with_next, form.keep_together = name != "Normal", False


def _run(paragraph: WordParagraph, text: str, face: str, size: float, *, latin: str = ooxml.LATIN) -> WordRun:
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    ooxml.set_font(run._r.get_or_add_rPr(), face, latin)
    if size == THREE:  # 28 characters in 156 mm
        ooxml.spaced(run, -0.25)
    return run


def _line(
    file: WordFile,
    text: str = "",
    face: str = FANGSONG,
    size: float = THREE,
    *,
    style: str = "Normal",
    first: int = 2,
):
    paragraph = file.add_paragraph(style=style)
    if first:
        ooxml.indent(paragraph, firstLine=first)
    if text:
        _run(paragraph, text, face, size)
    return paragraph


def _title(file: WordFile, title: str, motto: str = "") -> None:
    heading = _line(file, first=0)
    heading.alignment, heading.paragraph_format.line_spacing = CENTRE, TITLE_PITCH
    heading.paragraph_format.keep_with_next = True
    ooxml.free_of_grid(heading)
    for n, line in enumerate(title_lines(title)):
        run = _run(heading, "", XIAOBIAOSONG, TWO)
        if n:
            run.add_break()
        run.add_text(line)
    if motto:
        _line(file, motto, KAITI, first=0).alignment = CENTRE
    _line(file, first=0)


def _body(file: WordFile, document: Document) -> None:
    for block in document.blocks:
        if isinstance(block, Heading):
            level = min(max(block.level, 1), 4)
            _line(file, block.text, HEADING_FACES[level], style=f"Heading {level}")
        elif isinstance(block, Table):
            _table(file, block)
        else:
            _paragraph(file, document, block)


def _paragraph(file: WordFile, document: Document, block: Paragraph) -> None:
    paragraph = _line(file)
    for run in appendix.runs(document, block):
        words = _run(paragraph, run.text + run.mark, FANGSONG, THREE)
        if run.mark:
            words.font.highlight_color = WD_COLOR_INDEX.YELLOW
        if run.key:
            code = _run(paragraph, f"[{run.key}]", SONGTI, SMALL)
            code.font.color.rgb = GREY
            ooxml.raised(code, 5)
            ooxml.link_to(code, f"claim_{run.key}")


def _table(file: WordFile, block: Table) -> None:
    widths = [TEXT_WIDTH * share for share in column_shares(block.columns, block.rows)]
    table = _grid(file, block.columns, block.rows, widths, 12)
    for row in table.rows[:-1] if len(block.rows) <= SHORT_TABLE else ():
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    gap = _line(file, first=0)
    gap.paragraph_format.line_spacing = Pt(14)
    ooxml.free_of_grid(gap)


def _grid(file: WordFile, columns, rows, widths, size: float):
    table = file.add_table(1 + len(rows), len(columns), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    ooxml.cell_margins(table, Mm(1))
    for n, (row, cells) in enumerate(zip(table.rows, [columns, *rows], strict=True)):
        properties = row._tr.get_or_add_trPr()
        ooxml.child(properties, "w:cantSplit")
        if n == 0:
            ooxml.child(properties, "w:tblHeader")
        for cell, text, width in zip(row.cells, cells, widths, strict=True):
            cell.width, cell.vertical_alignment = Mm(width), WD_ALIGN_VERTICAL.CENTER
            _cell(cell.paragraphs[0], text, HEITI if n == 0 else FANGSONG, size)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    return table


def _cell(paragraph: WordParagraph, text: str, face: str, size: float) -> None:
    form = paragraph.paragraph_format
    form.line_spacing, form.space_before, form.space_after = Pt(size * 1.4), Pt(2), Pt(2)
    paragraph.alignment = CENTRE if face == HEITI or all(map(is_short, text.split("\n"))) else LEFT
    ooxml.free_of_grid(paragraph)
    ooxml.tight_digits(paragraph)
    _run(paragraph, text, face, size)


def _closing(file: WordFile, document: Document) -> None:
    """Note of the annex, signature, date, notes: held together, never alone on a page."""
    for paragraph in file.paragraphs[-1:]:
        paragraph.paragraph_format.keep_with_next = True
    if document.proofs:
        _line(file, first=0)
        _line(file, f"附件：{appendix.TITLE}")
    _line(file, first=0)
    _line(file, first=0)
    indents = signature_indents(document.organisation, document.date)
    for text, right in zip((document.organisation, document.date), indents, strict=True):
        paragraph = _line(file, text, first=0)
        paragraph.alignment = RIGHT
        ooxml.indent(paragraph, right=right)
    for paragraph in file.paragraphs[-6 if document.proofs else -4 : -1]:
        paragraph.paragraph_format.keep_with_next = True
    for note in document.notes:
        _line(file, f"（{note.rstrip('。')}）")


def _appendix(file: WordFile, document: Document) -> None:
    head = _line(file, "附件", HEITI, style="Heading 1", first=0)
    head.paragraph_format.page_break_before = True
    _line(file, first=0)
    _title(file, appendix.TITLE)
    lines = appendix.lines(document)
    rows = [appendix.cells(line) for line in lines]
    table = _grid(file, appendix.COLUMNS, rows, appendix.WIDTHS, SMALL)
    for number, (row, line) in enumerate(zip(table.rows[1:], lines, strict=True)):
        ooxml.bookmark(row.cells[0].paragraphs[0], f"claim_{line.key}", number)


def _seal(file: WordFile, document: Document) -> None:
    _line(file, first=0)
    table = file.add_table(1, 2)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    words, picture = table.rows[0].cells
    for column, width in zip(table.columns, (TEXT_WIDTH - 24, 24), strict=True):
        column.width = column.cells[0].width = Mm(width)
    words.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    ooxml.child(table.rows[0]._tr.get_or_add_trPr(), "w:cantSplit")
    for n, text in enumerate([*appendix.seal_lines(document.seal), appendix.seal_advice(document)]):
        paragraph = words.paragraphs[0] if n == 0 else words.add_paragraph()
        _cell(paragraph, text, SONGTI, SMALL)
        paragraph.alignment, paragraph.runs[0].font.color.rgb = LEFT, GREY
    image = io.BytesIO()
    appendix.qr(document).save(image, kind="png", scale=8, border=1)
    holder = picture.paragraphs[0]
    holder.alignment, holder.paragraph_format.line_spacing_rule = RIGHT, WD_LINE_SPACING.SINGLE
    shape = holder.add_run().add_picture(image, width=Mm(20))
    shape._inline.docPr.set("descr", appendix.QR_NAME)
