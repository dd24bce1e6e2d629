"""Folders that survive a power cut."""

import os

import pytest

from youju.base import durable


def test_every_new_folder_is_made_known_to_its_parent(tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr(durable, "sync_folder", synced.append)
    durable.make_folders(tmp_path / "a" / "b")
    durable.make_folders(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    assert synced == [tmp_path, tmp_path / "a"]


@pytest.mark.skipif(os.name == "nt", reason="Windows syncs no folders")
def test_a_folder_is_synced_and_its_handle_given_back(tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr(durable.os, "fsync", synced.append)
    durable.sync_folder(tmp_path)
    (handle,) = synced
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(handle)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_new_folders_are_for_the_owner_only(tmp_path):
    durable.make_folders(tmp_path / "a")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o700
