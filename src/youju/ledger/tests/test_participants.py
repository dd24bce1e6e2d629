"""A pasted column of names becomes participants."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from stdnum.cn import ric
from tests.makers import make_person, named

from youju.ledger.participants import ParticipantsField, Pasted, pasted
from youju.org.access import Access

pytestmark = pytest.mark.django_db


@pytest.fixture
def field(clerk):
    return lambda before=(): ParticipantsField(access=Access(clerk), before=before, required=False)


@pytest.fixture
def two_wangs(township):
    return [make_person(township, name="王小明", birth_on=date(year, 1, 1)) for year in (1980, 1991)]


def checked(number: str) -> str:
    """An ID number with its last digit put right."""
    return number[:17] + ric.calc_check_digit(number[:17] + "0")


def rows(field, text, **picks):
    return [(row.name, row.person, row.unit, row.session) for row in field.clean(Pasted(text, picks))]


def test_a_name_that_one_person_bears_is_that_person(field, township):
    person = make_person(township, name="单晓丽")
    assert rows(field(), "单晓丽") == [("单晓丽", person, "", "")]


def test_a_name_nobody_bears_is_kept_as_a_name(field, township):
    assert rows(field(), "外来师傅") == [("外来师傅", None, "", "")]


def test_columns_of_a_spreadsheet_and_names_in_a_row_are_both_understood(field, township):
    text = "张三\t甲厂\t第一场\n\n李四、王 五，赵六\n"
    assert rows(field(), text) == [
        ("张三", None, "甲厂", "第一场"),
        ("李四", None, "", ""),
        ("王五", None, "", ""),
        ("赵六", None, "", ""),
    ]


def test_of_namesakes_one_must_be_picked(field, two_wangs):
    asking = field()
    with pytest.raises(ValidationError, match="逐一点选"):
        asking.clean(Pasted("王小明"))
    question = asking.widget.questions[0]
    assert (question.key, [card.person for card in question.cards]) == ("王小明-1", two_wangs)
    picked = asking.clean(Pasted("王小明", {"王小明-1": str(two_wangs[1].pk)}))
    assert picked[0].person == two_wangs[1]


def test_none_of_the_namesakes_is_an_answer_too(field, two_wangs):
    assert field().clean(Pasted("王小明", {"王小明-1": "none"}))[0].person is None


def test_two_of_one_name_are_told_apart_by_their_order(field, two_wangs):
    picks = {"王小明-1": str(two_wangs[1].pk), "王小明-2": str(two_wangs[0].pk)}
    found = field().clean(Pasted("新来的\n王小明\n王小明", picks))
    assert [row.person for row in found] == [None, two_wangs[1], two_wangs[0]]


def test_the_same_person_sits_once_in_a_session(field, township):
    make_person(township, name="单晓丽")
    with pytest.raises(ValidationError, match="单晓丽重复登记"):
        field().clean(Pasted("单晓丽\n单晓丽"))
    assert len(field().clean(Pasted("单晓丽\t\t上午\n单晓丽\t\t下午"))) == 2


def test_a_pick_for_another_name_or_out_of_reach_is_not_believed(field, two_wangs, neighbour):
    stranger = make_person(neighbour, name="李四")
    assert field().clean(Pasted("李四", {"李四-1": str(stranger.pk)}))[0].person is None
    assert field().clean(Pasted("李四", {"李四-1": str(two_wangs[0].pk)}))[0].person is None


def test_what_stood_there_stays_when_the_box_comes_back_unchanged(field, two_wangs, neighbour):
    moved = make_person(neighbour, name="李四")
    before = named(two_wangs[1], moved, "外来师傅")
    box = pasted(before)
    assert [row.person for row in field(before).clean(box)] == [two_wangs[1], moved, None]


def test_too_many_at_once_are_refused(field, township, monkeypatch):
    monkeypatch.setattr("youju.ledger.participants.MOST", 2)
    with pytest.raises(ValidationError, match="分成几条"):
        field().clean(Pasted("甲乙\n丙丁\n戊己"))


def test_headings_running_numbers_and_columns_in_another_order_are_understood(field):
    text = "序号\t单位\t姓名\n1\t甲厂\t张三\n2\t乙厂\t李四"
    assert [row[::2] for row in rows(field(), text)] == [("张三", "甲厂"), ("李四", "乙厂")]
    assert [row[::2] for row in rows(field(), "1\t张三\t甲厂\n2\t李四\t乙厂")] == [
        ("张三", "甲厂"),
        ("李四", "乙厂"),
    ]
    assert [row[0] for row in rows(field(), "姓名\n张三\n李四")] == ["张三", "李四"]


def test_a_number_in_the_row_says_who_of_the_namesakes_it_was(field, township):
    numbers = ("320102198001010013", "320102199101010019")
    one, _other = (
        make_person(township, name="王小明", id_number=number, sex="male") for number in map(checked, numbers)
    )
    (row,) = field().clean(Pasted(f"王小明\t{checked(numbers[0])}\t甲厂"))
    assert (row.person, row.unit) == (one, "甲厂")


def test_a_number_of_somebody_else_makes_nobody_sure(field, township):
    make_person(township, name="单晓丽")
    (row,) = field().clean(Pasted(f"单晓丽\t{checked('320102198001010013')}"))
    assert row.person is None


def test_each_row_says_whom_it_stands_for_before_anything_is_saved(field, two_wangs, township):
    person = make_person(township, name="单晓丽")
    found = field().match(Pasted("单晓丽\n外来师傅\n王小明"))
    assert [(one.person, one.asks) for one in found] == [(person, False), (None, False), (None, True)]
    assert [card.person for card in found[2].cards] == two_wangs
