"""Many units out of a pasted list: all of them or none, and each wrong line by its number."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from youju.org import founding, tree
from youju.org.access import Access
from youju.org.models import Organisation

pytestmark = pytest.mark.django_db
DAY = date(2025, 1, 1)


def found(user, parent, text: str):
    lines = founding.read(text)
    return founding.found_all(Access(user), parent, lines, kind="basic", from_on=DAY)


def test_a_line_says_by_the_look_of_its_cells_what_they_are():
    text = "序号\t单位名称\n1\t丰盛纸箱厂工会\t丰盛\t2019.3.8\n\n2\t永固建材工会\t２０２０年5月1日\tYG-1\n"
    first, second = founding.read(text)
    assert (first.number, first.name, first.short_name) == (2, "丰盛纸箱厂工会", "丰盛")
    assert first.from_on == date(2019, 3, 8)
    assert (second.number, second.code, second.from_on) == (4, "YG-1", date(2020, 5, 1))


def test_units_get_codes_nobody_has_and_the_day_of_the_list(township, village, clerk):
    units = found(clerk, township, "乙厂工会\n丙厂工会\t\t2024-06-01")
    assert [one.code for one in units] == ["ZHEN-02", "ZHEN-03"]  # ZHEN-01 is the village
    assert [one.from_on for one in units] == [DAY, date(2024, 6, 1)]
    assert tree.children(township, date(2025, 12, 31)) == [village, *units]
    assert all(one.federation_id == township.pk for one in units)


def test_one_wrong_line_leaves_nothing_behind(township, village, clerk):
    with pytest.raises(ValidationError) as refused:
        found(clerk, township, "乙厂工会\n甲厂工会\n丙厂工会\t\tZHEN-01\n乙厂工会")
    said = refused.value.messages
    assert [one.partition("：")[0] for one in said] == ["第 2 行", "第 4 行", "第 3 行"]
    assert "已经有了" in said[0]
    assert Organisation.objects.everywhere("counted").count() == 3


def test_nothing_or_too_much_is_refused(township, clerk):
    for text, says in (("  \n", "没有读到"), ("\n".join(f"第{n}厂工会" for n in range(301)), "最多 300")):
        with pytest.raises(ValidationError, match=says):
            found(clerk, township, text)


def test_only_who_administers_the_parent_founds_units(township, auditor):
    with pytest.raises(PermissionDenied):
        found(auditor, township, "乙厂工会")
