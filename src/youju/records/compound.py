"""Compound files (doc, xls, ppt and their WPS twins): which kind, by the names in their directory."""

import struct
from collections.abc import Iterator
from typing import BinaryIO

from youju.records.packages import Unfit

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER, ENTRY = 512, 128
# Sectors of a chain followed at most; a directory of 30,000 entries is no document.
MOST_SECTORS = 8000
_LAST = 0xFFFFFFFA
DAMAGED = "文件已损坏或不完整，打不开。"


def kind_of(stream: BinaryIO) -> str:
    """doc, xls, ppt, or ole for any other; `Unfit` for macros, passwords and damage."""
    try:
        names = set(_directory(stream))
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise Unfit(DAMAGED) from error
    if names & {"_VBA_PROJECT", "_VBA_PROJECT_CUR", "Macros"}:
        raise Unfit("文件带有宏，不能上传。请另存为不带宏的格式。")
    if "EncryptedPackage" in names:
        raise Unfit("文件有密码，请去掉密码后上传。")
    for stream_name, kind in (
        ("WordDocument", "doc"),
        ("Workbook", "xls"),
        ("Book", "xls"),
        ("PowerPoint Document", "ppt"),
    ):
        if stream_name in names:
            return kind
    return "ole"


def _directory(stream: BinaryIO) -> list[str]:
    stream.seek(0)
    header = stream.read(HEADER)
    (shift,) = struct.unpack_from("<H", header, 30)
    if shift not in (9, 12):
        raise Unfit(DAMAGED)
    size, names = 1 << shift, []
    tables = _tables(stream, header, size)
    for sector in _chain(stream, struct.unpack_from("<I", header, 48)[0], tables, size):
        block = _sector(stream, sector, size)
        names += [_name(block[at : at + ENTRY]) for at in range(0, size, ENTRY)]
    return names


def _tables(stream: BinaryIO, header: bytes, size: int) -> list[int]:
    """The sectors of the allocation table: 109 in the header, those of a larger file in a chain of lists."""
    tables = list(struct.unpack_from("<109I", header, 76))
    following, count = struct.unpack_from("<2I", header, 68)
    for _ in range(min(count, MOST_SECTORS)):
        if following >= _LAST:
            break
        *listed, following = struct.unpack(f"<{size // 4}I", _sector(stream, following, size))
        tables += listed
    return tables


def _chain(stream: BinaryIO, sector: int, tables: list[int], size: int) -> Iterator[int]:
    for _ in range(MOST_SECTORS):
        if sector >= _LAST:
            return
        yield sector
        table = _sector(stream, tables[sector // (size // 4)], size)
        (sector,) = struct.unpack_from("<I", table, 4 * (sector % (size // 4)))
    raise Unfit(DAMAGED)


def _sector(stream: BinaryIO, number: int, size: int) -> bytes:
    stream.seek((number + 1) * size)
    return stream.read(size)


def _name(entry: bytes) -> str:
    (length,) = struct.unpack_from("<H", entry, 64)
    return entry[: max(min(length, 64) - 2, 0)].decode("utf-16-le")
