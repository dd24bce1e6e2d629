import ctypes
import dataclasses
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pypdfium2
import pytest

from youju.base import fonts
from youju.reports.document import Document, Paragraph, Words
from youju.reports.render import appendix, pdf
from youju.reports.render.tests.sample import draft_document, sample_document


@pytest.fixture(scope="module")
def document():
    return sample_document()


@pytest.fixture(scope="module")
def raw(document):
    return pdf(document)


@pytest.fixture(scope="module")
def pages(raw):
    file = pypdfium2.PdfDocument(raw)
    yield [file[n] for n in range(len(file))]
    file.close()


def text(page):
    return page.get_textpage().get_text_range().replace("\r", "").replace("\u2060", "")


def solid(page):
    """The page's text without line ends and spaces, as breaks and gaps are the typesetter's."""
    return "".join(text(page).split())


def small(**changes):
    plain = Document("工作总结", "示范镇总工会", "2025年12月31日", (Paragraph((Words("正文。"),)),))
    return dataclasses.replace(plain, **changes)


def first_page(document):
    return solid(pypdfium2.PdfDocument(pdf(document))[0])


def lines_from_top(page, x):
    """Baselines of the characters that start at `x` points from the left edge."""
    words = page.get_textpage()
    found = set()
    for n in range(words.count_chars()):
        left, _bottom, right, top = words.get_charbox(n, loose=True)
        if abs(left - x) < 1.5 and right - left > 12:
            found.add(round(top, 1))
    return sorted(found, reverse=True)


def test_the_same_document_gives_the_same_bytes(document, raw):
    assert pdf(document) == raw


def test_many_can_be_made_at_the_same_time(raw, document):
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(pdf, [document] * 8)) == {raw}


def test_it_is_an_archivable_file(raw):
    assert raw.startswith(b"%PDF-1.7")
    assert b"<pdfaid:part>2</pdfaid:part>" in raw
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in raw


def test_its_date_is_that_of_the_sealing(raw):
    assert b"2025-12-31T09:30:00+00:00" in raw


def test_every_font_is_embedded(pages):
    found = {obj.get_font() for page in pages for obj in page.get_objects() if hasattr(obj, "get_font")}
    assert found
    assert all(font.is_embedded for font in found)


def test_text_and_claims_can_be_read_out_again(pages):
    whole = "".join(map(solid, pages))
    assert "示范镇总工会2025年工作总结" in whole
    assert "现有职工1756人[01]，基层工会组织18个[02]" in whole
    assert "企业配套了篮球场、羽毛球场、电脑等设施〔未关联台账〕" in whole
    assert "附件：数据引用一览" in whole
    assert "（本期尚有3条记录待确认，未计入本总结）" in whole


def test_every_line_of_the_appendix_is_printed(document, pages):
    first = next(n for n, page in enumerate(pages) if solid(page).startswith("附件数据引用一览"))
    printed = [solid(page) for page in pages[first:]]
    assert all("编号指标口径期间数值记录数补录占比" in page for page in printed)
    for line in appendix.lines(document):
        assert "".join(line.value.split()) in "".join(printed)
        assert line.label in "".join(printed)


def test_the_seal_is_printed_at_the_end(document, pages):
    last = solid(pages[-1])
    assert "定稿编号总结-2025-0001第一版2025-12-3117:30王某某定稿" in last
    assert document.seal.digest[:16] in last


def test_pages_are_numbered_outside(pages):
    for number, page in enumerate(pages, 1):
        assert f"—{number}—" in solid(page)
    width, _height = pages[0].get_size()
    for page, right in zip(pages[:2], (True, False), strict=True):
        finder = page.get_textpage().search("—")
        index, _count = finder.get_next()
        assert (page.get_textpage().get_charbox(index)[0] > width / 2) is right


def test_the_page_is_a4_with_lines_of_28_points(pages):
    width, height = pages[1].get_size()
    assert (round(width), round(height)) == (595, 842)
    lines = lines_from_top(pages[0], 28 / 25.4 * 72)
    steps = [round(a - b) for a, b in pairwise(lines)]
    assert steps
    assert all(step % 28 == 0 for step in steps)


def test_codes_lead_to_the_appendix(raw, pages):
    links = 0
    for page in pages[:2]:
        position, link = ctypes.c_int(0), pypdfium2.raw.FPDF_LINK()
        while pypdfium2.raw.FPDFLink_Enumerate(page, position, link):
            links += 1
    assert links == 19


def test_chapters_are_bookmarks(raw):
    outline = [mark.get_title() for mark in pypdfium2.PdfDocument(raw).get_toc()]
    assert "一、强化基层民主政治建设" in outline
    assert outline[-1] == "附件"


def test_a_draft_says_so_on_every_page():
    file = pypdfium2.PdfDocument(pdf(draft_document()))
    assert all("草稿，未定稿" in solid(file[n]) for n in range(len(file)))


def test_a_final_edition_is_not_marked_as_a_draft(pages):
    assert "草稿" not in "".join(map(solid, pages))


def test_a_plain_document_has_one_page_without_appendix_or_seal():
    file = pypdfium2.PdfDocument(pdf(small()))
    assert len(file) == 1
    assert "附件" not in solid(file[0])


def test_a_motto_and_a_long_title_are_set():
    title = "示范镇总工会关于2025年度工会工作情况和2026年工作打算的报告"
    said = first_page(small(title=title, motto="理清思路循序渐进"))
    assert title in said
    assert "理清思路循序渐进" in said


def test_text_is_never_read_as_markup():
    said = first_page(small(blocks=(Paragraph((Words("#panic() $x$ *粗* _斜_ <标签> @引用 = 标题"),)),)))
    assert "#panic()$x$*粗*_斜_<标签>@引用=标题" in said


def test_a_face_of_the_office_comes_before_ours():
    known = [
        "FangSong",
        "SimHei",
        "KaiTi",
        "SimSun",
        "FZXiaoBiaoSong-B05S",
        "Noto Serif SC",
        "Times New Roman",
    ]
    faces = fonts.chosen(known)
    assert faces["仿宋"] == [{"name": "Times New Roman", "covers": "latin-in-cjk"}, "FangSong"]
    assert faces["小标宋"][-1] == "FZXiaoBiaoSong-B05S"


def test_a_missing_face_is_named_instead_of_printing_boxes():
    with pytest.raises(fonts.FontsMissing, match="生成 PDF 缺少中文字体：黑体、楷体。"):
        fonts.chosen(["Noto Serif SC"])


def test_without_any_font_no_file_is_made(monkeypatch, tmp_path):
    bare = fonts.found((tmp_path,), system=False)
    monkeypatch.setattr(fonts, "found", lambda _folders: bare)
    with pytest.raises(fonts.FontsMissing, match="YOUJU_FONT_DIR"):
        pdf(small())


def test_the_folder_of_the_office_is_searched_first(monkeypatch, tmp_path):
    monkeypatch.setenv("YOUJU_FONT_DIR", str(tmp_path))
    assert fonts.folders()[0] == tmp_path
    monkeypatch.setenv("YOUJU_FONT_DIR", str(tmp_path / "gone"))
    assert tmp_path / "gone" not in fonts.folders()
