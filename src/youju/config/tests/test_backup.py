"""Backup and restore through the command line, on whichever engine is tested."""

import json
import shutil
import zipfile
from uuid import uuid4

import pytest

from youju.config.tests.office import MORE, SEED, Office, empty_database

both_engines = pytest.mark.django_db  # what is marked so is also run on PostgreSQL


@pytest.fixture(scope="module")
def made(tmp_path_factory, django_db_setup):
    """A seeded office and its backup, made once: every test takes a copy of what it changes."""
    folder = tmp_path_factory.mktemp("office")
    office = Office(folder / "var", folder / "keys", empty_database())
    office.python(SEED)
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
    said = elsewhere.python(f"""
from youju.config.cli import main
assert main(["restore", {str(archive)!r}]) == main(["backup", {str(again)!r}]) == main(["check"]) == 0
from youju.records.models import ChainHead
print(ChainHead._base_manager.create(federation_id={uuid4().hex!r}, stream="next", seq=0, mac="").pk)
""")
    assert elsewhere.files() == office.files()
    assert manifest(again)["contents"] == manifest(archive)["contents"]
    assert int(said.split()[-1]) > 1, "numbering goes on after the last row"


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
    stranger.python("import django; django.setup(); from youju.base import vault; vault.create_keys()")
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
    later = Office(tmp_path / "var", keys, empty_database())
    assert later.youju("restore", archive).returncode == 0
    later.python(MORE)
    fresh = Office(tmp_path / "fresh", keys, empty_database())
    run = fresh.youju("restore", archive)
    assert "还有 3 次写入，不在备份中" in run.stdout
    last = Office(tmp_path / "last", keys, empty_database())
    assert last.youju("restore", archive, "--accept-loss").returncode == 0
    assert (
        "不在备份中"
        not in Office(tmp_path / "again", keys, empty_database()).youju("restore", archive).stdout
    )
