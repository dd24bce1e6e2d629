"""What a file is, by its content. Its name is only a claim that must agree."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from youju.records import compound, packages

MEGA = 1024 * 1024
HEAD = 4096


class FileRefused(ValueError):
    """The file is not taken; the text says why, in Chinese."""


@dataclass(frozen=True)
class FileType:
    code: str
    mime: str
    # Shown on pages as re-encoded pictures; the others are only handed out as they came.
    shown: bool
    most_bytes: int


_OOXML = "application/vnd.openxmlformats-officedocument."
TYPES = {
    kind.code: kind
    for kind in (
        FileType("jpg", "image/jpeg", True, 40 * MEGA),
        FileType("png", "image/png", True, 40 * MEGA),
        FileType("heic", "image/heic", True, 40 * MEGA),
        FileType("pdf", "application/pdf", True, 100 * MEGA),
        FileType("docx", _OOXML + "wordprocessingml.document", False, 50 * MEGA),
        FileType("xlsx", _OOXML + "spreadsheetml.sheet", False, 50 * MEGA),
        FileType("pptx", _OOXML + "presentationml.presentation", False, 100 * MEGA),
        FileType("doc", "application/msword", False, 50 * MEGA),
        FileType("xls", "application/vnd.ms-excel", False, 50 * MEGA),
        FileType("ppt", "application/vnd.ms-powerpoint", False, 100 * MEGA),
        FileType("wps", "application/vnd.ms-works", False, 50 * MEGA),
        FileType("et", "application/vnd.ms-excel", False, 50 * MEGA),
        FileType("dps", "application/vnd.ms-powerpoint", False, 100 * MEGA),
        FileType("ofd", "application/ofd", False, 50 * MEGA),
    )
}
# What a form may offer in its file dialogue.
ACCEPT = ",".join(f".{code}" for code in (*TYPES, "jpeg", "heif"))
ALIASES = {"jpeg": "jpg", "jpe": "jpg", "jfif": "jpg", "heif": "heic"}
# WPS writes the same compound files as Microsoft Office, under its own names.
WPS = {"wps": "doc", "et": "xls", "dps": "ppt"}

_HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_MAGIC = (
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"%PDF-", "pdf"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tif"),
    (b"MM\0*", "tif"),
    (b"MZ", "exe"),
    (b"\x7fELF", "exe"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gz"),
    (b"{\\rtf", "rtf"),
)
_MARKUP = re.compile(rb"<\s*(?:!doctype\s+)?(html|svg|script|body|head|iframe|\?xml)", re.IGNORECASE)


def sniff(source: bytes | Path | BinaryIO, name: str) -> FileType:
    """The type of an upload that may be kept; `FileRefused` for every other. Leaves a stream at its start."""
    claimed = _claimed(name)
    with _opened(source) as stream:
        size = stream.seek(0, io.SEEK_END)
        _check_size(size, TYPES[claimed], name)
        found = _found(stream)
        if found != claimed and found != WPS.get(claimed):
            raise FileRefused(f"“{name}”的名称是{claimed}，内容却是{found or '认不出的格式'}，没有保存。")
        stream.seek(0)
    return TYPES[claimed]


def _claimed(name: str) -> str:
    ending = Path(name).suffix.lower().removeprefix(".")
    code = ALIASES.get(ending, ending)
    if code in TYPES:
        return code
    if ending in packages.MACRO_ENDINGS:
        raise FileRefused(f"“{name}”是带宏的文件，不能上传。请另存为不带宏的格式。")
    kinds = "图片（jpg、png、heic）、PDF、Office、WPS和OFD文件"
    raise FileRefused(f"不接受{f'.{ending}' if ending else '没有扩展名的'}文件“{name}”，可以上传{kinds}。")


def _check_size(size: int, kind: FileType, name: str) -> None:
    if size == 0:
        raise FileRefused(f"“{name}”是空文件。")
    if size > kind.most_bytes:
        raise FileRefused(
            f"“{name}”太大（{size / MEGA:.0f}MB），{kind.code}文件最大{kind.most_bytes // MEGA}MB。"
        )


def _found(stream: BinaryIO) -> str:
    """The code of what the content is, of our types or of others; empty when nobody knows."""
    stream.seek(0)
    head = stream.read(HEAD)
    if head.startswith(b"PK\x03\x04"):
        return _refusing(packages.kind_of, stream)
    if head.startswith(compound.MAGIC):
        return _refusing(compound.kind_of, stream)
    if head[4:8] == b"ftyp":
        return "heic" if head[8:12] in _HEIC else "avif" if head[8:12] == b"avif" else "mp4"
    for magic, code in _MAGIC:
        if head.startswith(magic):
            return code
    if match := _MARKUP.search(head.replace(b"\0", b"")):
        return {b"svg": "svg", b"?xml": "xml"}.get(match[1].lower(), "html")
    return "webp" if head[8:12] == b"WEBP" else ""


def _refusing(kind_of, stream: BinaryIO) -> str:
    try:
        return kind_of(stream)
    except packages.Unfit as error:
        raise FileRefused(str(error)) from error


@contextmanager
def _opened(source: bytes | Path | BinaryIO) -> Iterator[BinaryIO]:
    if isinstance(source, bytes):
        yield io.BytesIO(source)
    elif isinstance(source, Path):
        with source.open("rb") as stream:
            yield stream
    else:
        yield source
