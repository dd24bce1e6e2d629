import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.db import connection
from rich.markup import escape

from youju.base import backups, vault
from youju.config import archive, checks
from youju.config.console import Refusal, console
from youju.config.contents import contents
from youju.records import engine


def add_arguments(parser):
    parser.add_argument("file", metavar="文件", type=Path, help="要写成的备份文件，例如 youju-2025.zip")


def run(options) -> int:
    with console.status("正在备份……"):
        manifest = backup(options.file.absolute())
    backups.note(settings.YOUJU_HOME)
    size, files = options.file.stat().st_size, sum(name.startswith("files/") for name in manifest.parts)
    console.print(f"已备份到 {escape(str(options.file))}（{size / 1e6:.1f} MB，附件 {files} 个）")
    console.print(f"密钥不在备份里，请另外保管：{escape(str(settings.YOUJU_KEYS))}")
    return 0


def backup(target: Path) -> archive.Manifest:
    """The database as of one moment, then the files: a file is on the disk before its row, never after."""
    if not checks.database_exists():
        raise Refusal("还没有数据可以备份")
    with archive.writing(target) as writer:
        held = _add_copy(writer, target.parent) if connection.vendor == "sqlite" else _add_tables(writer)
        mark = settings.YOUJU_HOME / vault.MARK
        for path in [*([mark] if mark.is_file() else []), *_files()]:
            with path.open("rb") as source:
                writer.add(path.relative_to(settings.YOUJU_HOME).as_posix(), source, packed=False)
        manifest = archive.Manifest(
            connection.vendor,
            datetime.now(UTC).isoformat(timespec="seconds"),
            version("youju"),
            held,
            writer.parts,
        )
        writer.finish(manifest)
    return manifest


def _add_copy(writer: archive.Writer, beside: Path) -> archive.Contents:
    with tempfile.TemporaryDirectory(prefix=".youju-", dir=beside) as folder:
        copy = Path(folder) / archive.DATABASE
        engine.copy_to(copy)
        with engine.opened(copy) as db:
            held = contents(db)
        with copy.open("rb") as source:
            writer.add(archive.DATABASE, source, packed=True)
    return held


def _add_tables(writer: archive.Writer) -> archive.Contents:
    with engine.one_moment():
        held = contents(connection)
        for table in held.rows:
            with tempfile.TemporaryFile() as rows:
                engine.copy_out(table, rows)
                rows.seek(0)
                writer.add(f"{archive.TABLES}/{table}.copy", rows, packed=True)
    return held


def _files() -> list[Path]:
    found = (path for path in settings.YOUJU_FILES.rglob("*") if path.is_file())
    return sorted(path for path in found if not path.name.startswith("."))
