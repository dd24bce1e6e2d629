import io
import zipfile

import docx as python_docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from PIL import Image

from youju.reports.document import Document, Heading, Paragraph, Quote, Table, Unproven, Words
from youju.reports.render import appendix, docx
from youju.reports.render.tests.sample import draft_document, sample_document


@pytest.fixture(scope="module")
def document():
    return sample_document()


@pytest.fixture(scope="module")
def raw(document):
    return docx(document)


@pytest.fixture(scope="module")
def file(raw):
    return python_docx.Document(io.BytesIO(raw))


def small(*runs, **changes):
    document = Document("工作总结", "示范镇总工会", "2025年12月31日", (Paragraph(runs),), **changes)
    return python_docx.Document(io.BytesIO(docx(document)))


def paragraph(file, text):
    return next(p for p in file.paragraphs if text in p.text)


def east(run):
    return run._r.rPr.rFonts.get(qn("w:eastAsia"))


def indent(paragraph, side):
    return paragraph._p.pPr.ind.get(qn(f"w:{side}Chars"))


def test_the_same_document_gives_the_same_bytes(document, raw):
    assert docx(document) == raw


def test_no_part_of_the_file_carries_the_clock(raw):
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in parts.namelist() if "thumbnail" in name]


def test_the_page_is_that_of_an_official_document(file):
    section = file.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(m.mm) for m in margins] == [37, 35, 28, 26]
    grid = section._sectPr.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "560")


def test_page_numbers_stand_outside_right_and_left(file):
    section = file.sections[0]
    assert file.settings.odd_and_even_pages_header_footer
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert (odd.text, even.text) == ("— 1 —", "— 1 —")
    assert (odd.alignment, even.alignment) == (2, 0)
    assert [e.text for e in odd._p.iter(qn("w:instrText"))] == ["PAGE"]
    assert odd.runs[0].font.size == Pt(14)


def test_the_title_is_in_its_own_face_and_centred(file, document):
    title = file.paragraphs[0]
    assert title.text == document.title
    assert (east(title.runs[0]), title.runs[0].font.size, title.alignment) == ("方正小标宋简体", Pt(22), 1)


def test_a_long_title_is_broken_by_sense(document):
    whole = "示范镇总工会关于2025年度工会工作情况和2026年工作打算的报告"
    file = python_docx.Document(io.BytesIO(docx(draft_document(title=whole))))
    assert file.paragraphs[0].text == "示范镇总工会关于2025年度\n工会工作情况和2026年工作打算的报告"


def test_a_motto_stands_below_the_title_in_kaiti():
    motto = small(Words("正文"), motto="理清思路 循序渐进").paragraphs[1]
    assert (motto.text, east(motto.runs[0]), motto.alignment) == ("理清思路 循序渐进", "楷体_GB2312", 1)


@pytest.mark.parametrize(
    ("text", "face", "style"),
    [
        ("一、强化基层民主政治建设", "黑体", "Heading 1"),
        ("（一）组织建设", "楷体_GB2312", "Heading 2"),
        ("1.积极争取党政支持", "仿宋_GB2312", "Heading 3"),
    ],
)
def test_headings_have_the_faces_of_their_level(file, text, face, style):
    heading = paragraph(file, text)
    assert (east(heading.runs[0]), heading.style.name) == (face, style)
    assert heading.style.font.color.rgb == (0, 0, 0)
    assert heading.runs[0].font.size == Pt(16)


def test_text_is_fangsong_three_on_lines_of_28_points_with_two_characters_indent(file):
    text = paragraph(file, "坚持和完善三项制度")
    assert (east(text.runs[0]), text.runs[0].font.size) == ("仿宋_GB2312", Pt(16))
    assert text.style.paragraph_format.line_spacing == Pt(28)
    assert indent(text, "firstLine") == "200"


def test_claims_carry_a_code_that_leads_to_the_appendix(file):
    text = paragraph(file, "坚持和完善三项制度")
    assert "现有职工1756人[01]" in text.text
    link = text.hyperlinks[0]
    assert (link.text, link.fragment) == ("[01]", "claim_01")
    assert link.runs[0].font.size < Pt(10)
    names = {mark.get(qn("w:name")) for mark in file.element.body.iter(qn("w:bookmarkStart"))}
    assert {f"claim_{n:02}" for n in range(1, 20)} <= names


