"""第一小时: its steps say how far the office is, the first screen shows it until it is over or hidden."""

import pytest
from django.urls import reverse
from tests.makers import make_person
from tests.makers_institutions import make_meeting, make_task

from youju.base import backups, clock, periods
from youju.ledger.models import Seen
from youju.org.access import Access, SystemAccess
from youju.reports import composing, starting

pytestmark = pytest.mark.django_db
PAGE, HIDE = reverse("first-hour"), reverse("first-hour-hide")


def text(answer) -> str:
    return answer.content.decode()


def test_an_empty_office_begins_with_people(desk):
    page = text(desk.get(PAGE))
    assert page.count("下一步</span>") == 1
    assert "已完成" not in page
    first = page.partition("下一步</span>")[2]
    assert first.index(reverse("sheet-import", args=["people.persons"])) < first.index("建立所属单位")
    assert "还没有备份过" in page


def test_each_step_is_done_by_what_the_office_holds(township, leader):
    access = Access(leader)
    assert starting.start(access, township).done == 0
    make_person(township, name="李建国")
    make_task(township)  # came out of last year's summary: no work of the own yet
    assert starting.start(access, township).people == 1
    composing.begin(access, township, periods.year(2025))
    start = starting.start(access, township)
    assert (bool(start.begun), start.entry, start.is_over) == (True, None, False)


def test_units_and_an_entry_finish_it(township, village, leader):
    make_person(township, name="李建国")
    composing.begin(Access(leader), township, periods.year(2025))
    meeting = make_meeting(township)
    start = starting.start(Access(leader), township)
    assert (start.units, start.entry[1], start.is_over) == (1, meeting, True)


def test_the_first_figure_is_one_click_from_its_evidence(desk, township):
    make_meeting(township)
    page = text(desk.get(PAGE))
    assert "看一个数字怎么来的" in page
    assert '<a class="figure" href="/evidence/institutions.' in page


def test_what_nobody_confirmed_makes_no_figure_yet(desk, township, clerk):
    from tests.makers_relief import warmth_visit

    from youju.records import writing

    record = writing.enter(warmth_visit(township), by=clerk)
    page = text(desk.get(PAGE))
    assert "还差一步就有数字" in page
    assert reverse("entry-detail", args=["relief.visits", record.pk]) in page


def test_the_first_screen_shows_it_until_it_is_hidden_for_oneself(desk, at_desk, leader, clerk):
    card = 'id="first-hour"'
    assert card in text(desk.get("/"))
    assert desk.post(HIDE).headers["Location"] == "/"
    assert card not in text(desk.get("/"))
    assert "工作台不再显示</button>" not in text(desk.get(PAGE))
    assert card in text(at_desk(leader).get("/"))
    assert Seen.objects.get(user=clerk).what == Seen.What.FIRST_HOUR


def test_it_is_not_for_chairs_and_auditors(at_desk, chair, auditor):
    for user in (chair, auditor):
        desk = at_desk(user)
        assert desk.get(PAGE).status_code == 403
        assert desk.post(HIDE).status_code == 403
        assert 'id="first-hour"' not in text(desk.get("/"))


def test_units_are_pasted_from_there(desk, township):
    address = reverse("units-paste", args=[township.code])
    given = {"text": "乙厂工会\n丙厂工会", "kind": "basic", "from_on": "2025-01-01"}
    refused = desk.post(address, given | {"text": "乙厂工会\n乙厂工会"})
    assert refused.status_code == 422
    assert "第 2 行：“乙厂工会”已经有了" in text(refused)
    assert desk.post(address, given).headers["Location"] == reverse("organisation-detail", args=["ZHEN"])
    assert "已有 2 个单位" in text(desk.get(PAGE))


def test_the_page_after_a_step_leads_on_to_the_next_until_all_are_done(desk, township, village):
    address = reverse("organisation-detail", args=[township.code])
    make_person(township, name="李建国")
    page = text(desk.get(address))
    assert "下一步 <strong>读入上年总结</strong>" in page
    composing.begin(SystemAccess(), township, periods.year(2025))
    make_meeting(township)
    assert "下一步 <strong>" not in text(desk.get(address))


def test_the_last_backup_is_told(desk, settings, tmp_path):
    settings.YOUJU_HOME = tmp_path
    assert backups.last(tmp_path) is None
    backups.note(tmp_path)
    assert backups.last(tmp_path) == clock.now().replace(microsecond=0)
    assert f"上次备份：{clock.today():%Y-%m-%d}" in text(desk.get(PAGE))
