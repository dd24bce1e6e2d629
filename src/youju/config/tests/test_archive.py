"""The archive itself: whole or refused."""

import io
import json
import random
import zipfile

import pytest

from youju.config import archive
from youju.config.console import Refusal

PARTS = {"database.sqlite3": bytes(range(256)) * 40, "files/ab/ab01": "照片".encode() * 500}


@pytest.fixture
def whole(tmp_path):
    target = tmp_path / "town.zip"
    contents = archive.Contents([["records", "0001_initial"]], {"t": 1}, [])
    with archive.writing(target) as writer:
        for name, data in PARTS.items():
            writer.add(name, io.BytesIO(data), packed=name.endswith("3"))
        writer.finish(archive.Manifest("sqlite", "2025-12-31T12:00:00+00:00", "0.1.0", contents))
    return target


def unpacked(source, folder):
    folder.mkdir()
    found = archive.unpack(source, folder)
    return found, {name: (folder / name).read_bytes() for name in found.parts}


def test_what_goes_in_comes_out(whole, tmp_path):
    manifest, parts = unpacked(whole, tmp_path / "out")
    assert parts == PARTS
    assert manifest.contents.rows == {"t": 1}


def test_a_changed_byte_is_refused_or_harmless(whole, tmp_path):
    """200 archives with one byte changed, never restored as something else. Seed 7."""
    raw, chance, refused = whole.read_bytes(), random.Random(7), 0  # noqa: S311
    for n in range(200):
        damaged = bytearray(raw)
        damaged[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        (tmp_path / "damaged.zip").write_bytes(damaged)
        try:
            _, parts = unpacked(tmp_path / "damaged.zip", tmp_path / f"out{n}")
        except Refusal:
            refused += 1
        else:
            assert parts == PARTS
    assert refused > 150


@pytest.mark.parametrize("length", [0, 1, 100, 3000, -1, -22, -400])
def test_a_cut_archive_is_refused(whole, tmp_path, length):
    cut = tmp_path / "cut.zip"
    cut.write_bytes(whole.read_bytes()[:length])
    with pytest.raises(Refusal, match="已损坏，或不是有据的备份文件"):
        unpacked(cut, tmp_path / "out")


def test_another_zip_is_not_a_backup(tmp_path):
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        other.writestr("photo.jpg", "x")
    with pytest.raises(Refusal, match="不是有据的备份文件"):
        unpacked(tmp_path / "other.zip", tmp_path / "out")


def test_a_missing_file_is_said_plainly(tmp_path):
    with pytest.raises(Refusal, match="无法读取"):
        unpacked(tmp_path / "none.zip", tmp_path / "out")


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "files/../../x",
        "/etc/x",
        "files/a\\..\\x",
        "files/C:x",
        "keys/data.key",
        "database.sqlite3-wal",
    ],
)
def test_a_part_can_only_lie_where_parts_belong(whole, tmp_path, name):
    evil = tmp_path / "evil.zip"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(evil, "w") as new:
        held = json.loads(old.read(archive.MANIFEST))
        held["parts"][name] = held["parts"].pop("files/ab/ab01")
        new.writestr(archive.MANIFEST, json.dumps(held))
    with pytest.raises(Refusal, match="不该有的内容"):
        unpacked(evil, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_backup_of_another_format_names_its_version(whole, tmp_path):
    later = tmp_path / "later.zip"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(later, "w") as new:
        new.writestr(archive.MANIFEST, json.dumps(json.loads(old.read(archive.MANIFEST)) | {"format": 2}))
    with pytest.raises(Refusal, match="其他版本"):
        unpacked(later, tmp_path / "out")


def test_an_interrupted_backup_leaves_nothing(tmp_path):
    class Torn(io.BytesIO):
        def read(self, size=-1):
            raise OSError("disk full")

    with pytest.raises(OSError, match="disk"), archive.writing(tmp_path / "town.zip") as writer:
        writer.add("database.sqlite3", Torn(), packed=True)
    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_a_backup_must_exist(tmp_path):
    with pytest.raises(Refusal, match="不存在"), archive.writing(tmp_path / "no" / "town.zip"):
        pass
