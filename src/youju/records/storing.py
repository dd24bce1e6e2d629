"""Evidence on disk: each content once in a federation, under its SHA-256, durable before it is named."""

import errno
import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.conf import settings

from youju.base.durable import make_folders, sync_folder

CHUNK = 1024 * 1024
_DIGEST = re.compile(r"[0-9a-f]{64}")


class StoreFailed(Exception):
    """A file could not be kept or is not there; says why in Chinese."""


@dataclass(frozen=True)
class Stored:
    sha256: str
    size: int
    path: Path


def store(stream: BinaryIO, federation_id: UUID) -> Stored:
    """Keep the content and return only when it would survive a power cut.

    Call it before the transaction that refers to it: a file without its row is harmless, the reverse is not.
    """
    with told_in_chinese():
        incoming = _folder(federation_id) / "incoming"
        make_folders(incoming)
        handle, temporary = tempfile.mkstemp(dir=incoming)
        try:
            with os.fdopen(handle, "wb") as file:
                sha256, size = _copy(stream, file)
                file.flush()
                os.fsync(file.fileno())
            path = path_of(federation_id, sha256)
            make_folders(path.parent)
            _settle(Path(temporary), path, sha256)
        finally:
            Path(temporary).unlink(missing_ok=True)
    return Stored(sha256, size, path)


def open_file(federation_id: UUID, sha256: str) -> BinaryIO:
    with told_in_chinese():
        return path_of(federation_id, sha256).open("rb")


def exists(federation_id: UUID, sha256: str) -> bool:
    return path_of(federation_id, sha256).is_file()


def digest_of(federation_id: UUID, sha256: str) -> str | None:
    """What the kept content hashes to today, for comparison with its name; None when it is gone."""
    path = path_of(federation_id, sha256)
    return _digest(path) if path.is_file() else None


def path_of(federation_id: UUID, sha256: str) -> Path:
    if not _DIGEST.fullmatch(sha256):
        raise ValueError("not a SHA-256")
    return _folder(federation_id) / sha256[:2] / sha256


def _folder(federation_id: UUID) -> Path:
    return Path(settings.YOUJU_HOME) / "files" / str(UUID(str(federation_id)))


def _settle(temporary: Path, path: Path, sha256: str) -> None:
    """Give the content its name. A damaged earlier copy is healed by the new one."""
    if not (path.is_file() and _digest(path) == sha256):
        temporary.replace(path)
    # Also for a copy that was there: whoever wrote it may not have come this far.
    sync_folder(path.parent)


def _copy(stream: BinaryIO, file: BinaryIO) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    stream.seek(0)
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
        file.write(chunk)
        size += len(chunk)
    return digest.hexdigest(), size


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def told_in_chinese() -> Iterator[None]:
    """Errors of the disk inside the block become `StoreFailed`."""
    try:
        yield
    except FileNotFoundError as error:
        raise StoreFailed("文件不在存放的位置，可能已被移走或删除，请从备份恢复。") from error
    except PermissionError as error:
        raise StoreFailed("没有权限读写文件夹，请检查数据文件夹的权限。") from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StoreFailed("磁盘空间不足，文件没有保存。请清理磁盘后再试。") from error
        raise StoreFailed("读写磁盘出错，文件没有保存。") from error
