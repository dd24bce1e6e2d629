"""A summary is drafted from records, frozen with what it cites, and never changes again."""

from datetime import date, datetime
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction
from tests import stage
from tests.makers import make_exhibit, make_membership, make_nil_report, make_person, make_post, make_user

from youju.base import clock, periods
from youju.catalogue import INDICATORS
from youju.org.access import Access, SystemAccess
from youju.records import engine, writing
from youju.reports import composing, drafting, sealing, template, verifying
from youju.reports.document import Heading, Paragraph, Quote, Unproven
from youju.reports.models import Citation, Edition, Kind, Passage

pytestmark = pytest.mark.django_db
YEAR = periods.year(2025)


@pytest.fixture
def joined(village, noon):
    def make():
        return [
            make_membership(village, make_person(village, name=name)) for name in ("张一", "李二", "王三")
        ]

    return stage.enter("three who joined", make)


def begun(organisation):
    make = partial(composing.begin, SystemAccess(), organisation, YEAR)
    return stage.enter(f"paper of {organisation.code}", make)


def write(organisation, part, text):
    return composing.add(SystemAccess(), begun(organisation), part=part, text=text)


def drafted(organisation):
    return composing.document(SystemAccess(), begun(organisation))


def text_of(document):
    return "".join(b.text for b in document.blocks)


def runs(document, kind):
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    return [run.text for paragraph in paragraphs for run in paragraph.runs if isinstance(run, kind)]


def seal(township, **values):
    return sealing.seal(SystemAccess(), township, YEAR, **values)


@pytest.mark.parametrize("kind", Kind.values)
def test_a_shipped_template_quotes_only_what_exists_and_says_nothing_without_a_figure(kind):
    text = template.shipped(kind)
    assert template.unknown_slots(text, INDICATORS) == []
    sentences = [s for piece in template.parse(text) if not piece.level for s in piece.sentences]
    silent = {"@we", "@as_of", "@period", "@year", "@place"}  # what alone says nothing
    slots = [{slot["code"] for slot in template.SLOT.finditer(sentence)} for sentence in sentences]
    assert all(quoted - silent for quoted in slots)


def test_an_empty_year_gives_no_sentence_and_no_heading(year_2025):
    document, _draft = drafted(year_2025.organisation)
    assert document.blocks == ()
    assert document.title == "某镇总工会2025年工作总结"


def test_a_figure_in_the_text_leads_to_the_records_that_add_up_to_it(joined, year_2025):
    document, draft = drafted(year_2025.organisation)
    # The first sentence needs workers, the second a formation; neither is on record, so both fall away.
    assert "organising.workers" not in draft.quoted
    write(year_2025.organisation, "lead", "全年新发展会员{organising.members_joined}。")
    document, _draft = drafted(year_2025.organisation)
    assert runs(document, Quote) == ["3人"]
    proof = document.proofs[0]
    (title, items), *_rest = proof.sides
    assert (title, proof.value, proof.unit) == ("记录", "3", "人")
    assert sum(int(item.contribution) for item in items) == 3
    assert all("张一" not in item.title for item in items)


def test_a_chapter_without_sentences_loses_its_heading_and_numbers_run_on(joined, village, year_2025):
    write(year_2025.organisation, "shortcoming", "活动内容还不够丰富。")
    make_nil_report(village)
    document, _draft = drafted(year_2025.organisation)
    headings = [b.text for b in document.blocks if isinstance(b, Heading)]
    assert headings == ["一、存在的不足"]


def test_written_words_carry_one_visible_mark(year_2025):
    write(year_2025.organisation, "shortcoming", "活动内容还不够丰富。")
    write(year_2025.organisation, "shortcoming", "档案还不够齐全。")
    document, _draft = drafted(year_2025.organisation)
    assert runs(document, Unproven) == ["（以上为文字表述）"]
    assert "一是活动内容还不够丰富。" in text_of(document)
    assert "二是档案还不够齐全。" in text_of(document)


