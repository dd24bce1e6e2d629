"""Evidence by the pages: all or none, only to those who reach the record, every hand-out noted."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from tests.makers import make_person
from tests.makers_relief import make_household, make_warmth_visit

from youju.ledger import attaching
from youju.records.models import Exhibit, File, Look
from youju.records.record import State
from youju.work.relief.models import WarmthVisit

pytestmark = pytest.mark.django_db
CODE = "relief.visits"


@pytest.fixture
def record(village):
    return make_warmth_visit(village)


def photo(name="照片.jpg", colour="red"):
    content = BytesIO()
    Image.new("RGB", (60, 40), colour).save(content, "JPEG")
    return SimpleUploadedFile(name, content.getvalue())


def attach(desk, record, *files, kind="receipt"):
    return desk.post(reverse("entry-attach", args=[CODE, record.pk]), {"files": files, "kind-of-files": kind})


def shown(record) -> list[Exhibit]:
    return list(attaching.exhibits_of(record))


def test_several_photos_become_pages_of_one_kind(desk, record):
    attach(desk, record, photo("1.jpg", "red"), photo("2.jpg", "blue"))
    attach(desk, record, photo("3.jpg", "green"))
    assert [(one.kind, one.page, one.file.name) for one in shown(record)] == [
        ("receipt", 1, "1.jpg"),
        ("receipt", 2, "2.jpg"),
        ("receipt", 3, "3.jpg"),
    ]


def test_one_bad_file_and_none_is_kept_but_all_bad_ones_are_named(desk, record):
    bad = SimpleUploadedFile("假.jpg", b"<html>"), SimpleUploadedFile("程序.exe", b"MZ")
    answer = attach(desk, record, photo(), *bad)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "假.jpg" in page
    assert "程序.exe" in page
    assert not shown(record)
    assert not File.objects.everywhere("x").exists()


def test_a_picture_that_cannot_be_drawn_is_refused(desk, record):
    whole = photo().read()
    answer = attach(desk, record, SimpleUploadedFile("半张.jpg", whole[: len(whole) // 3]))
    assert answer.status_code == 422
    assert "半张.jpg" in answer.content.decode()
    assert not shown(record)


def test_the_same_content_is_kept_once_and_not_shown_twice(desk, record, village):
    attach(desk, record, photo("a.jpg"))
    assert "已经上传过" in attach(desk, record, photo("b.jpg")).content.decode()
    assert "内容相同" in attach(desk, record, photo("c.jpg", "blue"), photo("d.jpg", "blue")).content.decode()
    attach(desk, make_warmth_visit(village), photo("e.jpg"))
    assert File.objects.everywhere("x").count() == 1


def test_choosing_no_file_is_said(desk, record):
    assert "请选择要上传的文件" in attach(desk, record).content.decode()


def test_the_file_is_handed_out_sealed_off_and_noted(desk, record, clerk):
    attach(desk, record, photo())
    answer = desk.get(reverse("file", args=[CODE, record.pk, shown(record)[0].pk]))
    content = b"".join(answer.streaming_content)
    assert content.startswith(b"\xff\xd8\xff")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"].startswith("sandbox")
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert Look.objects.get().by == clerk


@pytest.mark.parametrize("size", ["thumb", "view"])
def test_a_preview_is_drawn_anew(desk, record, size):
    attach(desk, record, photo())
    exhibit = shown(record)[0]
    answer = desk.get(reverse("preview", args=[CODE, record.pk, exhibit.pk, size, 1]))
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Security-Policy"].startswith("sandbox")
    assert b"".join(answer.streaming_content).startswith(b"\xff\xd8\xff")
    assert desk.get(reverse("preview", args=[CODE, record.pk, exhibit.pk, size, 9])).status_code == 404


def test_an_exhibit_lies_out_of_reach_with_its_record(desk, at_desk, outsider, record):
    attach(desk, record, photo())
    exhibit = shown(record)[0]
    there = at_desk(outsider)
    for name, more in (("file", []), ("exhibit", []), ("preview", ["thumb", 1]), ("exhibit-withdraw", [])):
        assert there.get(reverse(name, args=[CODE, record.pk, exhibit.pk, *more])).status_code == 404
    assert attach(there, record, photo("x.jpg", "blue")).status_code == 404


def test_an_exhibit_is_reached_only_beside_its_own_record(desk, record, village):
    attach(desk, record, photo())
    other = make_warmth_visit(village)
    assert desk.get(reverse("file", args=[CODE, other.pk, shown(record)[0].pk])).status_code == 404


def test_an_auditor_attaches_nothing(at_desk, auditor, record):
    assert attach(at_desk(auditor), record, photo()).status_code == 403
    assert not shown(record)


def test_an_exhibit_is_withdrawn_with_a_reason_and_its_story_stays(desk, record):
    attach(desk, record, photo("错.jpg"))
    exhibit = shown(record)[0]
    address = reverse("exhibit-withdraw", args=[CODE, record.pk, exhibit.pk])
    assert "请填写理由" in desk.post(address, {"reason": " "}).content.decode()
    assert desk.post(address, {"reason": "传错了"}).status_code == 302
    assert not shown(record)
    exhibit.refresh_from_db()
    assert exhibit.state == State.VOIDED
    page = desk.get(reverse("entry-detail", args=[CODE, record.pk])).content.decode()
    assert "撤回附件" in page
    assert "传错了" in page


def test_a_unit_does_not_withdraw_what_stands_beside_a_confirmed_record(desk, at_desk, chair, record):
    attach(desk, record, photo())
    address = reverse("exhibit-withdraw", args=[CODE, record.pk, shown(record)[0].pk])
    assert at_desk(chair).post(address, {"reason": "x"}).status_code == 403
    assert shown(record)


def test_a_photo_is_ticked_for_readers_and_unticked_on_the_record_s_page(desk, at_desk, chair, record):
    attach(desk, record, photo(), kind="photo")
    exhibit = shown(record)[0]
    where = reverse("exhibit-publish", args=[CODE, record.pk, exhibit.pk])
    page = reverse("entry-detail", args=[CODE, record.pk])
    assert "设为可公开" in desk.get(page).content.decode()
    desk.post(where, {"may": "1"})
    assert shown(record)[0].may_publish
    assert "可公开</span>" in desk.get(page).content.decode()
    assert at_desk(chair).post(where, {"may": "0"}).status_code == 403
    desk.post(where, {"may": "0"})
    assert not shown(record)[0].may_publish


def test_papers_are_not_ticked_for_readers(desk, record):
    attach(desk, record, photo(), kind="receipt")
    where = reverse("exhibit-publish", args=[CODE, record.pk, shown(record)[0].pk])
    assert "只有照片可以公开" in desk.post(where, {"may": "1"}, follow=True).content.decode()


def entered(desk, village, *files, **more):
    """A visit entered by the form, with files sent along."""
    home = make_household(village, make_person(village, name="单晓丽"))
    given = {
        "organisation": village.pk,
        "occurred_on": "2025-11-01",
        "round": "everyday",
        "household": home.pk,
    }
    given |= {"kind": "visit", "amount": "100", "money_source": "own_budget", "key": "k1", "files": files}
    return desk.post(
        reverse("entry-new", args=[CODE]), given | {"kind-of-files": "photo"} | more, follow=True
    )


def visits() -> list[WarmthVisit]:
    return list(WarmthVisit.objects.everywhere("the test's own"))


def test_photos_are_sent_along_with_a_new_record_and_once_only(desk, village):
    assert "已保存" in entered(desk, village, photo("1.jpg"), photo("2.jpg", "blue")).content.decode()
    entered(desk, village, photo("1.jpg"))  # the same sending once more
    (visit,) = visits()
    assert [(one.kind, one.file.name) for one in shown(visit)] == [("photo", "1.jpg"), ("photo", "2.jpg")]


def test_a_record_stands_when_the_file_beside_it_is_refused(desk, village):
    page = entered(desk, village, SimpleUploadedFile("假.jpg", b"<html>")).content.decode()
    (visit,) = visits()
    assert not shown(visit)
    assert "记录已保存，附件没有" in page
    assert "假.jpg" in page


def test_a_refused_form_keeps_no_file_and_says_so(desk, village):
    page = entered(desk, village, photo(), amount="百元").content.decode()
    assert "选好的照片没有保存" in page
    assert not visits()
    assert not File.objects.everywhere("x").exists()
