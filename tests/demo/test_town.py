"""The demo is a believable year: recorded in time or late, looked at by others, with files as proof."""

import random
from collections import Counter
from datetime import date

import pytest
from django.apps import apps
from django.db import connection

from youju.base import clock, identity
from youju.catalogue import LEDGERS
from youju.demo import load
from youju.demo.names import REGION
from youju.demo.town import new_town
from youju.ledger.attaching import exhibits_of
from youju.org.access import Access, Action
from youju.org.models import Post, User
from youju.people.models import Membership, Person
from youju.records import sniffing, storing
from youju.records.models import Attended, Exhibit, File, HistoryEvent, NilReport
from youju.records.record import Entry, State
from youju.work.organising.models import Formation


def records_of_the_year():
    """Every entry, membership and nil report of the lines that happened in 2025."""
    found = []
    for ledger in LEDGERS.values():
        model = ledger.model
        field = "occurred_on" if issubclass(model, Entry) else "from_on"
        if issubclass(model, Entry) or model in (Membership, NilReport):
            rows = model.objects.everywhere("x").filter(**{f"{field}__year": 2025})
            found += rows.select_related("recorded_by", "confirmed_by", "organisation")
    return found


# -- when ------------------------------------------------------------------------------


def test_five_to_ten_in_a_hundred_are_recorded_late(town):
    late = Counter(record.is_late for record in records_of_the_year())
    assert 0.05 <= late[True] / late.total() <= 0.10
    assert late.total() > 1000


def test_late_ones_are_found_in_several_ledgers(town):
    late = {record.ledger_code for record in records_of_the_year() if record.is_late}
    assert len(late) >= 6


def test_nothing_is_recorded_before_it_happened(town):
    for record in records_of_the_year():
        day = record.occurred_on if isinstance(record, Entry) else record.from_on
        assert clock.local_day(record.recorded_at) >= day
        assert record.confirmed_at is None or record.confirmed_at > record.recorded_at


def test_the_clock_runs_forward_through_the_whole_history(town):
    moments = list(
        HistoryEvent.objects.filter(federation_id=town.pk).order_by("seq").values_list("at", flat=True)
    )
    assert moments == sorted(moments)
    assert clock.local_day(moments[-1]) <= date(2026, 1, 9)


def test_no_month_of_the_year_is_empty(town):
    months = Counter(record.kept_on.month for record in records_of_the_year())
    assert set(months) == set(range(1, 13))


# -- by whom ---------------------------------------------------------------------------


def test_nobody_confirms_what_he_recorded(town):
    confirmed = [r for r in records_of_the_year() if r.confirmed_by and not r.starts_confirmed]
    assert confirmed
    assert not [r for r in confirmed if r.confirmed_by == r.recorded_by]


def test_everybody_stayed_within_what_the_role_may_do(town):
    for record in records_of_the_year()[::40]:
        assert Access(record.recorded_by).may(Action.ENTER, record.organisation)
        if record.confirmed_by:
            assert Access(record.confirmed_by).may(Action.CONFIRM, record.organisation)


def test_records_of_every_state_are_there(town):
    states = {record.state for record in records_of_the_year()}
    assert states == set(State)


def test_each_union_has_its_chair_and_the_offices_their_people(town):
    roles = Counter(Post.objects.everywhere("x").values_list("role", flat=True))
    assert roles == {"chair": 27, "clerk": 2, "leader": 2, "auditor": 2, "county": 2}
    formation = Formation.objects.everywhere("x").confirmed().get(organisation__short_name="华丽光电")
    chair = Post.objects.everywhere("x").get(organisation=formation.organisation).user
    assert formation.chair == chair.name


# -- people ----------------------------------------------------------------------------


def test_id_numbers_are_right_and_of_a_county_that_does_not_exist(town):
    people = list(Person.objects.everywhere("x").order_by("id_index")[:80])
    for person in people:
        number = person.id_number.open(person.pk)
        assert identity.clean_id_number(number) == number
        assert number.startswith(REGION)
        assert identity.birth_of(number) == person.birth_on


def test_more_people_exist_than_work_in_the_town(town):
    assert Person.objects.everywhere("x").count() > 2300


def test_names_are_shared_by_different_people_as_in_life(town):
    names = Counter(Person.objects.everywhere("x").values_list("name", flat=True))
    assert names.most_common(1)[0][1] > 1


# -- proof -----------------------------------------------------------------------------


def test_files_lie_in_the_store_and_are_what_they_say(town):
    files = list(File.objects.everywhere("x"))
    assert {file.kind for file in files} == {"jpg", "png", "pdf"}
    assert 100 <= len(files) <= 350
    for file in files:
        path = storing.path_of(file.federation_id, file.sha256)
        assert storing.digest_of(file.federation_id, file.sha256) == file.sha256
        assert path.stat().st_size == file.size
        assert sniffing.sniff(path, file.name).code == file.kind


def test_some_photos_lost_their_exif_on_the_way(town):
    photos = Exhibit.objects.everywhere("x").filter(kind="photo").values_list("file__taken_at", flat=True)
    assert None in photos
    assert any(photos)


def test_a_head_count_stands_beside_a_sign_in_sheet(town):
    classes = [model for model in apps.get_models() if issubclass(model, Attended)]
    counted = [row for model in classes for row in model.objects.everywhere("x").filter(unnamed__gt=0)]
    assert len(counted) >= 3
    for row in counted:
        assert exhibits_of(row).filter(kind="sign_in").exists()


# -- loading ---------------------------------------------------------------------------


def test_passwords_open_the_accounts_and_are_kept_nowhere(demo, town):
    assert len({account.password for account in demo}) == len(demo) == User.objects.count()
    clerk = demo[0]
    user = User.objects.get(login_name=clerk.login_name)
    assert user.check_password(clerk.password)
    assert not any(
        account.password in event.row for event in HistoryEvent.objects.all()[:500] for account in demo
    )


def test_a_second_load_changes_nothing_and_shows_no_password(town):
    def rows():
        return {model: model._base_manager.count() for model in apps.get_models()}

    before = rows()
    assert load.load() == []
    assert rows() == before


def test_the_demo_is_never_mixed_with_other_data(town):
    with pytest.raises(load.NotEmpty):
        load.write([new_town(random.Random(1))])  # noqa: S311  a demo is not a secret


def test_the_database_knows_afterwards_how_much_it_holds(town):
    asks = {
        "sqlite": "SELECT max(CAST(stat AS integer)) FROM sqlite_stat1 WHERE tbl = 'people_person'",
        "postgresql": "SELECT reltuples FROM pg_class WHERE relname = 'people_person'",
    }
    with connection.cursor() as cursor:
        cursor.execute(asks[connection.vendor])
        assert cursor.fetchone()[0] >= 2300


def test_photos_of_deeds_are_ticked_for_readers_and_photos_of_people_in_need_are_not(town):
    ticked = Exhibit.objects.everywhere("x").filter(may_publish=True)
    assert {one.kind for one in ticked} == {Exhibit.Kind.PHOTO}
    assert {one.record_ref.split(".")[0] for one in ticked} == {"merit", "culture"}