def test_an_unknown_placeholder_is_refused_at_its_field(township):
    with pytest.raises(ValidationError) as refused:
        write(township, "lead", "会员{organising.membres}。")
    assert "organising.membres" in refused.value.message_dict["text"][0]
    assert not Passage.objects.everywhere("x").exists()


def test_a_figure_typed_by_hand_is_visibly_unproven_except_as_an_aim(township):
    write(township, "shortcoming", "只走访企业320家。")
    write(township, "plan", "明年新发展会员300人。")
    document, _draft = drafted(township)
    assert runs(document, Unproven) == ["320家", "（以上为文字表述）", "（以上为文字表述）"]


def test_a_typed_figure_with_a_paper_attached_is_not_marked(township):
    passage = write(township, "shortcoming", "只走访企业320家。")
    make_exhibit(passage, "other")
    document, _draft = drafted(township)
    assert runs(document, Unproven) == ["（以上为文字表述）"]


def test_a_wording_that_says_more_than_the_records_stops_the_sealing(township, joined):
    write(township, "lead", "新发展会员{organising.members_joined|300多人}。")
    with pytest.raises(ValidationError, match="300多人"):
        seal(township)
    assert not Edition.objects.everywhere("x").exists()


def test_what_waits_is_said_and_not_counted(village, joined, year_2025):
    make_waiting_training(village)
    assert list(drafting.notes(year_2025)) == ["本期另有 1 条记录待确认，未计入本文。"]


def make_waiting_training(unit):
    from tests.makers_education import make_training

    row = make_training(unit)
    copy = type(row)(organisation=unit, occurred_on=row.occurred_on, topic=row.topic, title="待确认的培训")
    for field in ("audience", "level", "hours", "place", "teacher", "served_line"):
        if hasattr(row, field):
            setattr(copy, field, getattr(row, field))
    return writing.enter(copy, by=None)


def test_a_sealed_summary_keeps_its_figure_when_the_ledger_changes(township, joined, leader):
    write(township, "lead", "新发展会员{organising.members_joined}。")
    edition = seal(township)
    writing.void(joined[0], by=leader, reason="重复")
    assert "3人" in text_of(sealing.document_of(edition))
    claim = edition.claims.get(code="organising.members_joined")
    assert (claim.value, claim.text) == (3, "3人")
    assert {c.ref for c in claim.citations.all()} == {m.ref for m in joined}
    assert list(verifying.faults()) == []


def test_a_second_edition_needs_a_reason_and_leaves_the_first_alone(township, joined):
    write(township, "lead", "新发展会员{organising.members_joined}。")
    first = seal(township)
    with pytest.raises(ValidationError, match="第二版"):
        seal(township)
    second = seal(township, why="补充数据")
    assert (first.version, second.version) == (1, 2)
    assert sealing.latest(SystemAccess(), township, YEAR) == second


def test_who_submitted_does_not_seal_while_another_could(township, leader, joined):
    other = make_user("second", name="副主席")
    make_post(other, township, "leader")
    report = composing.begin(Access(leader), township, YEAR)
    composing.submit(Access(leader), report)
    with pytest.raises(ValidationError, match="签批单"):
        sealing.seal(Access(leader), township, YEAR)
    edition = sealing.seal(Access(other), township, YEAR)
    assert (edition.recorded_by, edition.alone) == (other, False)


def test_what_nobody_else_submitted_is_not_sealed_by_one_person(township, clerk, leader, joined):
    composing.begin(Access(leader), township, YEAR)
    with pytest.raises(ValidationError, match="另一位工作人员"):
        sealing.seal(Access(leader), township, YEAR)
    composing.submit(Access(clerk), composing.begin(Access(clerk), township, YEAR))
    assert not sealing.seal(Access(leader), township, YEAR).alone


