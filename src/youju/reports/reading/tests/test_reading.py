"""A reading as a whole."""

import time
from io import BytesIO
from itertools import pairwise

from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from youju.reports.reading.docx_text import read_docx
from youju.reports.reading.reading import read
from youju.reports.reading.tests.scoring import indicators, labelled_texts


def test_an_empty_text_has_nothing_to_say():
    assert read("").claims == []
    assert read("").faults == []
    assert read(" \n\n ").claims == []


def test_claims_come_in_order_and_point_at_their_words():
    text = labelled_texts()["11"][0]
    claims = [claim for claim in read(text, indicators()).claims if claim.value is not None]
    assert all(text[claim.start : claim.end] == claim.text for claim in claims)
    assert all(one.end <= other.start for one, other in pairwise(claims))


def test_reading_twice_gives_the_same():
    text = labelled_texts()["08"][0]
    assert read(text, indicators()) == read(text, indicators())


def test_kinds_tell_counts_roundings_and_rates_apart():
    claims = read("发展会员320人，输出劳务120多人，参与率95%。").claims
    assert [claim.kind for claim in claims] == ["count", "rounded", "rate"]


def test_the_time_spoken_of_is_noted():
    text = "比去年同期的64家增加33家，目前共有会员900人，新发展会员20人，年初建档517户。"
    assert [claim.period_note for claim in read(text).claims] == ["去年", "新增", "目前", "新增", "年初"]


def test_five_thousand_characters_are_read_well_within_a_second():
    text = "\n".join(text for text, _ in labelled_texts().values())[:5000]
    read(text[:200], indicators())
    start = time.process_time()
    read(text, indicators())
    assert time.process_time() - start < 1


LETTERS = "工会员职0123456789一二三十百千万亿两几多余近约%个人元户，。、；：（）“”《》\n 年月日第是其中分别为"


@given(st.text(alphabet=LETTERS, max_size=60))
def test_no_text_breaks_the_reader(text):
    reading = read(text)
    assert all(text[claim.start : claim.end] == claim.text for claim in reading.claims)
    assert all(0 <= fault.start < fault.end <= len(text) for fault in reading.faults)


def test_a_word_file_is_read_in_the_order_of_its_page():
    document = Document()
    document.add_paragraph("一、组织建设")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(table._cells, ("项目", "数量", "新发展会员", "320人"), strict=True):
        cell.text = words
    document.add_paragraph("以上为全年数字。")
    data = BytesIO()
    document.save(data)
    text = read_docx(data.getvalue())
    assert text == "一、组织建设\n项目\t数量\n新发展会员\t320人\n以上为全年数字。"
    assert read(text, indicators()).claims[0].code == "O04"


def test_a_merged_cell_is_read_once():
    document = Document()
    table = document.add_table(rows=1, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "合计"
    table.cell(0, 2).text = "18个"
    data = BytesIO()
    document.save(data)
    assert read_docx(data.getvalue()) == "合计\t18个"