def test_without_proofs_there_are_neither_codes_nor_an_appendix():
    file = small(Words("培训231人次"))
    text = "\n".join(p.text for p in file.paragraphs)
    assert "[" not in text
    assert "附件" not in text
    assert file.tables == []


def test_unproven_text_is_highlighted_and_says_so(file):
    marked = [run for run in paragraph(file, "抓好“职工之家”").runs if run.font.highlight_color]
    assert [run.text for run in marked] == ["企业配套了篮球场、羽毛球场、电脑等设施〔未关联台账〕"]


def test_a_claim_without_its_proof_is_not_printed_as_if_it_were_proven():
    assert "发展会员320人〔未关联台账〕" in small(Quote("发展会员320人", "77")).paragraphs[2].text


def test_the_appendix_lists_every_claim(file, document):
    table = file.tables[-2]
    assert [cell.text for cell in table.rows[0].cells] == list(appendix.COLUMNS)
    rows = [tuple(cell.text for cell in row.cells) for row in table.rows[1:]]
    assert rows == [appendix.cells(line) for line in appendix.lines(document)]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert paragraph(file, "附件：数据引用一览")


def test_tables_fill_the_text_area(file):
    for table in file.tables:
        assert sum(column.width for column in table.columns) == pytest.approx(Mm(156), abs=Mm(0.1))


def test_a_table_of_the_text_is_kept_together(file):
    table = file.tables[0]
    assert [cell.text for cell in table.rows[1].cells] == ["介绍就业", "72人", "苏南、本县企业"]
    follows = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    assert follows == [True, True, None]


def test_a_long_table_may_run_over_pages():
    rows = tuple((str(n), "内容") for n in range(40))
    document = Document("总结", "单位", "日期", (Table(("序号", "内容"), rows),))
    table = python_docx.Document(io.BytesIO(docx(document))).tables[0]
    assert table.rows[1].cells[0].paragraphs[0].paragraph_format.keep_with_next is None


def test_the_signature_stands_on_the_right_with_the_date_four_characters_in(file):
    name = next(p for p in file.paragraphs if p.text == "示范镇总工会")
    date = next(p for p in file.paragraphs if p.text == "2025年12月31日")
    assert (name.alignment, date.alignment) == (2, 2)
    assert indent(date, "right") == "400"
    assert name.paragraph_format.keep_with_next
    assert paragraph(file, "（本期尚有3条记录待确认，未计入本总结）")


def test_the_seal_ends_the_document_with_a_code(file, document):
    words, picture = file.tables[-1].rows[0].cells
    assert "总结-2025-0001　第一版　2025-12-31 17:30" in words.text
    assert document.seal.digest[:16] in words.text
    image = Image.open(io.BytesIO(next(iter(file.part.package.image_parts)).blob))
    assert image.size[0] == image.size[1]
    assert picture.paragraphs[0].runs[0]._r.find(qn("w:drawing")) is not None


def test_a_draft_says_so_on_every_page_and_has_no_seal():
    file = python_docx.Document(io.BytesIO(docx(draft_document())))
    section = file.sections[0]
    assert section.header.paragraphs[0].text == section.even_page_header.paragraphs[0].text == "草稿，未定稿"
    assert "定稿编号" not in file.tables[-1].rows[0].cells[0].text


def test_a_final_edition_is_not_marked_as_a_draft(file):
    assert file.sections[0].header.paragraphs[0].text == ""


def test_the_file_says_what_it_is(file):
    about = file.core_properties
    assert (about.title, about.author, about.identifier) == (
        "示范镇总工会2025年工作总结",
        "示范镇总工会",
        "总结-2025-0001",
    )
    assert about.created.isoformat() == "2025-12-31T09:30:00+00:00"


def test_offices_without_the_usual_faces_are_told_what_stands_for_them(raw):
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        fonts = parts.read("word/fontTable.xml").decode()
    assert 'w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong' in fonts


def test_special_characters_stand_as_written():
    assert (
        small(Words("产值 < 3 & > 1"), Unproven("“引号”")).paragraphs[2].text
        == "产值 < 3 & > 1“引号”〔未关联台账〕"
    )


def test_a_heading_below_the_known_levels_is_still_set():
    document = Document("总结", "单位", "日期", (Heading(6, "（a）更深一层"),))
    file = python_docx.Document(io.BytesIO(docx(document)))
    assert paragraph(file, "更深一层").style.name == "Heading 4"
