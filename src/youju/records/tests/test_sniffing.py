"""What is taken, what is refused, and that the refusal says why."""

import contextlib
import io
import random
import struct
import zipfile

import pytest

from youju.records import packages
from youju.records.sniffing import ACCEPT, TYPES, FileRefused, sniff
from youju.records.tests import files

MEGA = 1024 * 1024
OLE = {"doc": "WordDocument", "xls": "Workbook", "ppt": "PowerPoint Document"}


def refusal(content: bytes, name: str) -> str:
    with pytest.raises(FileRefused) as refused:
        sniff(content, name)
    return str(refused.value)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("合影.jpg", files.image()),
        ("合影.JPEG", files.image()),
        ("截图.png", files.image("PNG")),
        ("手机.heic", files.heic()),
        ("手机.heif", files.heic()),
        ("通知.pdf", files.pdf()),
    ],
)
def test_photos_and_pdf_are_taken_and_shown(name, content):
    assert sniff(content, name).shown


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("记录.docx", files.docx_file()),
        ("名单.xlsx", files.xlsx_file()),
        ("课件.pptx", files.package({"ppt/presentation.xml": "<p/>"}, main=files.PPTX)),
        ("公文.ofd", files.package({"OFD.xml": "<OFD/>"})),
        ("记录.doc", files.compound_file("WordDocument")),
        ("名单.xls", files.compound_file("Workbook")),
        ("旧名单.xls", files.compound_file("Book")),
        ("课件.ppt", files.compound_file("PowerPoint Document")),
        ("记录.wps", files.compound_file("WordDocument")),
        ("名单.et", files.compound_file("Workbook")),
        ("课件.dps", files.compound_file("PowerPoint Document")),
    ],
)
def test_office_files_are_taken_for_download_only(name, content):
    found = sniff(content, name)
    assert (found.code, found.shown) == (name.rpartition(".")[2], False)


def test_a_large_compound_file_is_known_by_a_directory_at_its_end():
    # More than 109 allocation tables: their list goes on outside the header.
    assert sniff(files.compound_file("WordDocument", far=15_000), "厚.doc").code == "doc"


def test_a_path_and_a_stream_are_taken_and_a_stream_is_left_at_its_start(tmp_path):
    kept = tmp_path / "x"
    kept.write_bytes(files.image())
    stream = io.BytesIO(files.image())
    stream.seek(100)
    assert sniff(kept, "甲.jpg") == sniff(stream, "甲.jpg") == TYPES["jpg"]
    assert stream.tell() == 0


