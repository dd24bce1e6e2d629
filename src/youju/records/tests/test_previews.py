"""Pictures of evidence: bounded, without the sender's metadata, whatever was sent."""

import errno
import hashlib
import io
import time
import warnings
from datetime import datetime
from uuid import UUID

import pytest
from PIL import Image

from youju.base.clock import CHINA
from youju.records import _rendering, previews, storing
from youju.records.previews import Preview, Source
from youju.records.sandbox import ParseFailed
from youju.records.tests import files

TOWNSHIP = UUID(int=1)


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.YOUJU_HOME = tmp_path / "var"
    return settings.YOUJU_HOME


@pytest.fixture
def keep(tmp_path):
    def keep(content: bytes, code: str) -> Source:
        sha256 = hashlib.sha256(content).hexdigest()
        path = tmp_path / sha256
        path.write_bytes(content)
        return Source(sha256, code, path)

    return keep


def made_of(source: Source) -> Preview:
    (made,) = previews.prepare(TOWNSHIP, [source]).values()
    assert isinstance(made, Preview), made
    return made


def refusal(source: Source) -> str:
    (made,) = previews.prepare(TOWNSHIP, [source]).values()
    assert isinstance(made, ParseFailed)
    return str(made)


def opened(source: Source, size: str = "view", page: int = 1) -> Image.Image:
    path = previews.picture(TOWNSHIP, source.sha256, source.code, size, page)
    return Image.open(io.BytesIO(path.read_bytes()))


def test_a_photo_is_turned_upright_and_bounded_in_both_sizes(keep):
    source = keep(files.photo(turned=6, size=(4000, 3000)), "jpg")
    made = made_of(source)
    assert (made.width, made.height) == (1200, 1600)
    assert opened(source).size == (1200, 1600)
    assert opened(source, "thumb").size == (360, 480)


def test_a_small_picture_is_not_blown_up(keep):
    made = made_of(keep(files.image(size=(100, 50)), "jpg"))
    assert (made.width, made.height) == (100, 50)


def test_nothing_of_the_senders_metadata_remains(keep):
    source = keep(files.photo(), "jpg")
    made_of(source)
    for size in previews.SIZES:
        picture = opened(source, size)
        assert not picture.getexif()
        assert b"Geheime" not in previews.picture(TOWNSHIP, source.sha256, "jpg", size).read_bytes()


def test_the_time_of_taking_is_chinese_time(keep):
    made = made_of(keep(files.photo("2025:03:08 14:30:00"), "jpg"))
    assert made.taken_at == datetime(2025, 3, 8, 14, 30, tzinfo=CHINA)


@pytest.mark.parametrize("taken", [None, "0000:00:00 00:00:00", "gestern"])
def test_no_time_or_a_senseless_one_is_no_fault(keep, taken):
    assert made_of(keep(files.photo(taken), "jpg")).taken_at is None


@pytest.mark.parametrize(
    ("mode", "colour"),
    [("RGBA", (255, 0, 0, 0)), ("P", 0), ("L", 128), ("1", 1), ("I;16", 65535), ("LA", (0, 0))],
)
def test_pictures_of_every_mode_come_out(keep, mode, colour):
    source = keep(files.image("PNG", mode=mode, colour=colour), "png")
    made_of(source)
    assert opened(source).mode == "RGB"
    if mode in ("RGBA", "LA", "I;16"):
        assert opened(source).getpixel((5, 5)) == (255, 255, 255)


def test_print_colours_and_iphone_photos_come_out(keep):
    assert made_of(keep(files.image(mode="CMYK", colour=(0, 0, 0, 0)), "jpg")).pages == 1
    assert made_of(keep(files.heic(), "heic")).width == 64


def test_of_a_pdf_the_first_pages_are_shown(keep, monkeypatch):
    monkeypatch.setattr(previews, "MOST_PAGES", 2)
    source = keep(files.pdf(pages=3), "pdf")
    made = made_of(source)
    assert (made.pages, made.shown, made.height) == (3, 2, 1600)
    assert opened(source, "thumb", page=2).height == 480
    with pytest.raises(LookupError):
        opened(source, page=3)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (files.photo(size=(2000, 1500))[:9000], "jpg"),
        (b"\xff\xd8\xff" + bytes(500), "jpg"),
        (files.image("PNG")[:-200], "png"),
        (files.heic()[:300], "heic"),
        (b"%PDF-1.7\n" + b"\xde\xad" * 4000, "pdf"),
        (files.pdf()[:200], "pdf"),
        (files.image("PNG"), "jpg"),
    ],
)
def test_cut_and_garbled_files_are_refused_by_name_of_the_fault(keep, content, code):
    assert "已损坏" in refusal(keep(content, code))


