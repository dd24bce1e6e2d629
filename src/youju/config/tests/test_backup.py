"""Backup and restore through the command line, on whichever engine is tested."""

import json
import shutil
import zipfile
from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from youju.base import backups, vault
from youju.config.tests.office import TOWN, Office, empty_database, seed
from youju.records import heads
from youju.records.models import ChainHead, HistoryEvent

both_engines = pytest.mark.django_db  # what is marked so is also run on PostgreSQL


@pytest.fixture(autouse=True)
def _own_databases(django_db_blocker):
    """The offices have databases of their own, apart from that of the tests."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture(scope="module")
def made(tmp_path_factory, django_db_setup, django_db_blocker):
    """A seeded office and its backup, made once: every test takes a copy of what it changes."""
    folder = tmp_path_factory.mktemp("office")
    with django_db_blocker.unblock():
        office = Office(folder / "var", folder / "keys", empty_database())
        seed(office)
        run = office.youju("backup", folder / "town.zip")
    assert run.returncode == 0, run.stderr
    return office, folder / "town.zip", run.stdout


@pytest.fixture
def elsewhere(made):
    office = made[0].elsewhere(f"var-{uuid4().hex[:8]}")
    yield office
    shutil.rmtree(office.home, ignore_errors=True)


def manifest(archive):
    with zipfile.ZipFile(archive) as parts:
        return json.loads(parts.read("manifest.json"))


@both_engines
def test_a_backup_says_what_it_holds_and_where_the_keys_are(made):
    office, archive, said = made
    assert "附件 2 个" in said
    assert str(office.keys) in said
    held = manifest(archive)
    assert held["contents"]["rows"]["records_historyevent"] == 5
    assert held["contents"]["heads"] == [["00000000-0000-0000-0000-000000000007", "main", 5, "5" * 64]]
    assert all(len(part["sha256"]) == 64 for part in held["parts"].values())
    made_at = datetime.fromisoformat(held["made_at"])
    assert abs(backups.last(office.home) - made_at) < timedelta(minutes=1)


def test_a_backup_never_holds_a_key(made):
    office, archive, _ = made
    secrets = [key.read_text("ascii").strip() for key in office.keys.glob("*.key")]
    assert len(secrets) >= 4
    with zipfile.ZipFile(archive) as parts:
        whole = b"".join(parts.read(name) for name in parts.namelist())
        assert not [name for name in parts.namelist() if name.endswith(".key")]
    assert not [secret for secret in secrets if secret.encode() in whole or bytes.fromhex(secret) in whole]


def test_a_backup_overwrites_nothing_and_leaves_nothing_unfinished(made):
    office, archive, _ = made
    before = archive.read_bytes()
    run = office.youju("backup", archive)
    assert (run.returncode, run.stderr) == (1, f"youju：{archive} 已经存在，请换一个文件名\n")
    assert archive.read_bytes() == before
    assert not [path for path in archive.parent.iterdir() if path.name.startswith(".")]


def test_without_data_there_is_nothing_to_back_up(tmp_path):
    nobody = Office(tmp_path / "var", tmp_path / "keys")
    run = nobody.youju("backup", tmp_path / "x.zip")
    assert (run.returncode, run.stderr) == (1, "youju：还没有数据可以备份\n")
    assert list(tmp_path.iterdir()) == []


@both_engines
def test_a_restored_office_is_the_old_one(made, elsewhere):
    office, archive, _ = made
    again = elsewhere.keys.parent / f"{elsewhere.home.name}.zip"
    for command in (["restore", archive], ["backup", again], ["doctor"]):
        run = elsewhere.youju(*command)
        assert run.returncode == 0, run.stderr
    assert elsewhere.files() == office.files()
    assert manifest(again)["contents"] == manifest(archive)["contents"]
    with office.inside():
        before = list(HistoryEvent._base_manager.values_list())
    with elsewhere.inside():
        assert list(HistoryEvent._base_manager.values_list()) == before
        assert ChainHead._base_manager.create(federation_id=uuid4(), stream="next", seq=0, mac="").pk > 1


def test_restore_wants_an_empty_folder(made):
    office, archive, _ = made
    before = office.files()
    run = office.youju("restore", archive)
    assert run.returncode == 1
    assert "已有数据" in run.stderr
    assert office.files() == before


def test_force_keeps_what_was_there(made, elsewhere):
    _, archive, _ = made
    (elsewhere.home / "files").mkdir(parents=True)
    (elsewhere.home / "files" / "own").write_text("自己的", "utf-8")
    run = elsewhere.youju("restore", archive, "--force")
    assert run.returncode == 0, run.stderr
    (aside,) = elsewhere.home.glob("before-restore-*")
    assert (aside / "files" / "own").read_text("utf-8") == "自己的"
    assert "own" not in elsewhere.files()


def test_a_damaged_part_is_named_and_nothing_is_put_in_place(made, elsewhere, tmp_path):
    damaged = tmp_path / "damaged.zip"
    raw = bytearray(made[1].read_bytes())
    raw[raw.index("照片照片".encode()) + 100] ^= 1
    damaged.write_bytes(raw)
    run = elsewhere.youju("restore", damaged)
    assert (run.returncode, run.stderr) == (1, "youju：备份的“files/ab/ab01”已损坏\n")
    assert not list(elsewhere.home.iterdir())


def test_other_keys_are_refused_before_anything_is_put_in_place(made, elsewhere, tmp_path):
    stranger = Office(elsewhere.home, tmp_path / "keys", elsewhere.database)
    with stranger.inside():
        vault.create_keys()
    (stranger.home / "key-ids").unlink()
    run = stranger.youju("restore", made[1])
    assert run.returncode == 1
    assert "请先把这份数据的密钥放回" in run.stderr
    assert stranger.files() == {}


def test_a_backup_from_a_newer_version_is_refused(made, elsewhere, tmp_path):
    newer = tmp_path / "newer.zip"
    with zipfile.ZipFile(made[1]) as old, zipfile.ZipFile(newer, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "manifest.json":
                held = json.loads(text)
                held["contents"]["migrations"].append(["records", "9999_future"])
                text = json.dumps(held).encode()
            new.writestr(name, text)
    run = elsewhere.youju("restore", newer)
    assert (run.returncode, run.stderr) == (
        1,
        "youju：备份来自更新的版本（records.9999_future），请先升级软件\n",
    )


def test_what_came_after_the_backup_is_said_until_its_loss_is_accepted(made, tmp_path):
    office, archive, _ = made
    keys = shutil.copytree(office.keys, tmp_path / "keys")
    burnt = Office(tmp_path / "burnt", keys)
    with burnt.inside():
        heads.publish(TOWN, "main", 8, "8" * 64)
    first = Office(tmp_path / "first", keys, empty_database()).youju("restore", archive)
    assert "还有 3 次写入，不在备份中" in first.stdout
    again = Office(tmp_path / "again", keys, empty_database()).youju("restore", archive, "--accept-loss")
    assert "还有 3 次写入，不在备份中" in again.stdout
    with burnt.inside():
        assert heads.read(TOWN, "main")["seq"] == 5