@pytest.mark.parametrize(
    ("name", "content", "is_really"),
    [
        ("合影.jpg", files.image("PNG"), "png"),
        ("合影.png", files.image(), "jpg"),
        ("合影.jpg", files.heic(), "heic"),
        ("通知.pdf", b"<!DOCTYPE html><html><script>alert(1)</script>", "html"),
        ("通知.pdf", b"\xef\xbb\xbf  <HTML>", "html"),
        ("合影.png", b'<?xml version="1.0"?><svg onload="alert(1)"/>', "xml"),
        ("合影.png", '<svg xmlns="x"/>'.encode("utf-16"), "svg"),
        ("合影.jpg", b"MZ\x90\0" + bytes(200), "exe"),
        ("合影.jpg", b"GIF89a" + bytes(20), "gif"),
        ("合影.jpg", b"RIFF\0\0\0\0WEBPVP8 ", "webp"),
        ("合影.heic", b"\0\0\0\x1cftypavif" + bytes(20), "avif"),
        ("合影.heic", b"\0\0\0\x1cftypisom" + bytes(20), "mp4"),
        ("记录.docx", files.package({"a.exe": b"MZ"}), "zip"),
        ("记录.docx", files.xlsx_file(), "xlsx"),
        ("名单.xlsx", files.compound_file("Workbook"), "xls"),
        ("记录.doc", files.compound_file("Workbook"), "xls"),
        ("记录.wps", files.compound_file("Workbook"), "xls"),
        ("名单.xls", files.compound_file("Package"), "ole"),
        ("记录.doc", b"{\\rtf1 x}", "rtf"),
        ("记录.doc", "只是文字".encode(), "认不出的格式"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused_naming_both(name, content, is_really):
    said = refusal(content, name)
    assert f"名称是{name.rpartition('.')[2]}" in said
    assert f"内容却是{is_really}" in said


@pytest.mark.parametrize(
    "name", ["a.svg", "a.html", "a.zip", "a.exe", "a.gif", "a.jpg.exe", "没有扩展名", ".jpg", ""]
)
def test_other_kinds_are_refused_by_name_already(name):
    assert "不接受" in refusal(files.image(), name)


@pytest.mark.parametrize("name", ["a.xlsm", "a.docm", "a.pptm", "a.XLSB"])
def test_a_macro_file_is_refused_by_name(name):
    assert "宏" in refusal(b"x", name)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("改名.xlsx", files.package({"xl/workbook.xml": "<w/>"}, main=files.XLSM)),
        ("藏.docx", files.changed(files.docx_file(), word__vbaProject_bin=b"x")),
        ("藏.xlsx", files.changed(files.xlsx_file(), xl__vbaProjectSignature_bin=b"x")),
        ("控件.docx", files.changed(files.docx_file(), word__activeX__activeX1_bin=b"x")),
        ("旧.xls", files.compound_file("Workbook", "_VBA_PROJECT_CUR")),
        ("旧.doc", files.compound_file("WordDocument", "Macros")),
    ],
)
def test_macros_are_found_inside_whatever_the_name(name, content):
    assert "宏" in refusal(content, name)


def test_a_bomb_is_stopped_while_it_inflates():
    bomb = files.changed(files.docx_file(), word__media__image1_png=bytes(40 * MEGA))
    assert len(bomb) < MEGA
    assert "压缩炸弹" in refusal(bomb, "炸弹.docx")


def test_what_inflates_past_the_bound_is_refused_at_any_ratio(monkeypatch):
    monkeypatch.setattr(packages, "MOST_INFLATED", 2 * MEGA)
    assert "解压后超过2MB" in refusal(files.changed(files.docx_file(), a_xml=b" " * 3 * MEGA), "大.docx")


def test_a_size_in_the_directory_that_lies_is_damage():
    honest = files.changed(files.docx_file(), word__document_xml=b" " * 5000)
    lying = honest.replace(struct.pack("<I", 5000), struct.pack("<I", 50))
    assert "已损坏" in refusal(lying, "谎.docx")


def test_too_many_entries_are_refused(monkeypatch):
    monkeypatch.setattr(packages, "MOST_ENTRIES", 3)
    assert "条目太多" in refusal(files.docx_file(), "多.docx")


@pytest.mark.parametrize("path", ["../../etc/passwd", "/etc/passwd", "a\\b.xml", "C:/x", "word/../../x"])
def test_a_path_that_leads_out_of_the_package_is_refused(path):
    content = files.package({path: "x", "word/document.xml": "<d/>"}, main=files.DOCX)
    assert "路径不正常" in refusal(content, "路径.docx")


def test_a_compression_that_office_never_uses_is_refused():
    made = io.BytesIO(files.package({}, main=files.DOCX))
    with zipfile.ZipFile(made, "a", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", "<d/>")
    assert "压缩方式" in refusal(made.getvalue(), "怪.docx")


def test_two_entries_of_one_name_are_refused():
    made = io.BytesIO(files.docx_file())
    with zipfile.ZipFile(made, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/document.xml", "<other/>")
    assert "路径不正常" in refusal(made.getvalue(), "双.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_definition_of_entities_is_refused_in_any_encoding(encoding):
    laughs = '<?xml version="1.0"?><!DOCTYPE lol [<!ENTITY a "x">]><d/>'.encode(encoding)
    assert "DTD" in refusal(files.changed(files.docx_file(), word__document_xml=laughs), "笑.docx")


def test_a_definition_across_two_chunks_is_found(monkeypatch):
    monkeypatch.setattr(packages, "CHUNK", 7)
    body = b"<!-- 12345 --><!DOCTYPE d><d/>"
    assert "DTD" in refusal(files.changed(files.docx_file(), word__document_xml=body), "缝.docx")


def test_a_locked_package_is_refused():
    locked = bytearray(files.package({"word/document.xml": "<d/>"}, main=files.DOCX))
    locked[locked.rfind(b"PK\x01\x02") + 8] |= 1
    assert "密码" in refusal(bytes(locked), "锁.docx")
    assert "密码" in refusal(files.compound_file("EncryptedPackage"), "锁.doc")


@pytest.mark.parametrize("kept", [5, 40, 400, 2000])
def test_cut_office_files_are_damage_or_not_what_they_say(kept):
    for name, content in (("断.docx", files.docx_file()), ("断.doc", files.compound_file("WordDocument"))):
        assert any(
            word in refusal(content[: min(kept, len(content) - 200)], name) for word in ("已损坏", "内容却是")
        )


def test_a_compound_directory_that_runs_in_a_circle_ends():
    circle = bytearray(files.compound_file("x"))
    struct.pack_into("<I", circle, 512 + 4, 1)
    assert "已损坏" in refusal(bytes(circle), "圈.doc")


def test_empty_and_oversized_files_are_refused_before_they_are_read(tmp_path):
    assert "空文件" in refusal(b"", "空.jpg")
    huge = tmp_path / "huge"
    with huge.open("wb") as file:
        file.truncate(41 * MEGA)
    with pytest.raises(FileRefused, match="太大（41MB），jpg文件最大40MB"):
        sniff(huge, "大.jpg")


def test_a_form_offers_every_kind_that_is_taken():
    assert {".jpg", ".heif", ".ofd", ".et"} < set(ACCEPT.split(","))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", files.docx_file()),
        ("a.xlsx", files.xlsx_file()),
        ("a.doc", files.compound_file("WordDocument")),
        ("b.doc", files.compound_file("WordDocument", far=15_000)),
    ],
)
def test_whatever_is_garbled_is_taken_or_refused_but_never_breaks_us(name, content):
    chance = random.Random(20251122)  # noqa: S311
    for _ in range(150):
        garbled = bytearray(content)
        for _ in range(chance.choice([1, 2, 5, 30])):
            # Headers lie at the start, directories of packages at the end.
            place = chance.choice([chance.randrange(600), -1 - chance.randrange(600)])
            garbled[place] = chance.randrange(256)
        with contextlib.suppress(FileRefused):
            assert sniff(bytes(garbled), name).code == name[2:]


def test_a_spreadsheet_of_open_document_is_told_from_other_zips():
    parts = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}
    assert packages.kind_of(io.BytesIO(files.package(parts))) == "ods"
    text = parts | {"mimetype": "application/vnd.oasis.opendocument.text"}
    assert packages.kind_of(io.BytesIO(files.package(text))) == "zip"
    with pytest.raises(packages.Unfit, match="宏"):
        packages.kind_of(io.BytesIO(files.package(parts | {"Basic/Standard/Module1.xml": "x"})))
