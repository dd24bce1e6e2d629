"""宣传, 资料发放 and 学习: how often, through how many channels, how much, and who came."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from tests.figures import offenders, proven
from tests.makers import confirmed, make_exhibit, make_person
from tests.makers_education import make_handout, make_publicity, make_study

from youju.records import writing
from youju.work.education import publicity, rules
from youju.work.education.models import Publicity, Study

pytestmark = pytest.mark.django_db

SIX = ("broadcast", "banner", "slogan", "board", "wall_paper", "material")


def test_six_channels_are_six_however_often_they_are_used(township, village, neighbour, year_2025):
    for channel in SIX:
        make_publicity(township, channel=channel)
    make_publicity(village, channel="banner")
    make_publicity(neighbour, channel="online")
    make_publicity(township, channel="talk", occurred_on=date(2024, 12, 31))
    make_publicity(township, channel="talk")  # counted as a drive; people talking are no channel
    waiting = Publicity(organisation=township, occurred_on=date(2025, 5, 1), title="宣讲", channel="talk")
    waiting.theme = "safety"
    writing.enter(waiting, by=None)
    assert proven(publicity.channels_used, year_2025) == 6
    assert proven(publicity.publicity_drives, year_2025) == 8
    lines = publicity.channels_used.evidence(year_2025).sides[0].lines
    assert {line.term: len(line.records) for line in lines}["横幅"] == 2


@pytest.mark.parametrize(
    ("figure", "channel"),
    [
        (publicity.broadcasts, "broadcast"),
        (publicity.banners, "banner"),
        (publicity.slogans, "slogan"),
        (publicity.boards, "board"),
        (publicity.wall_papers, "wall_paper"),
    ],
    ids=SIX[:5],
)
def test_quantities_add_up_by_channel(figure, channel, township, village, year_2025):
    make_publicity(township, channel=channel, quantity=12)
    make_publicity(village, channel=channel)
    make_publicity(township, channel="online", quantity=99)
    make_publicity(township, channel=channel, quantity=7, occurred_on=date(2024, 12, 31))
    assert proven(figure, year_2025) == 13


def test_talks_on_formation_and_law_are_told_by_their_theme(township, year_2025):
    make_publicity(township, channel="talk")
    make_publicity(township, channel="banner")
    make_publicity(township, channel="talk", theme="labour_law")
    make_publicity(township, channel="board", theme="labour_law")
    assert proven(publicity.formation_talks, year_2025) == 1
    assert proven(publicity.law_publicity, year_2025) == 2


def test_copies_of_every_title_add_up(township, neighbour, year_2025):
    make_handout(township, copies=120)
    make_handout(township, title="《劳动法》", copies=80)
    make_handout(neighbour)
    assert proven(publicity.copies_given, year_2025) == 200


def test_papers_belong_to_publicity_that_gave_papers(township):
    given, banner = make_publicity(township, channel="material"), make_publicity(township)
    assert make_handout(township, publicity=given).publicity == given
    for record in (banner, writing.void(given, by=None, reason="重复")):
        with pytest.raises(ValidationError, match="赠送资料"):
            make_handout(township, publicity=record)


@pytest.mark.parametrize(("make", "field"), [(make_publicity, "quantity"), (make_handout, "copies")])
def test_nothing_given_or_hung_is_no_record(township, make, field):
    with pytest.raises(ValidationError) as refused:
        make(township, **{field: 0})
    assert list(refused.value.message_dict) == [field]


def test_publicity_without_a_photo_and_papers_without_titles_are_named(township, neighbour, year_2025):
    shown, bare = make_publicity(township), make_publicity(township, channel="material")
    make_publicity(township, channel="broadcast")
    make_publicity(neighbour, channel="material")
    make_exhibit(shown)
    assert offenders(rules.publicity_not_shown, year_2025) == {bare}
    assert offenders(rules.materials_not_listed, year_2025) == {bare}
    make_handout(township, publicity=bare)
    assert offenders(rules.materials_not_listed, year_2025) == set()


# -- study -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("figure", "values"),
    [
        (publicity.policy_studies, {"kind": "policy", "documents": "工发〔2025〕3号"}),
        (publicity.theme_studies, {"kind": "theme"}),
        (publicity.business_studies, {"kind": "business"}),
        (publicity.union_law_studies, {"kind": "union_law"}),
    ],
    ids=["policy", "theme", "business", "union_law"],
)
def test_studies_count_by_their_kind(figure, values, township, village, neighbour, year_2025):
    make_study(township, **values)
    second = make_study(village, **values)
    make_study(township, kind="law")
    make_study(neighbour, **values)
    assert proven(figure, year_2025) == 2
    writing.void(second, by=None, reason="重复")
    assert proven(figure, year_2025) == 1


def test_study_of_business_by_members_only_is_not_the_officers_own(township, year_2025):
    make_study(township, kind="business", audience="members")
    make_study(township, kind="business", audience="mixed")
    assert proven(publicity.business_studies, year_2025) == 1


def test_attendance_is_a_rate_of_sums_and_of_stated_duties_only(township, year_2025):
    people = [make_person(township) for _ in range(3)]
    make_study(township, *people, due=4)
    make_study(township, people[0], due=2)
    make_study(township, *people)
    figure = publicity.study_rate.figure(year_2025)
    assert (figure.numerator, figure.base) == (4, 6)
    assert str(round(proven(publicity.study_rate, year_2025), 1)) == "66.7"
    assert proven(publicity.study_attendances, year_2025) == 7


def test_attendance_of_nothing_is_no_rate(township, year_2025):
    make_study(township)
    assert proven(publicity.study_rate, year_2025) is None


def test_a_study_with_four_of_five_is_enough_and_with_fewer_is_named(township, year_2025):
    make_study(township, "赵某", "钱某", "孙某", "李某", due=5)
    few = make_study(township, "赵某", "钱某", "孙某", due=4)
    assert offenders(rules.study_poorly_attended, year_2025) == {few}


def test_a_study_without_a_sign_in_sheet_is_named(township, year_2025):
    bare, shown = make_study(township), make_study(township)
    make_exhibit(shown, "sign_in")
    assert offenders(rules.study_no_sign_in, year_2025) == {bare}


@pytest.mark.parametrize(
    ("values", "field"), [({"kind": "policy"}, "documents"), ({"due": 2, "on_leave": 3}, "on_leave")]
)
def test_a_study_names_its_papers_and_nobody_is_away_who_was_not_due(township, values, field):
    study = Study(organisation=township, occurred_on=date(2025, 4, 8), title="学习", kind="theme")
    for name, value in values.items():
        setattr(study, name, value)
    with pytest.raises(ValidationError) as refused:
        confirmed(study)
    assert list(refused.value.message_dict) == [field]
