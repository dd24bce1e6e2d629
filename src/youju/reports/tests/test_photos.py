"""What readers see of the evidence: ticked photos, small and bare; all else as kind, count and digest."""

from base64 import b64decode
from datetime import date
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from PIL import Image
from tests.makers import make_exhibit, make_membership, make_person
from tests.makers_relief import make_student_aid, make_warmth_visit

from youju.base import periods
from youju.catalogue import INDICATORS
from youju.ledger import attaching
from youju.ledger.attaching import Upload
from youju.ledger.scope import Scope
from youju.org.access import Access, SystemAccess
from youju.reports import composing, sealing
from youju.reports.render import html
from youju.work.relief.models import StudentAid

pytestmark = pytest.mark.django_db
YEAR = periods.year(2025)
GPS, MAKER = 0x8825, 0x010F


def camera(colour="red") -> Upload:
    """A large photo in which a camera wrote where it stood and who owned it."""
    exif = Image.Exif()
    exif[MAKER] = "CANARY-相机主人"
    exif.get_ifd(GPS)[1] = "N"
    content = BytesIO()
    Image.new("RGB", (2400, 1800), colour).save(content, "JPEG", exif=exif)
    content.seek(0)
    return Upload("张三家门口.jpg", content)


def shoot(record, colour="red", *, may: bool):
    exhibit = attaching.attach(SystemAccess(), record, [camera(colour)], "photo")[0]
    return attaching.publish(SystemAccess(), exhibit, record, may=may) if may else exhibit


@pytest.fixture
def member(village):
    return make_membership(village, make_person(village, name="张一"), from_on=date(2025, 3, 1))


def sealed(township, text):
    report = composing.begin(SystemAccess(), township, YEAR)
    composing.add(SystemAccess(), report, part="lead", text=text)
    return sealing.document_of(sealing.seal(SystemAccess(), township, YEAR))


def items_of(document):
    return [item for proof in document.proofs for _title, items in proof.sides for item in items]


def test_a_ticked_photo_stands_small_and_bare_beside_its_record(township, member):
    exhibit = shoot(member, may=True)
    document = sealed(township, "新发展会员{organising.members_joined}。")
    (photo,) = next(item for item in items_of(document) if item.ref == member.ref).photos
    assert photo.digest == exhibit.file.sha256
    content = b64decode(photo.jpeg)
    with Image.open(BytesIO(content)) as picture:
        assert picture.size == (800, 600)
        assert not picture.getexif()
    assert b"CANARY" not in content
    page = html(document).decode()
    assert photo.jpeg in page
    assert "img-src data:" in page
    assert "张三家门口" not in page


def test_other_photos_and_papers_are_only_counted(township, member):
    shoot(member, "blue", may=False)
    make_exhibit(member, "approval")
    document = sealed(township, "新发展会员{organising.members_joined}。")
    item = next(item for item in items_of(document) if item.ref == member.ref)
    assert item.photos == ()
    assert sorted(item.exhibits) == ["批复 1 份", "照片 1 份"]
    assert len(item.exhibit_digests) == 2
    assert "data:" not in html(document).decode().split("<style>")[0]


def test_a_photo_that_lost_its_picture_is_left_out_of_the_page_only(township, member):
    paper = make_exhibit(member)  # a row whose bytes were never stored
    attaching.publish(SystemAccess(), paper, member, may=True)
    item = items_of(sealed(township, "新发展会员{organising.members_joined}。"))[0]
    assert (item.photos, item.exhibits) == ((), ("照片 1 份",))


def test_aid_to_minors_is_a_number_and_nothing_else(township, village):
    aid = make_student_aid(village, student=make_person(village, name="金丝雀"), school="CANARY-学校")
    shoot(aid, may=True)
    document = sealed(
        township, "资助在校困难学生{relief.students_aided}，发放助学金{relief.student_aid_amount}。"
    )
    page = html(document).decode()
    assert items_of(document) == []
    assert "只列数字" in page
    for secret in ("金丝雀", "金*", "CANARY", str(aid.pk), '"jpeg"'):
        assert secret not in page


def test_every_indicator_of_aid_to_minors_shows_numbers_only(township):
    scope = Scope.of(SystemAccess(), township, YEAR)
    touching = [one for one in INDICATORS.values() if one.select(scope).model is StudentAid]
    assert touching
    assert all(one.numbers_only for one in touching)


def test_only_those_who_confirm_publish_and_only_photos(village, chair, clerk):
    visit = make_warmth_visit(village)
    exhibit = shoot(visit, may=False)
    with pytest.raises(PermissionDenied):
        attaching.publish(Access(chair), exhibit, visit, may=True)
    assert attaching.publish(Access(clerk), exhibit, visit, may=True).may_publish
    with pytest.raises(ValidationError, match="只有照片"):
        attaching.publish(Access(clerk), make_exhibit(visit, "receipt"), visit, may=True)


def test_taking_the_tick_back_keeps_the_photo_out_of_the_next_edition(township, member):
    exhibit = shoot(member, may=True)
    sealed(township, "新发展会员{organising.members_joined}。")
    attaching.publish(SystemAccess(), exhibit, member, may=False)
    document, _draft = composing.as_of_now(SystemAccess(), Scope.of(SystemAccess(), township, YEAR))
    assert all(not item.photos for item in items_of(document))
