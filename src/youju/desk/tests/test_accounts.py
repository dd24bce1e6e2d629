"""Getting in, staying in, getting out."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.makers import make_post, make_user

from youju.base import clock
from youju.org import accounts
from youju.org.models import SignIn

pytestmark = pytest.mark.django_db
PASSWORD = "丰盛纸箱厂2025年"
NOON = datetime(2025, 12, 31, 12, 0, tzinfo=clock.CHINA)


@pytest.fixture
def wang(township):
    user = make_user("wang", name="王经办", password=PASSWORD)
    make_post(user, township, "clerk")
    return user


def log_in(client, name="wang", password=PASSWORD, **more):
    return client.post(reverse("login"), {"login_name": name, "password": password, **more})


def test_the_right_password_opens_the_first_screen(client, wang):
    answer = log_in(client)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert "某镇总工会" in client.get("/").content.decode()
    assert SignIn.objects.get(user=wang).address == "127.0.0.1"


@pytest.mark.parametrize(("name", "password"), [("wang", "wrong"), ("nobody", PASSWORD), ("wang", "")])
def test_whatever_is_wrong_the_words_are_the_same(client, wang, name, password):
    page = log_in(client, name, password).content.decode()
    assert "登录名或密码不对" in page or "请输入密码" in page
    assert client.get("/").status_code == 302


def test_the_login_name_is_not_case_sensitive(client, wang):
    assert log_in(client, "WANG").status_code == 302


def test_after_five_wrong_passwords_even_the_right_one_waits(client, wang):
    for _ in range(5):
        log_in(client, password="wrong")
    assert "15 分钟后再试" in log_in(client).content.decode()
    with clock.at(NOON + timedelta(minutes=16)):
        assert log_in(client).status_code == 302


def test_logging_in_changes_the_session_key(client, wang):
    client.get(reverse("login"))
    before = client.session.session_key
    log_in(client)
    assert client.session.session_key != before


@pytest.mark.parametrize("onward", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_nobody_is_sent_elsewhere_after_logging_in(client, wang, onward):
    assert log_in(client, next=onward)["Location"] == "/"


def test_one_comes_back_to_where_one_wanted_to_go(client, wang):
    assert log_in(client, next="/figures/")["Location"] == "/figures/"


def test_logging_out_ends_the_session(client, wang):
    log_in(client)
    client.post(reverse("logout"))
    assert client.get("/").status_code == 302
    assert SignIn.objects.get(user=wang).ended_at is not None


def test_half_an_hour_without_use_ends_the_session_and_says_so(client, wang):
    log_in(client)
    with clock.at(NOON + timedelta(minutes=31)):
        assert client.get("/").status_code == 302
        assert "登录已失效" in client.get(reverse("login")).content.decode()


def test_a_part_of_a_page_sends_the_whole_page_to_the_login(client):
    answer = client.get("/year/2025/", headers={"HX-Request": "true"})
    assert answer["HX-Redirect"].startswith("/login/")


def test_another_device_is_listed_and_ended(client, wang):
    other = Client()
    log_in(client)
    log_in(other)
    here, there = SignIn.objects.filter(user=wang).order_by("id")
    assert client.get(reverse("sessions")).content.decode().count("退出该设备") == 1
    client.post(reverse("session-end", args=[there.pk]))
    assert other.get("/").status_code == 302
    assert client.get("/").status_code == 200
    assert here != there


def test_nobody_ends_the_session_of_another(client, wang, outsider):
    row = accounts.begin(outsider, address="10.0.0.1", device="")
    log_in(client)
    assert client.post(reverse("session-end", args=[row.pk])).status_code == 404


def test_a_new_password_ends_the_other_sessions_only(client, wang):
    other = Client()
    log_in(client)
    log_in(other)
    new = "一句很好记的新口令2026"
    client.post(reverse("password"), {"old": PASSWORD, "password": new, "again": new})
    assert client.get("/").status_code == 200
    assert other.get("/").status_code == 302
    assert log_in(Client(), password=new).status_code == 302


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (
            {"old": "wrong", "password": "一句很好记的新口令2026", "again": "一句很好记的新口令2026"},
            "现在的密码不对",
        ),
        ({"old": PASSWORD, "password": "一句很好记的新口令2026", "again": "不一样"}, "两次输入的密码不一样"),
        ({"old": PASSWORD, "password": "short", "again": "short"}, "10"),
        ({"old": PASSWORD, "password": "", "again": ""}, "请输入新密码"),
    ],
)
def test_a_password_is_changed_only_with_the_old_one_and_a_good_new_one(client, wang, given, says):
    log_in(client)
    assert says in client.post(reverse("password"), given).content.decode()
    assert log_in(Client()).status_code == 302


def test_the_first_link_sets_the_password_and_opens_the_desk(client, wang):
    address = reverse("invitation", args=[accounts.create_invitation(wang)])
    assert "wang" in client.get(address).content.decode()
    new = "一句很好记的新口令2026"
    assert client.post(address, {"password": new, "again": new})["Location"] == "/"
    assert client.get("/").status_code == 200
    assert Client().get(address).status_code == 404


def test_a_made_up_link_is_dead(client, db):
    answer = client.get(reverse("invitation", args=["made-up"]))
    assert answer.status_code == 404
    assert "链接已失效" in answer.content.decode()


def test_one_works_for_one_of_several_posts_at_a_time(client, wang, county):
    make_post(wang, county, "auditor")
    log_in(client)
    assert "某镇总工会" in client.get("/").content.decode()
    client.post(reverse("place"), {"place": str(county.pk)})
    assert '<h1 class="page-title">某县总工会' in client.get("/").content.decode()


def test_a_place_where_one_holds_no_post_is_not_switched_to(client, wang, neighbour):
    log_in(client)
    client.post(reverse("place"), {"place": str(neighbour.pk), "next": "https://evil.example/"})
    assert '<h1 class="page-title">某镇总工会' in client.get("/").content.decode()


def test_a_page_may_ask_whether_the_log_in_still_holds(client, wang):
    here = reverse("here")
    assert client.get(here).status_code == 302
    log_in(client)
    found = client.get(here).json()
    assert found["user"] == str(wang.pk)
    strict = Client(enforce_csrf_checks=True, headers={"cookie": client.cookies.output(header="", sep=";")})
    strict.cookies = client.cookies
    assert strict.post(reverse("logout"), {"csrfmiddlewaretoken": found["token"]}).status_code == 302
    assert client.get(here).status_code == 302


def test_a_log_in_that_is_over_is_not_here(client, wang):
    with clock.at(NOON):
        log_in(client)
    with clock.at(NOON + timedelta(hours=5)):
        assert client.get(reverse("here")).status_code == 302
