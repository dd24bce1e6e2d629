"""Evidence on disk: once, whole, durable; and every failure told in Chinese without a trace left."""

import errno
import hashlib
import io
import os
from uuid import UUID

import pytest

from youju.records import storing
from youju.records.storing import StoreFailed, store

TOWNSHIP, NEIGHBOUR = UUID(int=1), UUID(int=2)


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.YOUJU_HOME = tmp_path / "var"
    return settings.YOUJU_HOME


def kept_under(home):
    return sorted(str(path.relative_to(home)) for path in home.rglob("*") if path.is_file())


def test_a_file_is_found_under_its_digest():
    stored = store(io.BytesIO(b"photo"), TOWNSHIP)
    assert (stored.sha256, stored.size) == (hashlib.sha256(b"photo").hexdigest(), 5)
    assert stored.path.parts[-4:] == ("files", str(TOWNSHIP), stored.sha256[:2], stored.sha256)
    with storing.open_file(TOWNSHIP, stored.sha256) as file:
        assert file.read() == b"photo"
    assert storing.exists(TOWNSHIP, stored.sha256)
    assert storing.digest_of(TOWNSHIP, stored.sha256) == stored.sha256


def test_the_same_content_is_kept_once_in_a_federation(home):
    first, second = store(io.BytesIO(b"photo"), TOWNSHIP), store(io.BytesIO(b"photo"), TOWNSHIP)
    assert first == second
    assert len(kept_under(home)) == 1


def test_federations_share_no_file(home):
    stored = store(io.BytesIO(b"photo"), TOWNSHIP)
    assert not storing.exists(NEIGHBOUR, stored.sha256)
    store(io.BytesIO(b"photo"), NEIGHBOUR)
    assert len(kept_under(home)) == 2


def test_a_stream_is_read_from_its_start():
    stream = io.BytesIO(b"photo")
    stream.read()
    assert store(stream, TOWNSHIP).size == 5


def test_content_larger_than_a_chunk_arrives_whole(monkeypatch):
    monkeypatch.setattr(storing, "CHUNK", 3)
    stored = store(io.BytesIO(bytes(range(100))), TOWNSHIP)
    assert stored.path.read_bytes() == bytes(range(100))


def test_a_changed_file_is_seen_and_healed_by_storing_it_again():
    stored = store(io.BytesIO(b"photo"), TOWNSHIP)
    stored.path.write_bytes(b"phot0")
    assert storing.digest_of(TOWNSHIP, stored.sha256) != stored.sha256
    store(io.BytesIO(b"photo"), TOWNSHIP)
    assert storing.digest_of(TOWNSHIP, stored.sha256) == stored.sha256


def test_a_missing_file_is_told():
    absent = hashlib.sha256(b"never").hexdigest()
    assert storing.digest_of(TOWNSHIP, absent) is None
    assert not storing.exists(TOWNSHIP, absent)
    with pytest.raises(StoreFailed, match="从备份恢复"):
        storing.open_file(TOWNSHIP, absent)


@pytest.mark.parametrize("digest", ["../../keys/data.key", "", "A" * 64, "a" * 63, "a" * 64 + "\n"])
def test_only_a_digest_names_a_file(digest):
    with pytest.raises(ValueError, match="SHA-256"):
        storing.path_of(TOWNSHIP, digest)


def test_a_federation_is_named_by_its_key_only():
    with pytest.raises(ValueError, match="UUID"):
        storing.path_of("../..", "a" * 64)


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, "磁盘空间不足"), (errno.EIO, "读写磁盘出错"), (errno.EACCES, "没有权限")],
)
def test_a_failing_disk_is_told_and_leaves_nothing(home, monkeypatch, number, said):
    def fail(handle):
        raise OSError(number, "no")

    monkeypatch.setattr(storing.os, "fsync", fail)
    monkeypatch.setattr(storing, "sync_folder", lambda folder: None)
    with pytest.raises(StoreFailed, match=said):
        store(io.BytesIO(b"photo"), TOWNSHIP)
    assert kept_under(home) == []


def test_it_works_again_once_there_is_space(monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(storing, "_copy", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
        with pytest.raises(StoreFailed):
            store(io.BytesIO(b"photo"), TOWNSHIP)
    assert store(io.BytesIO(b"photo"), TOWNSHIP).path.is_file()


@pytest.mark.skipif(os.name == "nt", reason="Windows syncs no folders")
def test_content_is_on_disk_before_it_has_its_name_and_its_folder_after(monkeypatch):
    store(io.BytesIO(b"other"), TOWNSHIP)
    steps, sync, rename = [], os.fsync, storing.Path.replace

    def note_sync(handle):
        steps.append("folder" if os.path.isdir(f"/proc/self/fd/{handle}") else "content")  # noqa: PTH112
        sync(handle)

    def note_rename(path, target):
        steps.append("name")
        return rename(path, target)

    monkeypatch.setattr(storing.os, "fsync", note_sync)
    monkeypatch.setattr(storing.Path, "replace", note_rename)
    (storing.path_of(TOWNSHIP, hashlib.sha256(b"photo").hexdigest()).parent).mkdir()
    store(io.BytesIO(b"photo"), TOWNSHIP)
    assert steps == ["content", "name", "folder"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_folders_and_files_are_for_the_owner_only():
    stored = store(io.BytesIO(b"photo"), TOWNSHIP)
    assert stored.path.stat().st_mode & 0o077 == 0
    assert stored.path.parent.stat().st_mode & 0o077 == 0
