"""Where an office's daily numbers go: named on a page, kept sealed, never shown again."""

import pytest
from django.urls import reverse

from youju.reports import outside

pytestmark = pytest.mark.django_db
PAGE = reverse("notices-outside")
MAIL = "mailtos://gonghui:shouquanma@smtp.qq.com?to=ganbu@qq.com"


def test_it_is_off_until_an_address_is_named_and_off_again_without_one(desk, township):
    assert "没有启用" in desk.get(PAGE).content.decode()
    assert desk.post(PAGE, {"addresses": MAIL}).headers["Location"] == PAGE
    page = desk.get(PAGE).content.decode()
    assert "电子邮件</span>" in page
    assert not [word for word in ("shouquanma", "gonghui", "ganbu") if word in page]
    assert outside.addresses(township) == [MAIL]
    desk.post(PAGE, {"addresses": ""})
    assert outside.addresses(township) == []


def test_what_is_not_understood_is_said_with_the_remedy_and_nothing_is_kept(desk, township):
    answer = desk.post(PAGE, {"addresses": f"{MAIL}\nhttps://example.com/"})
    assert answer.status_code == 422
    assert "第 2 个地址不认识。可以填：企业微信群机器人" in answer.content.decode()
    assert outside.addresses(township) == []


def test_only_the_office_sets_it(at_desk, chair, auditor):
    for user in (chair, auditor):
        desk = at_desk(user)
        assert desk.get(PAGE).status_code == 403
        assert desk.post(PAGE, {"addresses": MAIL}).status_code == 403
