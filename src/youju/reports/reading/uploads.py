"""The text of a file that somebody sent: plain text in either usual encoding, or Word read in the sandbox."""

from pathlib import Path, PurePath

from youju.records import sandbox
from youju.reports.reading.docx_text import read_docx

LIMITS = sandbox.Limits(memory_mb=1024, cpu_seconds=20, wall_seconds=30)
SOURCE = "upload.docx"


def text_of(name: str, data: bytes) -> str:
    """`ValueError` or `ParseFailed` in Chinese where there is no text to be had."""
    ending = PurePath(name).suffix.lower()
    if ending == ".docx":
        with sandbox.workspace() as folder:
            (folder / SOURCE).write_bytes(data)
            return sandbox.run(f"{__name__}:read_source", {}, folder=folder, limits=LIMITS)
    if ending in (".txt", ""):
        return decoded(data, name)
    raise ValueError(f"不能核对“{name}”，请另存为 .docx 或 .txt。")


def read_source(_request: dict) -> str:
    """Runs in the sandbox."""
    return read_docx(Path(SOURCE).read_bytes())


def decoded(data: bytes, name: str) -> str:
    """Text as its characters are counted: a line end is one character."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding).replace("\r\n", "\n")
        except UnicodeDecodeError:
            continue
    raise ValueError(f"{name} 不是文本：既不是 UTF-8，也不是 GB18030 编码")
