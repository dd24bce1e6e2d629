"""A report is begun from records, edited passage by passage, and never overwritten unseen."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from tests.makers import make_membership, make_organisation, make_person
from tests.makers_organising import make_formation

from youju.base import periods
from youju.org.access import Access, SystemAccess
from youju.records import writing
from youju.reports import composing
from youju.reports.document import Heading
from youju.reports.models import Kind, Part, Passage, Report, Template

pytestmark = pytest.mark.django_db
YEAR = periods.year(2025)
SYSTEM = SystemAccess


def begin(organisation, kind=Kind.ANNUAL, access=None):
    return composing.begin(access or SYSTEM(), organisation, YEAR, kind)


def template(organisation, text):
    return Template(organisation=organisation, federation_id=organisation.pk, kind=Kind.ANNUAL, text=text)


def words(report):
    return [p.text for p in composing.passages(SYSTEM(), report)]


def test_a_first_draft_holds_only_what_has_records(township, village):
    make_formation(village)
    make_membership(village, make_person(village))
    report = begin(township)
    assert report.title == "某镇总工会2025年工作总结"
    text = "".join(words(report))
    assert "{organising.members_joined}" in text
    assert "{relief.households_helped}" not in text
    assert "建功立业" not in text  # the heading of an empty chapter


def test_beginning_again_gives_the_same_report(township):
    assert begin(township) == begin(township)
    assert Report.objects.everywhere("x").count() == 1


def test_each_kind_of_paper_has_its_own_title(county, township):
    spans = {
        "annual": YEAR,
        "midyear": periods.half(2025, 1),
        "quarter": periods.quarter(2025, 2),
        "plan": YEAR,
    }
    assert [composing.title_of(township, span, Kind(kind)) for kind, span in spans.items()] == [
        "某镇总工会2025年工作总结",
        "某镇总工会2025年上半年工作检查情况",
        "某镇总工会2025年第二季度工作简报",
        "某镇总工会2026年工作计划",
    ]


def test_passages_stand_in_the_order_of_such_papers(township):
    report = begin(township)
    for part in (Part.PLAN, Part.SHORTCOMING, Part.LEAD):
        composing.add(SYSTEM(), report, part=part, text=f"{part.label}。")
    assert words(report) == ["开头。", "存在的不足。", "下年打算。"]
    document, _draft = composing.document(SYSTEM(), report)
    assert [b.text for b in document.blocks if isinstance(b, Heading)] == ["一、存在的不足", "二、下年打算"]


def test_two_editors_of_one_passage_meet_a_conflict_and_nothing_is_overwritten(township, clerk):
    passage = composing.add(SYSTEM(), begin(township), part=Part.LEAD, text="原文。")
    other = Passage.objects.everywhere("x").get(pk=passage.pk)
    passage.text = "甲改。"
    composing.change(Access(clerk), passage)
    other.text = "乙改。"
    with pytest.raises(writing.Conflict) as refused:
        composing.change(Access(clerk), other)
    assert refused.value.current.text == "甲改。"


def test_two_editors_of_two_passages_do_not_meet(township, clerk):
    report = begin(township)
    one = composing.add(SYSTEM(), report, part=Part.LEAD, text="一。")
    two = composing.add(SYSTEM(), report, part=Part.LEAD, text="二。")
    one.text, two.text = "甲。", "乙。"
    composing.change(Access(clerk), one)
    composing.change(Access(clerk), two)
    assert words(report) == ["甲。", "乙。"]


def test_a_dropped_passage_comes_back_by_undo(township, clerk):
    report = begin(township)
    passage = composing.add(SYSTEM(), report, part=Part.LEAD, text="一。")
    composing.drop(Access(clerk), passage)
    assert words(report) == []
    composing.restore(Access(clerk), passage)
    assert words(report) == ["一。"]


def test_who_only_reads_writes_nothing(township, auditor):
    with pytest.raises(PermissionDenied):
        begin(township, access=Access(auditor))
    with pytest.raises(PermissionDenied):
        composing.add(Access(auditor), begin(township), part=Part.LEAD, text="一。")


def test_a_federation_may_use_its_own_template(township, village):
    make_membership(village, make_person(village))
    own = Template(
        organisation=township,
        federation_id=township.pk,
        kind=Kind.ANNUAL,
        text="= 会员\n发展{organising.members_joined}。",
    )
    writing.enter(own, by=None)
    assert words(begin(township)) == ["会员", "发展{organising.members_joined}。"]


@pytest.mark.parametrize(
    "slot", ["{organising.nobody}", "{@nowhere}", "{organising.members:every}", "{", "{会员}"]
)
def test_a_template_with_an_unknown_slot_is_refused_and_named(township, slot):
    own = Template(organisation=township, federation_id=township.pk, kind=Kind.ANNUAL, text=f"会员{slot}。")
    with pytest.raises(ValidationError, match="不是已有指标"):
        writing.enter(own, by=None)


def test_we_is_said_by_the_kind_of_body(township, county):
    composing.add(SYSTEM(), begin(township), part=Part.LEAD, text="{@we}{@year}工作。")
    document, _draft = composing.document(SYSTEM(), begin(township))
    assert document.blocks[0].text.startswith("我镇2025年工作。")
    street = make_organisation(county, kind="subdistrict", name="某街道总工会")
    assert street.we == "我街道"