def test_a_signed_paper_takes_the_place_of_the_second_person(township, clerk, leader, joined):
    report = composing.begin(Access(leader), township, YEAR)
    paper = make_exhibit(report, "approval")
    assert sealing.seal(Access(leader), township, YEAR).alone
    writing.void(paper, by=leader, reason="扫描不清")
    with pytest.raises(ValidationError, match="签批单"):
        sealing.seal(Access(leader), township, YEAR, why="补充")


def test_what_was_signed_for_one_edition_does_not_sign_the_next(township, clerk, leader, joined):
    report = composing.begin(Access(clerk), township, YEAR)
    composing.submit(Access(clerk), report)
    sealing.seal(Access(leader), township, YEAR)
    with pytest.raises(ValidationError, match="另一位工作人员"):
        sealing.seal(Access(leader), township, YEAR, why="补充")
    with clock.at(datetime(2026, 1, 10, 9, tzinfo=clock.CHINA)):
        composing.submit(Access(clerk), now(report))
        assert sealing.seal(Access(leader), township, YEAR, why="补充").version == 2


def now(report):
    return type(report).objects.everywhere("x").get(pk=report.pk)


def test_alone_the_officer_signs_and_the_edition_says_so(township, leader, joined):
    composing.submit(Access(leader), composing.begin(Access(leader), township, YEAR))
    assert sealing.seal(Access(leader), township, YEAR).alone


def test_only_who_may_seal_seals(township, clerk, leader, joined):
    composing.submit(Access(clerk), composing.begin(Access(clerk), township, YEAR))
    with pytest.raises(PermissionDenied):
        sealing.seal(Access(clerk), township, YEAR)
    assert sealing.seal(Access(leader), township, YEAR).recorded_by == leader


def test_the_database_refuses_to_change_an_edition(township, joined):
    seal(township)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE reports_edition SET title = 'x'")


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE reports_edition SET content = replace(content, '3人', '9人')", "内容与定稿时的摘要不符"),
        ("UPDATE reports_edition SET signature = replace(signature, 'a', 'b')", "签名不符"),
        ("UPDATE reports_citation SET digest = 'x'", "清单与定稿内容不符"),
        ("DELETE FROM reports_citation", "清单与定稿内容不符"),
        ("UPDATE reports_claim SET code = 'x.y'", "数据引用"),
        ("UPDATE reports_claim SET value = 9", "所附记录之和不符"),
    ],
)
def test_whatever_is_changed_in_an_edition_is_named(township, joined, statement, named):
    write(township, "lead", "新发展会员{organising.members_joined}。")
    seal(township)
    with connection.cursor() as cursor:
        for table in ("reports_edition", "reports_claim", "reports_citation"):
            for step in engine.statements(engine.UNGUARD, connection.vendor, table):
                cursor.execute(step)
        cursor.execute(statement)
    assert any(named in str(fault) for fault in verifying.faults())


def test_a_history_that_no_longer_says_what_was_cited_is_named(township, joined):
    write(township, "lead", "新发展会员{organising.members_joined}。")
    seal(township)
    cited = Citation.objects.first()
    with connection.cursor() as cursor:
        for step in engine.statements(engine.UNGUARD, connection.vendor, "records_historyevent"):
            cursor.execute(step)
        cursor.execute("UPDATE records_historyevent SET row = '{}' WHERE seq = %s", [cited.seq])
    assert cited.ref in str(next(verifying.faults()))


def test_the_same_edition_gives_the_same_files(township, joined, tmp_path):
    from youju.reports import files

    write(township, "lead", "新发展会员{organising.members_joined}。")
    edition = seal(township)
    one, two = files.write(edition, tmp_path / "one"), files.write(edition, tmp_path / "two")
    assert [p.name for p in one] == [
        f"某镇总工会2025年工作总结（第1版）.{kind}" for kind in ("docx", "pdf", "html")
    ]
    assert [p.read_bytes() for p in one] == [p.read_bytes() for p in two]
    assert Edition.objects.everywhere("x").count() == 1
    assert edition.until_on == date(2025, 12, 31)
