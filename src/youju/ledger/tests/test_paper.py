"""Ledgers on paper: what the form says, who signs, what belongs to it; the file of an inspection."""

import io
from datetime import date, datetime

import pypdfium2
import pytest
from django.core.exceptions import ValidationError
from tests.conformance.makers import MAKERS
from tests.makers import make_membership, make_organisation, make_person
from tests.makers_education import make_training
from tests.makers_relief import make_household, make_warmth_visit

from youju.base import clock, periods
from youju.catalogue import LEDGERS
from youju.ledger import attaching, paper
from youju.ledger.attaching import Upload
from youju.ledger.paper import Told
from youju.ledger.scope import Scope
from youju.ledger.showing import Reader
from youju.org.access import Access
from youju.records import writing
from youju.records.tests import files

pytestmark = pytest.mark.django_db
MEMBERS, VISITS = LEDGERS["organising.members"], LEDGERS["relief.visits"]


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    settings.YOUJU_HOME = tmp_path


@pytest.fixture
def visit(township):
    home = make_household(township, make_person(township, name="张老汉"), village="北芹村")
    return make_warmth_visit(township, home, occurred_on=date(2025, 1, 20), goods="米、面、油")


def pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return [text.replace("\r\n", "\n") for text in texts]


def outline(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    titles = [item.get_title() for item in document.get_toc()]
    document.close()
    return titles


def printed(user, ledger, township, **options) -> list[str]:
    access = Access(user)
    records = options.pop("records", ledger.records(access))
    return pages(paper.paper(ledger, Reader(access), records, unit=township, period="2025年", **options))


def attached(user, record, *uploads):
    made = [Upload(name, io.BytesIO(data)) for name, data in uploads]
    return attaching.attach(Access(user), record, made, "photo")


def test_the_form_has_title_unit_period_rows_and_who_signs(clerk, township, visit):
    (text,) = printed(clerk, VISITS, township)
    for part in (
        "送温暖台账",
        "单位：某镇总工会",
        "期间：2025年",
        "共 1 条",
        "填表人：",
        "审核人：",
        "日期：",
    ):
        assert part in text
    for part in ("2025-01-20", "张老汉户（北芹村）", "300元", "米、面、油"):
        assert part in text
    assert "第 1 页" in text
    assert "共 1 页" in text


def test_a_form_is_printed_at_any_fraction_of_a_second(clerk, township, visit):
    with clock.at(datetime(2026, 1, 5, 9, 30, 7, 123_456, tzinfo=clock.CHINA)):
        (text,) = printed(clerk, VISITS, township)
    assert "2026-01-05 打印" in text


def test_columns_stand_in_the_order_of_the_paper_form(clerk, township, visit):
    (text,) = printed(clerk, VISITS, township)
    text = text.replace("\n", "")
    places = [text.index(heading) for heading in ("序号", "批次", "困难家庭", "慰问金", "资金来源")]
    assert places == sorted(places)


def test_whoever_does_not_keep_the_records_gets_masked_names(auditor, township, visit):
    (text,) = printed(auditor, VISITS, township)
    assert "张老汉" not in text
    assert "张**" in text


def test_evidence_is_listed_below_with_its_kind_and_name(clerk, township, visit):
    attached(clerk, visit, ("领取签字.jpg", files.photo()), ("合影.png", files.image("PNG")))
    (text,) = printed(clerk, VISITS, township)
    assert "附件目录" in text
    assert "领取签字.jpg" in text
    assert visit.number in text


def test_void_records_are_not_printed_and_those_that_wait_are_counted(clerk, township, village):
    make_membership(village, make_person(township, name="甲某"))
    writing.void(make_membership(village, make_person(township, name="乙某")), by=None, reason="重复")
    make_waiting(village, township)
    (text,) = printed(clerk, MEMBERS, township)
    assert "共 2 条" in text
    assert "乙某" not in text
    assert "其中 1 条待确认" in text


def test_those_who_took_part_are_counted_on_the_form(clerk, township):
    trainings = LEDGERS["education.trainings"]
    make_training(township, "甲某", "乙某", title="安全讲座")
    (text,) = printed(clerk, trainings, township)
    assert "参加人次" in text.replace("\n", "")
    assert text.partition("各条均未填写")[0].strip().endswith(" 2")


def test_columns_that_nobody_filled_in_are_named_below_instead_of_printed(clerk, township, visit):
    (text,) = printed(clerk, VISITS, township)
    head, _, note = text.partition("各条均未填写、未印出的栏目：")
    assert "重复慰问理由" not in head.replace("\n", "")
    assert "重复慰问理由" in note.replace("\n", "")


@pytest.mark.parametrize("columns", [4, 12, 22])
def test_no_day_is_broken_or_leaves_its_cell_however_many_columns_there_are(columns):
    headings = [f"第{place}项要填的内容" for place in range(columns)]
    cells = [
        "2025-03-08" if place % 3 else "某某有限公司女职工权益保护专项集体合同" for place in range(columns)
    ]
    size, widths = paper._fitted(headings, [cells] * 3)
    millimetres = [paper.WIDTH * width / sum(widths) - paper.INSET for width in widths]
    assert size >= 6.5
    for place, room in enumerate(millimetres):
        assert room >= (10 if place % 3 else 4) * paper._half(size) - 0.1


def make_waiting(village, township):
    from youju.people.models import Membership

    person = make_person(township, name="丙某")
    writing.enter(Membership(organisation=village, person=person, from_on=date(2025, 3, 1)), by=None)


def test_a_long_list_repeats_its_headings_and_numbers_its_pages(clerk, township, village):
    for number in range(45):
        make_membership(village, make_person(township, name=f"王{number}"))
    texts = printed(clerk, MEMBERS, township)
    assert len(texts) > 1
    assert all("会籍类别" in text for text in texts)
    assert f"第 2 页　共 {len(texts)} 页" in texts[1]


def test_a_book_is_not_printed(clerk, township, village, monkeypatch):
    monkeypatch.setattr(paper, "MOST_ROWS", 1)
    for name in "甲乙":
        make_membership(village, make_person(township, name=name))
    with pytest.raises(ValidationError, match="会员超过 1 条，请缩小范围后再打印"):
        printed(clerk, MEMBERS, township)


def test_what_people_typed_is_never_read_as_markup(clerk, township):
    home = make_household(township)
    make_warmth_visit(township, home, goods='#panic("x") $a$ *粗* <b> \\ [米]')
    (text,) = printed(clerk, VISITS, township)
    assert '#panic("x") $a$ *粗* <b>' in text.replace("\n", "")


@pytest.mark.one_engine
@pytest.mark.parametrize("ledger", LEDGERS.values(), ids=LEDGERS)
def test_every_ledger_has_its_paper(ledger, clerk, township, village):
    MAKERS[ledger.code](village)
    texts = printed(clerk, ledger, township)
    assert str(ledger.label) in texts[0]


# -- the file for an inspection ----------------------------------------------------------------


def bound(user, township, papers, figures=()) -> bytes:
    return paper.packet(
        Reader(Access(user)), papers, figures, title="帮扶救助迎检资料", unit=township, period="2025年"
    )


def gathered(user, ledger, scope):
    records = paper.of_scope(ledger, Access(user), scope)
    return paper.gathered(ledger, records, unit=scope.organisation, period=scope.period.label)


def test_the_file_has_cover_contents_papers_figures_and_pictures(clerk, township, village, visit):
    attached(
        clerk,
        visit,
        ("合影.jpg", files.photo()),
        ("发放表.pdf", files.pdf(2)),
        ("名单.xlsx", files.xlsx_file()),
    )
    make_membership(village)
    scope = Scope.of(Access(clerk), township, periods.year(2025))
    papers = [gathered(clerk, ledger, scope) for ledger in (VISITS, MEMBERS)]
    figures = [
        Told("帮扶慰问困难户", "1", "户", 1, "按户，不重复计。"),
        Told("入会率", "", "%", 0, "会员除以职工。"),
    ]
    data = bound(clerk, township, papers, figures)
    texts = pages(data)
    assert "帮扶救助迎检资料" in texts[0]
    assert "某镇总工会" in texts[0]
    assert "目" in texts[1]
    assert "送温暖台账" in texts[1]
    assert "另有 1 个附件未印入本册" in texts[1]
    assert "按户，不重复计。" in "".join(texts)
    captions = [title for title in outline(data) if visit.number in title]
    assert captions == [
        f"{visit.number} 照片：合影.jpg",
        f"{visit.number} 照片：发放表.pdf（1/2）",
        f"{visit.number} 照片：发放表.pdf（2/2）",
    ]
    assert {"送温暖台账", "会员", "数据和口径", "附件"} <= set(outline(data))


def test_contents_give_the_page_on_which_each_ledger_begins(clerk, township, village, visit):
    make_membership(village)
    scope = Scope.of(Access(clerk), township, periods.year(2025))
    texts = pages(bound(clerk, township, [gathered(clerk, ledger, scope) for ledger in (VISITS, MEMBERS)]))
    begins = {
        label: number
        for number, text in enumerate(texts, start=1)
        for label in ("送温暖台账", "会员")
        if text.startswith(label)
    }
    lines = texts[1].splitlines()
    for label, number in begins.items():
        assert any(line.startswith(label) and line.rstrip().endswith(str(number)) for line in lines)


def test_nothing_makes_no_file(clerk, township):
    scope = Scope.of(Access(clerk), township, periods.year(2025))
    with pytest.raises(ValidationError, match="所选范围内没有记录"):
        bound(clerk, township, [gathered(clerk, VISITS, scope)])


def test_only_the_unit_and_the_period_asked_for_are_gathered(clerk, township, village, visit):
    other = make_organisation(township, name="乙厂工会", code="ZHEN-02")
    inside = make_membership(village, from_on=date(2025, 3, 1))
    make_membership(other, from_on=date(2025, 3, 1))
    make_warmth_visit(township, visit.household, occurred_on=date(2024, 12, 31))
    access = Access(clerk)
    year = periods.year(2025)
    assert set(paper.of_scope(MEMBERS, access, Scope.of(access, village, year))) == {inside}
    assert set(paper.of_scope(VISITS, access, Scope.of(access, township, year))) == {visit}


def test_pictures_stop_before_the_file_grows_too_large(clerk, township, visit, monkeypatch):
    monkeypatch.setattr(paper, "MOST_PICTURES", 1)
    attached(clerk, visit, ("一.jpg", files.photo()), ("二.jpg", files.image("JPEG", colour="red")))
    scope = Scope.of(Access(clerk), township, periods.year(2025))
    data = bound(clerk, township, [gathered(clerk, VISITS, scope)])
    assert len([title for title in outline(data) if ".jpg" in title]) == 1
    assert "另有 1 个附件" in "".join(pages(data))
