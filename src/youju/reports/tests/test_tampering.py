"""Whatever is changed behind the door in an edition, its claims, its citations or its history is named."""

import json
import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from django.db import connection, models, transaction
from tests.makers import make_membership, make_nil_report, make_person, make_user
from tests.standing import a_town_with_a_union, standing

from youju.base import clock, periods
from youju.config.commands.verify import faults
from youju.org.access import SystemAccess
from youju.records import engine
from youju.records.models import HistoryEvent
from youju.reports import composing, readers_file, sealing, verifying
from youju.reports.models import Citation, Claim, Edition
from youju.reports.render import html

pytestmark = pytest.mark.django_db
YEAR = periods.year(2025)
TEXT = (
    "年末会员{organising.members}，新发展会员{organising.members_joined}，"
    "{safety.serious_accidents:none}重特大事故。"
)


@pytest.fixture(scope="module")
def edition(django_db_setup, django_db_blocker, keys):
    """Sealed once; what each test does to it is rolled back."""
    with standing(django_db_blocker):
        yield sealed()


def sealed() -> Edition:
    township, village = a_town_with_a_union()
    for name in ("张一", "李二", "王三"):
        make_membership(village, make_person(village, name=name), from_on=date(2025, 3, 1))
    make_nil_report(village)
    report = composing.begin(SystemAccess(), township, YEAR)
    composing.add(SystemAccess(), report, part="lead", text=TEXT)
    return sealing.seal(SystemAccess(), township, YEAR)


def columns(model, *left_out) -> list[str]:
    return [
        one.name for one in model._meta.concrete_fields if not one.primary_key and one.name not in left_out
    ]


def other(field: models.Field, value, row):
    """Another value that the column would take."""
    if isinstance(field, models.ForeignKey):
        keys = field.related_model._base_manager.exclude(pk=value).values_list("pk", flat=True)
        return keys.first() if field.related_model is not get_user() else make_user("x", name="乙").pk
    match value:
        case None:
            later = datetime(2025, 1, 1, tzinfo=clock.CHINA)
            return {models.UUIDField: uuid4(), models.DateTimeField: later}.get(type(field), 7)
        case bool():
            return not value
        case UUID():
            return uuid4()
        case datetime():
            return value + timedelta(days=1)
        case date():
            return value - timedelta(days=1)
        case int() | Decimal():
            return value + 1
    return f"x{value[1:]}"


def get_user():
    return Edition._meta.get_field("recorded_by").related_model


def unguard(*tables):
    with connection.cursor() as cursor:
        for table in tables:
            for step in engine.statements(engine.UNGUARD, connection.vendor, table):
                cursor.execute(step)


def tamper(row, name):
    """Change one column of one row as somebody with the database file would."""
    model = type(row)
    unguard(model._meta.db_table)
    field = model._meta.get_field(name)
    value = other(field, getattr(row, field.attname), row)
    changed = model._base_manager.filter(pk=row.pk).update(**{field.attname: value})
    assert changed == 1


def told() -> list[str]:
    return [str(one) for one in faults() if not one.kind.startswith(("外部链头", "保护失效"))]


def test_an_untouched_edition_has_no_fault(edition):
    assert told() == []


@pytest.mark.parametrize("name", columns(Edition))
def test_each_column_of_an_edition(edition, name):
    tamper(edition, name)
    assert any(edition.title in one or str(edition.pk) in one for one in told())


@pytest.mark.parametrize("name", columns(Claim))
def test_each_column_of_a_claim(edition, name):
    if name == "edition":
        pytest.skip("there is one edition to stand in")
    for claim in edition.claims.all():
        with transaction.atomic():
            tamper(claim, name)
            assert any(edition.title in str(one) for one in verifying.faults())
            transaction.set_rollback(True)


@pytest.mark.parametrize("name", columns(Citation))
def test_each_column_of_a_citation(edition, name):
    citation = Citation.objects.exclude(ref="").order_by("claim__key", "position").first()
    tamper(citation, name)
    assert any(edition.title in one for one in (str(f) for f in verifying.faults()))


@pytest.mark.parametrize("model", [Claim, Citation])
def test_a_row_that_was_taken_away(edition, model):
    unguard(Claim._meta.db_table, Citation._meta.db_table)
    row = model.objects.order_by("pk").last()
    if model is Claim:
        row.citations.all().delete()
    row.delete()
    assert any(edition.title in str(one) for one in verifying.faults())


def test_a_row_that_was_added(edition):
    claim = edition.claims.first()
    Claim.objects.create(
        edition=edition, key="99", code=claim.code, text="9人", value=9, unit="人", as_of=claim.as_of
    )
    assert any("99" in str(one) for one in verifying.faults())


def test_a_record_cut_loose_from_its_citation(edition):
    unguard(Citation._meta.db_table)
    Citation.objects.exclude(ref="").update(record_id=None)
    assert any("指向了另一条记录" in str(one) for one in verifying.faults())


@pytest.mark.parametrize("name", ["row", "seq", "record_id", "ref", "verb", "by_name", "at"])
def test_each_column_of_the_history_that_is_cited(edition, name):
    cited = Citation.objects.exclude(seq=None).order_by("seq").first()
    event = HistoryEvent.objects.filter(record_id=cited.record_id, seq=cited.seq).get()
    if name == "seq":
        unguard(HistoryEvent._meta.db_table)
        HistoryEvent.objects.filter(pk=event.pk).update(seq=100_000)
    else:
        tamper(event, name)
    assert told()


def test_the_edition_itself_taken_away(edition):
    unguard(*(model._meta.db_table for model in (Citation, Claim, Edition)))
    Citation.objects.all().delete()
    Claim.objects.all().delete()
    Edition._base_manager.filter(pk=edition.pk).delete()
    assert any(str(edition.pk) in one for one in told())


def leaves(value, path=()):
    """Each place of a JSON value, one of a kind: list positions count once."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from leaves(part, (*path, name))
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from leaves(part, (*path, place))
    else:
        yield path


def altered(value, path):
    """The same with another value at one place."""
    if not path:
        return (not value) if isinstance(value, bool) else f"x{value}" if isinstance(value, str) else 7
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = altered(value[path[0]], path[1:])
    return copy


def kinds_of_places(value):
    """One place for each name in the file, whichever claim, record or paragraph it stands in."""
    seen = {}
    for path in leaves(value):
        seen.setdefault(tuple(part for part in path if isinstance(part, str)), path)
    return list(seen.values())


@pytest.mark.parametrize("block", ["document", "seal"])
def test_every_value_in_the_reader_s_file(edition, block):
    page = html(sealing.document_of(edition)).decode()
    assert readers_file.examine(page.encode()).good
    found = re.search(readers_file.BLOCK.format(name=block), page, re.DOTALL)
    data = json.loads(found[1])
    places = kinds_of_places(data)
    assert len(places) > (20 if block == "document" else 5)
    for path in places:
        text = json.dumps(altered(data, path), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        changed = page[: found.start(1)] + text.replace("<", "\\u003c") + page[found.end(1) :]
        assert not readers_file.examine(changed.encode()).good, path


def test_every_part_of_the_page_that_a_reader_sees(edition):
    page = html(sealing.document_of(edition)).decode()
    for shown in ("3人", "某镇总工会2025年工作总结", "定稿编号", "口径", "default-src 'none'", "<style>"):
        assert not readers_file.examine(page.replace(shown, f"{shown} ", 1).encode()).good, shown