def test_a_bomb_of_pixels_is_refused_without_being_unpacked(keep):
    started = time.monotonic()
    assert "尺寸太大（50000×50000）" in refusal(keep(files.png_bomb(), "png"))
    assert time.monotonic() - started < 5


def test_a_bomb_below_the_bound_of_pixels_ends_at_its_missing_rows(keep):
    assert "已损坏" in refusal(keep(files.png_bomb(7000, 7000), "png"))


def test_a_refused_file_leaves_nothing_behind(keep, home):
    refusal(keep(files.png_bomb(), "png"))
    assert not [path for path in home.rglob("*") if path.is_file()]


def test_one_bad_photo_does_not_spoil_the_others(keep):
    good = [keep(files.image(colour=(number, 0, 0)), "jpg") for number in range(14)]
    bad = keep(files.photo()[:700], "jpg")
    made = previews.prepare(TOWNSHIP, [*good[:7], bad, *good[7:]])
    assert [isinstance(made[source.sha256], Preview) for source in good] == [True] * 14
    assert isinstance(made[bad.sha256], ParseFailed)


def test_a_file_that_kills_its_child_does_not_spoil_the_others(keep, monkeypatch):
    bad, good = keep(b"boom", "jpg"), keep(files.image(), "jpg")
    real = previews.sandbox.run

    def deadly(target, request, **options):
        if any(source["path"] == str(bad.path) for source in request["sources"]):
            raise ParseFailed("读取时出错", crashed=True)
        return real(target, request, **options)

    monkeypatch.setattr(previews.sandbox, "run", deadly)
    made = previews.prepare(TOWNSHIP, [bad, good])
    assert isinstance(made[good.sha256], Preview)
    assert isinstance(made[bad.sha256], ParseFailed)


def test_what_is_made_is_not_made_again_until_it_is_deleted(keep, home, monkeypatch):
    source = keep(files.image(), "jpg")
    first = made_of(source)
    monkeypatch.setattr(previews.sandbox, "run", None)
    assert made_of(source) == first
    for path in (home / "previews").rglob("*.json"):
        path.unlink()
    with pytest.raises(TypeError):
        made_of(source)


def test_a_stored_file_shows_its_picture_on_first_asking():
    stored = storing.store(io.BytesIO(files.photo()), TOWNSHIP)
    assert previews.preview(TOWNSHIP, stored.sha256, "jpg").taken_at.year == 2025
    assert previews.picture(TOWNSHIP, stored.sha256, "jpg").is_file()
    with pytest.raises(LookupError):
        previews.picture(TOWNSHIP, stored.sha256, "jpg", "original")


def test_a_stored_file_that_cannot_be_shown_says_so():
    stored = storing.store(io.BytesIO(b"\xff\xd8\xff"), TOWNSHIP)
    with pytest.raises(ParseFailed, match="已损坏"):
        previews.picture(TOWNSHIP, stored.sha256, "jpg")


def test_a_full_disk_is_told(keep, monkeypatch):
    def fail(source, target):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(previews, "_move", fail)
    with pytest.raises(storing.StoreFailed, match="磁盘空间不足"):
        previews.prepare(TOWNSHIP, [keep(files.image(), "jpg")])


def test_a_disk_full_inside_the_sandbox_is_not_blamed_on_the_photo(tmp_path, monkeypatch):
    def fail(*_, **__):
        raise OSError(errno.ENOSPC, "full")

    (tmp_path / "a.jpg").write_bytes(files.image())
    monkeypatch.setattr(_rendering.Image, "MAX_IMAGE_PIXELS", None)
    monkeypatch.setattr(_rendering.Image.Image, "save", fail)
    source = {"path": str(tmp_path / "a.jpg"), "code": "jpg"}
    with warnings.catch_warnings():
        (answer,) = _rendering.render({"most_pages": 1, "sources": [source]})
    assert "磁盘空间不足" in answer["refused"]


def test_a_stored_file_that_is_gone_is_not_called_damaged():
    with pytest.raises(storing.StoreFailed, match="从备份恢复"):
        previews.picture(TOWNSHIP, "a" * 64, "jpg")
