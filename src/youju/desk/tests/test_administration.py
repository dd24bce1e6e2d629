"""Units, accounts and posts: nobody hands out more than they hold."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.makers import make_organisation, make_post, make_user

from youju.org.access import Access
from youju.org.models import Organisation, Post, User, current_posts

pytestmark = pytest.mark.django_db
NEW = {"name": "王芳", "login_name": "WangFang"}


def posts():
    return Post.objects.everywhere("x")


def test_a_leader_makes_an_account_and_its_link_opens_the_desk(at_desk, leader, village):
    given = NEW | {"organisation": village.pk, "role": "chair"}
    page = at_desk(leader).post(reverse("account-new"), given).content.decode()
    token = re.search(r"/invitation/([\w-]+)/", page)[1]
    user = User.objects.get(login_name="wangfang")
    assert not user.has_usable_password()
    assert [post.organisation for post in current_posts(user)] == [village]
    browser, new = Client(), "一句很好记的新口令2026"
    browser.post(reverse("invitation", args=[token]), {"password": new, "again": new})
    assert "甲厂工会" in browser.get("/").content.decode()


@pytest.mark.parametrize(
    ("role", "place"),
    [("leader", "township"), ("county", "township"), ("chair", "township"), ("clerk", "village")],
)
def test_a_clerk_gives_no_role_above_the_own_or_out_of_place(request, desk, role, place):
    given = NEW | {"organisation": request.getfixturevalue(place).pk, "role": role}
    assert desk.post(reverse("account-new"), given).status_code == 422
    assert not User.objects.filter(login_name="wangfang").exists()


def test_a_unit_out_of_reach_gets_no_account(desk, neighbour):
    given = NEW | {"organisation": neighbour.pk, "role": "clerk"}
    assert desk.post(reverse("account-new"), given).status_code == 422


@pytest.mark.parametrize(
    ("login", "says"), [("CLERK", "已有人用"), ("王芳", "只能用字母"), ("ab", "3 至 40 位")]
)
def test_a_login_name_is_plain_and_unique(desk, village, login, says):
    given = {"name": "王芳", "login_name": login, "organisation": village.pk, "role": "chair"}
    assert says in desk.post(reverse("account-new"), given).content.decode()


def test_a_clerk_cannot_take_over_the_account_of_the_leader(desk, leader, clerk, township):
    post = posts().get(user=leader)
    assert desk.post(reverse("account-link", args=[post.pk])).status_code == 403
    assert desk.post(reverse("account-end", args=[post.pk])).status_code == 403
    assert list(current_posts(leader)) == [post]


def test_whoever_also_sits_higher_up_gets_no_link_from_below(desk, chair, county):
    make_post(chair, county, "county")
    post = posts().get(user=chair, role="chair")
    assert desk.post(reverse("account-link", args=[post.pk])).status_code in (403, 404)


def test_ending_a_post_ends_its_access_at_once(desk, at_desk, chair, village):
    theirs = at_desk(chair)
    assert theirs.get("/").status_code == 200
    desk.post(reverse("account-end", args=[posts().get(user=chair).pk]))
    assert theirs.get("/").status_code == 302
    assert not Access(chair).may_anywhere("read")


def test_a_post_of_today_is_ended_too(desk, village):
    user = make_user("new")
    make_post(user, village, "chair", from_on=date(2025, 12, 31))
    desk.post(reverse("account-end", args=[posts().get(user=user).pk]))
    assert not current_posts(user)


def test_nobody_ends_the_own_post(at_desk, leader):
    at_desk(leader).post(reverse("account-end", args=[posts().get(user=leader).pk]))
    assert len(current_posts(leader)) == 1


@pytest.mark.parametrize("who", ["chair", "auditor"])
def test_whoever_administers_nothing_sees_no_accounts(request, at_desk, who):
    desk = at_desk(request.getfixturevalue(who))
    assert desk.get(reverse("account-list")).status_code == 403
    assert desk.post(reverse("account-new"), NEW).status_code == 403


def test_a_new_unit_stands_below_the_federation(desk, township):
    given = {"name": "新厂工会委员会", "short_name": "新厂工会", "code": "ZHEN-09", "kind": "basic"}
    desk.post(reverse("unit-new", args=["ZHEN"]), given | {"from_on": "2025-05-06"})
    unit = Organisation.objects.everywhere("x").get(code="ZHEN-09")
    assert unit.federation_id == township.pk
    assert "新厂工会" in desk.get(reverse("organisation-detail", args=["ZHEN"])).content.decode()


def test_a_unit_needs_a_code_of_its_own_and_a_fitting_kind(desk, village):
    given = {"name": "新厂工会", "code": "ZHEN-01", "kind": "county", "from_on": "2025-05-06"}
    answer = desk.post(reverse("unit-new", args=["ZHEN"]), given)
    assert answer.status_code == 422
    assert Organisation.objects.everywhere("x").filter(code="ZHEN-01").count() == 1


@pytest.mark.parametrize("who", ["chair", "auditor", "outsider"])
def test_nobody_else_founds_units_here(request, at_desk, township, who):
    desk = at_desk(request.getfixturevalue(who))
    assert desk.get(reverse("unit-new", args=["ZHEN"])).status_code in (403, 404)


@pytest.fixture
def new_township(at_desk, county_officer, county):
    """A township that the county has just entered."""
    given = {
        "name": "新乡总工会",
        "code": "XIN",
        "kind": "township",
        "region": "340321",
        "from_on": "2025-05-06",
    }
    at_desk(county_officer).post(reverse("unit-new", args=[county.code]), given)
    return Organisation.objects.everywhere("x").get(code="XIN")


def first_leader(township):
    return NEW | {"organisation": township.pk, "role": "leader"}


def test_a_county_gives_a_new_township_its_first_leader_and_nobody_else(
    at_desk, county_officer, new_township
):
    county = at_desk(county_officer)
    auditor = NEW | {"organisation": new_township.pk, "role": "auditor"}
    assert "只能安排：" in county.post(reverse("account-new"), auditor).content.decode()
    page = county.post(reverse("account-new"), first_leader(new_township)).content.decode()
    token = re.search(r"/invitation/([\w-]+)/", page)[1]
    browser, new = Client(), "一句很好记的新口令2026"
    browser.post(reverse("invitation", args=[token]), {"password": new, "again": new})
    assert "新乡总工会" in browser.get("/").content.decode()


def test_once_the_leader_has_logged_in_the_county_administers_there_no_more(
    at_desk, county_officer, new_township
):
    county = at_desk(county_officer)
    county.post(reverse("account-new"), first_leader(new_township))
    user = User.objects.get(login_name="wangfang")
    link = reverse("account-link", args=[posts().get(user=user).pk])
    assert county.post(link).status_code == 200  # a lost link is replaced
    user.set_password("一句很好记的新口令2026")
    user.save()
    assert county.post(link).status_code == 404
    second = first_leader(new_township) | {"login_name": "second"}
    assert county.post(reverse("account-new"), second).status_code == 422


def test_a_township_that_is_led_is_not_offered_to_the_county(at_desk, county_officer, leader, township):
    leader.set_password("一句很好记的新口令2026")
    leader.save()
    page = at_desk(county_officer).get(reverse("account-new")).content.decode()
    assert str(township.pk) not in page


def test_a_unit_lies_where_its_parent_lies_unless_it_says_so(at_desk, leader, new_township, county):
    assert (new_township.region, county.region) == ("340321", "")
    given = {"name": "新厂工会", "code": "XIN-01", "kind": "basic", "region": "34A", "from_on": "2025-05-06"}
    page = at_desk(leader).post(reverse("unit-new", args=["ZHEN"]), given | {"code": "ZHEN-09"})
    assert "2、4 或 6 位数字" in page.content.decode()
    union = make_organisation(new_township, code="XIN-02")
    assert union.region == "340321"
