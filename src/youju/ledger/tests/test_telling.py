"""History in words, and values as people write them."""

from datetime import date
from decimal import Decimal

import pytest
from tests.makers import make_exhibit, make_person, named
from tests.makers_education import make_training
from tests.makers_relief import make_household, make_warmth_visit, warmth_visit

from youju.ledger.showing import Reader, text_of
from youju.ledger.telling import history_of
from youju.org.access import Access
from youju.records import writing

pytestmark = pytest.mark.django_db


def told(user, record):
    return history_of(Reader(Access(user)), record)


def test_each_write_is_one_line_with_who_and_why(village, clerk, chair):
    record = writing.enter(warmth_visit(village), by=chair)
    writing.return_(record, by=clerk, reason="缺签字")
    writing.amend(record, by=chair)
    writing.confirm(record, by=clerk)
    lines = told(clerk, record)[::-1]
    assert [(line.who, line.verb) for line in lines] == [
        ("厂主席", "登记"),
        ("经办人", "退回"),
        ("厂主席", "修改后重新提交"),
        ("经办人", "确认"),
    ]
    assert lines[1].reason == "缺签字"


def test_a_correction_names_field_old_value_and_new_value(village, clerk):
    record = make_warmth_visit(village)
    record.goods, record.kind, record.occurred_on = "大米一袋", "help", date(2025, 3, 2)
    writing.amend(record, by=clerk, reason="更正")
    line = told(clerk, record)[0]
    assert line.verb == "更正"
    assert {(c.label, c.before, c.after) for c in line.changes} == {
        ("慰问日期", "2025-03-01", "2025-03-02"),
        ("方式", "慰问", "帮扶"),
        ("慰问物品", "—", "大米一袋"),
    }


def test_money_is_told_in_yuan(village, clerk):
    record = writing.enter(warmth_visit(village, amount=Decimal("1200.50")), by=None)
    record.amount = Decimal(300)
    writing.amend(record, by=clerk)
    change = told(clerk, record)[0].changes[0]
    assert (change.before, change.after) == ("1,200.50元", "300元")


def test_names_are_masked_to_whoever_only_reads(village, clerk, auditor):
    record = make_warmth_visit(village, make_household(village, make_person(village, name="单晓丽")))
    record.household = make_household(village, make_person(village, name="王小明"))
    writing.amend(record, by=clerk, reason="户主写错")
    assert told(clerk, record)[0].changes[0].after.startswith("王小明户")
    assert told(auditor, record)[0].changes[0].after.startswith("王**户")


def test_sealed_values_are_never_told(township, clerk):
    person = make_person(township, phone="13812345678")
    person.phone = "13987654321"
    writing.amend(person, by=clerk)
    change = told(clerk, person)[0].changes[0]
    assert (change.label, change.before, change.after) == ("手机号", "（受保护的内容）", "（受保护的内容）")


def test_a_changed_list_of_participants_is_told_by_its_length(township, clerk):
    record = make_training(township, "甲某", "乙某")
    writing.amend(record, by=clerk, reason="补登", children=named("甲某", "乙某", "丙某"))
    change = told(clerk, record)[0].changes[0]
    assert (change.label, change.before, change.after) == ("参加人", "2 行", "3 行")


def test_exhibits_belong_to_the_story_even_when_withdrawn(village, clerk):
    record = make_warmth_visit(village)
    exhibit = make_exhibit(record)
    writing.void(exhibit, by=clerk, reason="传错了")
    assert [line.verb for line in told(clerk, record)[:2]] == ["撤回附件", "上传附件"]


@pytest.mark.parametrize(
    ("value", "money", "text"),
    [
        (None, False, "—"),
        ("", False, "—"),
        (True, False, "是"),
        (False, False, "否"),
        (date(2025, 3, 8), False, "2025-03-08"),
        (Decimal("1234567.5"), True, "1,234,567.50元"),
        (Decimal("8.50"), False, "8.5"),
        (0, False, "0"),
    ],
)
def test_values_are_written_as_people_write_them(value, money, text):
    assert text_of(value, money=money) == text
