"""The four posters: filled from what holds today, with nothing of persons but name and post."""

from datetime import date

import pypdfium2
import pytest
from django.core.exceptions import PermissionDenied
from tests.makers import NOON, make_person
from tests.makers_institutions import make_target, make_wall_item, make_wall_text
from tests.makers_organising import make_election, make_officer

from youju.org.access import Access
from youju.reports import posters
from youju.reports.posters import Table, Words, worded
from youju.reports.render import poster as render

pytestmark = pytest.mark.django_db

MILLIMETRES = 72 / 25.4


@pytest.fixture
def access(clerk):
    return Access(clerk)


def rows(poster):
    return [row for block in poster.blocks if isinstance(block, Table) for row in block.rows]


def printed(poster, paper="a3"):
    document = pypdfium2.PdfDocument(render.pdf(poster, paper, when=NOON))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    return text.replace("\r", "").replace("\n", ""), len(document), document[0].get_size()


def test_the_team_is_who_holds_a_post_today_the_chair_first(access, township):
    make_officer(township, name="李委员", position="committee", duties="宣传")
    make_officer(township, name="王主席", position="chair", duties="全面工作")
    gone = {"until_on": date(2025, 6, 30), "ended_by": "moved"}
    make_officer(township, name="赵前任", position="committee", **gone)
    found = rows(posters.poster(access, township, "team", 2025))
    assert [row[:3] for row in found] == [("主席", "王主席", "全面工作"), ("委员", "李委员", "宣传")]


def test_staff_and_officers_of_units_below_do_not_hang_there(access, township, village):
    make_officer(township, name="陈干事", position="staff")
    make_officer(village, name="孙厂工", position="chair")
    made = posters.poster(access, township, "team", 2025)
    assert made.blocks == ()
    assert "工会干部台账" in made.missing


def test_the_last_election_says_until_when_the_team_sits(access, township):
    make_election(township, occurred_on=date(2023, 3, 16), session="第四届", term_years=5)
    make_officer(township, name="王主席", position="chair")
    first = posters.poster(access, township, "team", 2025).blocks[0]
    assert first == Words("第四届委员会于2023年3月16日选举产生，任期至2028年3月。")


def test_nothing_of_a_person_but_the_name_reaches_the_paper(access, township):
    person = make_person(township, name="王主席", id_number="110101199003070011", phone="13800001111")
    make_officer(township, person=person, name="王主席", position="chair")
    text, pages, _size = printed(posters.poster(access, township, "team", 2025))
    assert "王主席" in text
    assert pages == 1
    assert not any(part in text for part in ("1101", "0011", "138", "1111"))


def test_targets_are_the_offices_own_of_the_year_with_amount_day_and_owner(access, township, village):
    make_target(township, item="新发展会员", value=300, unit="人", owner="王芳")
    make_target(township, item="前一年的", year=2024, due_on=date(2025, 1, 20))
    make_target(village, item="单位的", level="letter")
    made = posters.poster(access, township, "targets", 2025)
    assert rows(made) == [("1", "新发展会员", "不少于300人", "12月31日", "王芳")]
    assert posters.poster(access, township, "targets", 2026).missing


def test_a_target_without_an_amount_says_so(access, township):
    make_target(township, item="开好会议", indicator="", value=None)
    assert rows(posters.poster(access, township, "targets", 2025))[0][2] == "—"


def test_a_text_hangs_as_written_in_the_version_of_today(access, township):
    make_wall_text(township, kind="rights", title="旧版", text="旧", until_on=date(2025, 5, 31))
    new = {"title": "会员的权利", "version": "2025年6月版", "from_on": date(2025, 6, 1)}
    make_wall_text(township, kind="rights", text="会员的权利\n一、参加表决。", **new)
    made = posters.poster(access, township, "rights", 2025)
    assert made.title == "会员的权利"
    assert made.blocks == (Words("会员的权利", heads=True), Words("一、参加表决。"))
    assert made.note == "2025年6月版　某镇总工会 制　2025年12月"


def test_short_lines_without_a_stop_head_what_follows():
    assert worded("维护\n\n维护职工合法权益。\n（一）甲\n") == (
        Words("维护", heads=True),
        Words("维护职工合法权益。"),
        Words("（一）甲"),
    )


def test_an_empty_text_says_where_to_write_it(access, township):
    make_wall_text(township, kind="functions", title="四项职能")
    assert "上墙内容" in posters.poster(access, township, "functions", 2025).missing


def test_each_wall_knows_its_text_and_where_it_hangs(access, township):
    text = make_wall_text(township)
    item = make_wall_item(township, text, place="会议室")
    make_wall_item(township, text, place="旧墙", until_on=date(2025, 3, 1))
    team, *others = posters.walls(access, township, 2025)
    assert (team.text, team.items) == (text, [item])
    assert [(one.text, one.items) for one in others] == [(None, [])] * 3


def test_those_who_only_read_get_no_names_in_full(auditor, township):
    with pytest.raises(PermissionDenied):
        posters.poster(Access(auditor), township, "team", 2025)


@pytest.mark.parametrize(("paper", "width", "height"), [("a3", 297, 420), ("a2", 420, 594)])
def test_a_poster_is_one_upright_sheet_of_its_size(access, township, paper, width, height):
    for number in range(30):
        make_target(
            township, item=f"第{number}项目标任务，措辞比较长，需要折行才放得下", unit="人", owner="王芳"
        )
    text, pages, size = printed(posters.poster(access, township, "targets", 2025), paper)
    assert pages == 1
    assert "第29项" in text
    assert size == pytest.approx((width * MILLIMETRES, height * MILLIMETRES), abs=1)


def test_a_glance_is_a_small_picture_of_the_sheet(access, township):
    make_wall_text(township, kind="functions", title="四项职能", text="维护职工合法权益。")
    assert render.picture(posters.poster(access, township, "functions", 2025)).startswith(b"\x89PNG")
