"""Files as people send them, and as attackers do, made on the spot."""

import io
import struct
import zipfile
import zlib

import docx
import pillow_heif
import pypdfium2
import xlsxwriter
from PIL import Image

from youju.records import compound

MEGA = 1024 * 1024


def image(kind: str = "JPEG", size=(640, 480), mode: str = "RGB", colour="steelblue", **options) -> bytes:
    made = io.BytesIO()
    Image.new(mode, size, colour).save(made, kind, **options)
    return made.getvalue()


def photo(taken: str | None = "2025:03:08 14:30:00", turned: int = 6, size=(640, 480)) -> bytes:
    """A JPEG as a phone takes it: turned, with the time and a camera's name, and a comment."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = turned, "GeheimeKamera"
    if taken:
        exif.get_ifd(0x8769)[0x9003] = taken
    return image(size=size, exif=exif, comment=b"GeheimerKommentar")


def heic(size=(64, 48)) -> bytes:
    made = io.BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", size, "seagreen")).save(made, format="HEIF")
    return made.getvalue()


def pdf(pages: int = 2) -> bytes:
    document, made = pypdfium2.PdfDocument.new(), io.BytesIO()
    for _ in range(pages):
        document.new_page(595, 842)
    document.save(made)
    document.close()
    return made.getvalue()


def docx_file() -> bytes:
    made, document = io.BytesIO(), docx.Document()
    document.add_paragraph("会议记录")
    document.save(made)
    return made.getvalue()


def xlsx_file() -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        book.add_worksheet().write("A1", "姓名")
    return made.getvalue()


def package(parts: dict[str, bytes | str], main: str = "") -> bytes:
    """A zip of these parts; `main` names the content type of an Office document."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        if main:
            archive.writestr(
                "[Content_Types].xml", f'<Types><Override ContentType="application/{main}"/></Types>'
            )
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


DOCX = "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
XLSX = "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
PPTX = "vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
XLSM = "vnd.ms-excel.sheet.macroEnabled.main+xml"


def changed(content: bytes, **parts: bytes) -> bytes:
    """The package with parts added or replaced; __ in a name stands for a slash, _ for a point."""
    source, made = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    extra = {name.replace("__", "/").replace("_", "."): body for name, body in parts.items()}
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in source.infolist():
            if entry.filename not in extra:
                archive.writestr(entry, source.read(entry))
        for name, body in extra.items():
            archive.writestr(name, body)
    return made.getvalue()


def png_bomb(width: int = 50_000, height: int = 50_000) -> bytes:
    """A few kilobytes that claim to be 2.5 thousand million pixels."""

    def part(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(4 * MEGA), 9)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", header) + part(b"IDAT", rows) + part(b"IEND", b"")


def compound_file(*names: str, far: int = 0) -> bytes:
    """A compound file whose directory holds these names, `far` sectors into it."""
    sectors = 2 + far
    tables = -(-(sectors + sectors // 128 + 2) // 128)
    start = tables + far
    free, last, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    lists = max(0, -(-(tables - 109) // 127))
    listed = [*range(tables)]
    header = bytearray(compound.MAGIC.ljust(512, b"\0"))
    struct.pack_into("<HHH", header, 26, 3, 0xFFFE, 9)
    struct.pack_into("<I", header, 48, start + lists)
    struct.pack_into("<2I", header, 68, tables if lists else last, lists)
    struct.pack_into("<109I", header, 76, *(listed[:109] + [free] * 109)[:109])
    chain = [table] * tables + [last] * (far + lists + 1)
    chain += [free] * (tables * 128 - len(chain))
    more = b""
    for place in range(lists):
        part = listed[109 + 127 * place : 236 + 127 * place]
        following = tables + place + 1 if place + 1 < lists else last
        more += struct.pack("<128I", *(part + [free] * 127)[:127], following)
    entries = b"".join(_entry(name) for name in ("Root Entry", *names)).ljust(512, b"\0")
    return bytes(header) + struct.pack(f"<{len(chain)}I", *chain) + more + bytes(512 * far) + entries


def _entry(name: str) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    return (text.ljust(64, b"\0") + struct.pack("<H", len(text))).ljust(128, b"\0")
