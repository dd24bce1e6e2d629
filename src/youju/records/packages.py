"""Zip packages (docx, xlsx, pptx, ofd, ods) looked through before anything parses them.

Sizes are counted while inflating, because those in the directory are claims of whoever made the file.
"""

import re
import zipfile
from typing import BinaryIO

MEGA = 1024 * 1024
MOST_ENTRIES, MOST_INFLATED, MOST_RATIO, RATIO_FROM = 5000, 300 * MEGA, 200, 10 * MEGA
CHUNK = 256 * 1024
MACRO_ENDINGS = frozenset({"docm", "dotm", "xlsm", "xltm", "xlsb", "xlam", "pptm", "potm", "ppsm", "ppam"})

_MAIN_PARTS = (
    ("wordprocessingml.document.main+xml", "docx"),
    ("spreadsheetml.sheet.main+xml", "xlsx"),
    ("presentationml.presentation.main+xml", "pptx"),
)
_MACRO_PART = re.compile(r"(^|/)(vbaproject[^/]*\.bin|vbadata\.xml|activex[^/]*\.bin)$", re.IGNORECASE)
_MARKUP_PART = re.compile(r"\.(xml|rels|vml)$", re.IGNORECASE)
_DTD = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


class Unfit(ValueError):
    """The content must not be kept or parsed; says why in Chinese."""


def kind_of(stream: BinaryIO) -> str:
    """docx, xlsx, pptx, ofd, ods or zip, after inflating every entry once; `Unfit` when it is a trap."""
    try:
        with zipfile.ZipFile(stream) as package:
            entries = package.infolist()
            _check_directory(entries)
            kind = _kind(package)
            if kind != "zip":
                _inflate_all(package, entries)
    except Unfit:
        raise
    except Exception as error:  # zipfile raises a dozen kinds, down to ValueError for a negative offset
        raise Unfit("文件已损坏或不完整，打不开。") from error
    return kind


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise Unfit(f"文件里的条目太多（{len(entries)}个），不能上传。")
    seen = set()
    for entry in entries:
        name = entry.filename
        if name in seen or name.startswith("/") or re.search(r"(^|/)\.\.(/|$)|[\\:\0]", entry.orig_filename):
            raise Unfit("文件内部的路径不正常，不能上传。")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Unfit("文件的压缩方式不正常，不能上传。")
        if entry.flag_bits & 1:
            raise Unfit("文件有密码，请去掉密码后上传。")
        if _MACRO_PART.search(name):
            raise Unfit("文件带有宏或控件，不能上传。请另存为不带宏的格式。")
        seen.add(name)


def _kind(package: zipfile.ZipFile) -> str:
    names = set(package.namelist())
    if "OFD.xml" in names:
        return "ofd"
    if "mimetype" in names and "content.xml" in names:
        return _open_document(package, names)
    if "[Content_Types].xml" not in names:
        return "zip"
    with package.open("[Content_Types].xml") as part:
        types = part.read(MEGA).decode("utf-8", "replace")
    if "macroenabled" in types.lower():
        raise Unfit("文件带有宏，不能上传。请另存为不带宏的格式。")
    return next((kind for main, kind in _MAIN_PARTS if main in types), "zip")


def _open_document(package: zipfile.ZipFile, names: set[str]) -> str:
    with package.open("mimetype") as part:
        if part.read(100).strip() != b"application/vnd.oasis.opendocument.spreadsheet":
            return "zip"
    if any(name.startswith(("Basic/", "Scripts/")) for name in names):
        raise Unfit("文件带有宏，不能上传。请另存为不带宏的格式。")
    return "ods"


def _inflate_all(package: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    inflated, packed = 0, max(sum(entry.compress_size for entry in entries), 1)
    for entry in entries:
        markup, tail = bool(_MARKUP_PART.search(entry.filename)), b""
        with package.open(entry) as part:
            while chunk := part.read(CHUNK):
                inflated += len(chunk)
                _check_inflated(inflated, packed)
                if markup:
                    # Null bytes out, so that UTF-16 hides nothing.
                    text = tail + chunk.replace(b"\0", b"")
                    if _DTD.search(text):
                        raise Unfit("文件里有外部定义（DTD），不能上传。")
                    tail = text[-16:]


def _check_inflated(inflated: int, packed: int) -> None:
    if inflated > MOST_INFLATED:
        raise Unfit(f"文件解压后超过{MOST_INFLATED // MEGA}MB，不能上传。")
    if inflated > RATIO_FROM and inflated > packed * MOST_RATIO:
        raise Unfit("文件的压缩比不正常（疑为压缩炸弹），不能上传。")
