import argparse
import re
from datetime import date, timedelta

import pytest
from django.urls import resolve

from youju.base import clock
from youju.config.commands import init
from youju.config.console import Refusal
from youju.org import accounts
from youju.org.access import Access, Action
from youju.org.models import Organisation, User

pytestmark = pytest.mark.django_db


def options(**changed):
    plain = {
        "name": "青山镇总工会",
        "code": "QINGSHAN",
        "kind": "town",
        "officer": "王芳",
        "login": "wangfang",
    }
    return argparse.Namespace(**plain | {"since": None, "region": None, "again": None} | changed)


@pytest.fixture(autouse=True)
def database_and_keys_are_there(monkeypatch):
    monkeypatch.setattr(init, "migrate", lambda: 0)
    monkeypatch.setattr(init.vault, "create_keys", lambda: None)


def link(capsys):
    (path,) = re.findall(r"http://127\.0\.0\.1:8000(/\S+)", capsys.readouterr().out)
    return resolve(path)


def test_the_first_officer_may_do_everything_in_the_new_federation(capsys):
    assert init.run(options()) == 0
    town, officer = Organisation.objects.everywhere("test").get(), User.objects.get()
    assert (town.name, town.kind, town.federation_id) == ("青山镇总工会", "town", town.pk)
    assert all(Access(officer).may(action, town) for action in Action)


def test_the_link_sets_the_password_once_and_expires(capsys, client):
    init.run(options())
    found = link(capsys)
    token = found.kwargs["token"]
    assert found.url_name == "invitation"
    assert accounts.redeem(token, "一个够长的密码 2025").check_password("一个够长的密码 2025")
    assert accounts.invited(token) is None
    init.run(options(again="wangfang"))
    token = link(capsys).kwargs["token"]
    assert accounts.invited(token) == User.objects.get()
    with clock.at(clock.now() + timedelta(hours=25)):
        assert accounts.invited(token) is None


def test_no_password_ships():
    init.run(options())
    assert not User.objects.get().has_usable_password()


def test_a_second_initialisation_changes_nothing():
    init.run(options())
    with pytest.raises(Refusal, match="已经初始化过"):
        init.run(options(name="另一镇总工会", code="LING", login="other"))
    assert Organisation.objects.everywhere("test").count() == User.objects.count() == 1


def test_what_is_missing_is_named_all_at_once():
    with pytest.raises(Refusal, match="请写明 --name、--officer。"):
        init.run(options(name=None, officer=None))


def test_a_bad_value_leaves_nothing_behind():
    with pytest.raises(Refusal):
        init.run(options(login="x" * 41))
    assert not Organisation.objects.everywhere("test").exists()


def test_work_of_last_year_can_be_entered_unless_another_day_is_named():
    init.run(options())
    assert Organisation.objects.everywhere("test").get().from_on == date(clock.today().year - 1, 1, 1)


def test_the_beginning_may_be_named():
    init.run(options(since=date(2005, 6, 1)))
    assert Organisation.objects.everywhere("test").get().from_on == date(2005, 6, 1)


def test_a_county_is_led_by_a_county_officer():
    init.run(options(kind="county"))
    county = Organisation.objects.everywhere("test").get()
    assert Access(User.objects.get()).may(Action.SEAL, county)


def test_a_new_link_is_for_someone_known():
    with pytest.raises(Refusal, match="没有登录名为“nobody”的用户"):
        init.run(options(again="nobody"))
