"""One file that holds everything of an installation but its keys, and the proof that it is whole."""

import hashlib
import json
import os
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import BinaryIO

from youju.config.console import Refusal

FORMAT = 1
MANIFEST = "manifest.json"
DATABASE = "database.sqlite3"
TABLES = "tables"
FILES = "files"
NAMES = re.compile(r"database\.sqlite3|key-ids|tables/[a-z0-9_]+\.copy|files/[^\\:]+")
BLOCK = 1 << 20
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, KeyError)


@dataclass(frozen=True)
class Contents:
    """What a database holds, so that a copy can be compared with it."""

    migrations: list[list[str]]
    rows: dict[str, int]
    heads: list[list]  # federation, stream, seq, mac


@dataclass(frozen=True)
class Manifest:
    engine: str
    made_at: str
    program: str
    contents: Contents
    parts: dict[str, dict] = field(default_factory=dict)  # name: sha256, size
    format: int = FORMAT


class Writer:
    """Adds parts to an archive and keeps their digests for the manifest."""

    def __init__(self, archive: zipfile.ZipFile):
        self.archive, self.parts = archive, {}

    def add(self, name: str, source: BinaryIO, *, packed: bool) -> None:
        part = zipfile.ZipInfo(name)
        part.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        digest, size = hashlib.sha256(), 0
        with self.archive.open(part, "w", force_zip64=True) as out:
            while block := source.read(BLOCK):
                digest.update(block)
                size += len(block)
                out.write(block)
        self.parts[name] = {"sha256": digest.hexdigest(), "size": size}

    def finish(self, manifest: Manifest) -> None:
        whole = asdict(manifest) | {"parts": self.parts}
        self.archive.writestr(MANIFEST, json.dumps(whole, ensure_ascii=False, indent=1))


@contextmanager
def writing(target: Path) -> Iterator[Writer]:
    """The archive appears under its name only when it is complete and on the disk."""
    if target.exists():
        raise Refusal(f"{target} 已经存在，请换一个文件名")
    if not target.parent.is_dir():
        raise Refusal(f"目录 {target.parent} 不存在")
    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with unfinished.open("wb") as raw:
            with zipfile.ZipFile(raw, "w") as archive:
                yield Writer(archive)
            raw.flush()
            os.fsync(raw.fileno())
        unfinished.replace(target)
        sync_folder(target.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def unpack(source: Path, folder: Path) -> Manifest:
    """Put every part, compared with its digest, into a folder; `Refusal` names the damaged part."""
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = _manifest(archive)
            for name, expected in manifest.parts.items():
                _unpack_part(archive, name, expected, folder)
            return manifest
    except OSError as error:
        raise Refusal(f"无法读取 {source}：{error.strerror}") from error
    except DAMAGED as error:
        raise Refusal(f"{source} 已损坏，或不是有据的备份文件") from error


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    try:
        values = json.loads(archive.read(MANIFEST))
        if values["format"] != FORMAT:
            raise Refusal("备份文件来自其他版本，请用相应版本的软件恢复")
        manifest = Manifest(**values | {"contents": Contents(**values["contents"])})
    except (*DAMAGED, TypeError) as error:
        raise Refusal(f"备份的“{MANIFEST}”已损坏，或这不是有据的备份文件") from error
    for name in manifest.parts:
        if not NAMES.fullmatch(name) or ".." in name.split("/"):
            raise Refusal(f"备份中有不该有的内容“{name}”")
    return manifest


def _unpack_part(archive: zipfile.ZipFile, name: str, expected: dict, folder: Path) -> None:
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    try:
        with archive.open(name) as part, target.open("wb") as out:
            while block := part.read(BLOCK):
                digest.update(block)
                out.write(block)
            out.flush()
            os.fsync(out.fileno())
    except DAMAGED as error:
        raise Refusal(f"备份的“{name}”已损坏") from error
    if digest.hexdigest() != expected["sha256"]:
        raise Refusal(f"备份的“{name}”已损坏")


def sync_folder(folder: Path) -> None:
    """Make renames inside lasting; Windows neither can nor needs to."""
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
