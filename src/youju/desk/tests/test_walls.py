"""Posters printed by those who keep the office; screens lit without a log-in, dark when revoked."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.makers import make_membership
from tests.makers_institutions import make_target, make_wall_text

from youju.ledger.models import Screen
from youju.ledger.screens import SIGNS

pytestmark = pytest.mark.django_db
CODE = re.compile(rf"/screen/((?:[{SIGNS}]{{4}}-){{2}}[{SIGNS}]{{4}})/")


def walls(desk, **query):
    return desk.get(reverse("walls"), {"period": "2025"} | query).content.decode()


def opened(desk, township, name="门厅电视"):
    answer = desk.post(reverse("screen-new", args=[township.code]), {"name": name})
    return CODE.search(answer.content.decode())[1]


def test_each_wall_item_is_printed_or_says_what_is_missing(desk, township):
    make_target(township, value=300, unit="人")
    shown = walls(desk)
    assert reverse("wall-poster", args=["ZHEN", "targets", 2025, "a3"]) in shown
    assert reverse("wall-poster", args=["ZHEN", "targets", 2025, "a2"]) in shown
    assert reverse("wall-poster", args=["ZHEN", "team", 2025, "a3"]) not in shown
    assert "工会干部台账里还没有本单位现任的班子成员" in shown


def test_a_text_leads_to_its_record_and_to_where_it_hangs(desk, township):
    text = make_wall_text(township, kind="rights", title="权利", text="一、参加表决。")
    shown = walls(desk)
    assert reverse("entry-detail", args=["institutions.wall_texts", text.pk]) in shown
    assert f"{reverse('entry-new', args=['institutions.wall_items'])}?text={text.pk}" in shown


def test_a_poster_opens_as_pdf_and_as_a_picture(desk, township):
    make_target(township, value=300, unit="人")
    pdf = desk.get(reverse("wall-poster", args=["ZHEN", "targets", 2025, "a2"]))
    assert b"".join(pdf.streaming_content).startswith(b"%PDF")
    assert "no-store" in pdf["Cache-Control"]
    assert desk.get(reverse("wall-glance", args=["ZHEN", "targets", 2025]))["Content-Type"] == "image/png"


@pytest.mark.parametrize("parts", [("team", 2025, "a3"), ("targets", 2025, "a5"), ("none", 2025, "a3")])
def test_what_cannot_be_printed_is_not_there(desk, township, parts):
    make_target(township)
    assert desk.get(reverse("wall-poster", args=["ZHEN", *parts])).status_code == 404


def test_a_chair_prints_for_the_own_unit_only(at_desk, chair, township, village):
    make_target(township)
    make_target(village, level="letter", item="本厂职代会")
    seat = at_desk(chair)
    assert seat.get(reverse("wall-glance", args=[village.code, "targets", 2025])).status_code == 200
    assert seat.get(reverse("wall-glance", args=["ZHEN", "targets", 2025])).status_code == 404


def test_a_screen_shows_totals_to_whoever_holds_its_link(desk, township, village):
    make_membership(village)
    code = opened(desk, township)
    page = Client().get(reverse("screen", args=[code]))
    shown = page.content.decode()
    assert "某镇总工会" in shown
    assert re.search(r"<b>1<small>人</small></b><span>会员总数", shown)
    assert "王小明" not in shown
    assert "no-store" in page["Cache-Control"]
    assert page["X-Robots-Tag"] == "noindex, nofollow"


def test_a_code_may_be_typed_small(desk, township):
    assert Client().get(reverse("screen", args=[opened(desk, township).lower()])).status_code == 200


def test_a_screen_brings_itself_up_to_date_with_the_board_alone(desk, township):
    address = reverse("screen", args=[opened(desk, township)])
    assert 'hx-trigger="every 60s"' in Client().get(address).content.decode()
    part = Client().get(address, headers={"HX-Request": "true"}).content.decode()
    assert part.lstrip().startswith('<main class="board"')


def test_a_revoked_screen_is_dark_at_once(desk, township):
    code = opened(desk, township)
    screen = Screen.objects.everywhere("test").get()
    assert "门厅电视" in walls(desk)
    desk.post(reverse("screen-end", args=["ZHEN", screen.pk]))
    assert Client().get(reverse("screen", args=[code])).status_code == 404
    assert "门厅电视" not in walls(desk).replace("“门厅电视”的链接已停用", "")
    assert Screen.objects.everywhere("test").get().state == "voided"


def test_the_link_is_kept_nowhere(desk, township):
    code = opened(desk, township)
    screen = Screen.objects.everywhere("test").get()
    assert code not in screen.digest
    assert code not in walls(desk)


def test_guesses_at_codes_are_slowed_down(desk, township):
    code, stranger = opened(desk, township), Client()
    for _n in range(5):
        assert stranger.get(reverse("screen", args=["AAAA-BBBB-CCCC"])).status_code == 404
    assert stranger.get(reverse("screen", args=[code])).status_code == 404


def test_a_chair_opens_no_screen(at_desk, chair, township, village):
    seat = at_desk(chair)
    assert seat.post(reverse("screen-new", args=[village.code]), {"name": "厅"}).status_code == 403
    assert seat.post(reverse("screen-new", args=["ZHEN"]), {"name": "厅"}).status_code == 404
    assert "生成大屏链接" not in walls(seat)
