import shutil
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connection, connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from rich.markup import escape

from youju.base import vault
from youju.config import archive
from youju.config.console import Refusal, console, warn
from youju.config.contents import contents
from youju.records import engine, heads, schema

STAGE = ".restoring"
# Made anew by the program, or left by an earlier restore; not data that could be lost.
NOT_DATA = {"logs", "static", STAGE}
SET_ASIDE = "before-restore-"


def add_arguments(parser):
    parser.add_argument("file", metavar="文件", type=Path, help="youju backup 写成的备份文件")
    parser.add_argument(
        "--force", action="store_true", help="数据目录不空时，先把其中的内容移到 before-restore-… 再恢复"
    )
    parser.add_argument(
        "--accept-loss", action="store_true", help="备份之后登记的内容确已丢失时，承认丢失并从备份继续"
    )


def run(options) -> int:
    with console.status("正在恢复……"):
        manifest, lost = restore(options.file.absolute(), force=options.force, accept=options.accept_loss)
    rows, files = sum(manifest.contents.rows.values()), len(manifest.parts)
    console.print(f"已恢复 {manifest.made_at} 的备份：数据 {rows} 行，文件 {files} 个")
    for line in lost:
        warn(line)
    if not options.accept_loss and lost:
        warn("确认无法找回时，可用 youju restore --force --accept-loss 从备份继续。")
    console.print(
        f"原来的密钥要放在 {escape(str(settings.YOUJU_KEYS))}；接着可运行 youju migrate、youju verify。"
    )
    return 0


def restore(source: Path, *, force: bool = False, accept: bool = False) -> tuple[archive.Manifest, list[str]]:
    """All or nothing; every digest, count and chain head is compared before anything is put in place."""
    home = settings.YOUJU_HOME
    if _data_in(home) and not force:
        raise Refusal(
            f"{home} 里已有数据；请先停止网站，再加 --force（原有内容会移到其中的 {SET_ASIDE}… 目录）"
        )
    connections.close_all()
    stage = home / STAGE
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    try:
        manifest = archive.unpack(source, stage)
        _suits(manifest, stage)
        if connection.vendor == "sqlite":
            with engine.opened(stage / archive.DATABASE) as copy:
                _agrees(copy, manifest)
            _put_in_place(stage, home)
        else:
            _load(stage, home, manifest)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        vault.forget()
    lost = _lost_since(manifest)
    if accept:
        for federation, stream, seq, mac in manifest.contents.heads:
            heads.publish(UUID(federation), stream, seq, mac, force=True)
    return manifest, lost


def _data_in(home: Path) -> list[Path]:
    found = home.iterdir() if home.is_dir() else []
    return [path for path in found if path.name not in NOT_DATA and not path.name.startswith(SET_ASIDE)]


def _suits(manifest: archive.Manifest, stage: Path) -> None:
    if manifest.engine != connection.vendor:
        raise Refusal(f"这份备份来自 {manifest.engine}，不能恢复到 {connection.vendor} 数据库")
    known = {".".join(step) for step in MigrationLoader(None).disk_migrations}
    if newer := [".".join(step) for step in manifest.contents.migrations if ".".join(step) not in known]:
        raise Refusal(f"备份来自更新的版本（{newer[-1]}），请先升级软件")
    try:
        vault.load(settings.YOUJU_KEYS, stage)
    except vault.VaultError as error:
        raise Refusal(f"请先把这份数据的密钥放回 {settings.YOUJU_KEYS}，再恢复。{error}") from error


def _agrees(db, manifest: archive.Manifest) -> None:
    if broken := engine.damage(db):
        raise Refusal(f"备份中的数据库已损坏：{broken[0]}")
    found, expected = contents(db), manifest.contents
    for table in sorted(expected.rows | found.rows):
        if found.rows.get(table) != expected.rows.get(table):
            raise Refusal(
                f"备份中的表 {table} 行数不符：应为 {expected.rows.get(table)}，实为 {found.rows.get(table)}"
            )
    if found.heads != expected.heads:
        raise Refusal("备份中的记录链与清单不符")


def _put_in_place(stage: Path, home: Path) -> None:
    """The database last: what was interrupted before does not look like an installation."""
    if old := _data_in(home):
        aside = home / f"{SET_ASIDE}{datetime.now():%Y%m%d-%H%M%S}"  # noqa: DTZ005  the operator's own clock
        aside.mkdir()
        for path in old:
            path.rename(aside / path.name)
    for path in sorted(stage.iterdir(), key=lambda path: path.name == archive.DATABASE):
        if path.name != archive.TABLES:
            path.rename(home / _name_in_place(path))
    archive.sync_folder(home)


def _name_in_place(path: Path) -> str:
    return Path(connection.settings_dict["NAME"]).name if path.name == archive.DATABASE else path.name


def _load(stage: Path, home: Path, manifest: archive.Manifest) -> None:
    """Into an empty PostgreSQL database, at the version of the backup; files and rows appear together."""
    if connection.introspection.table_names():
        raise Refusal("PostgreSQL 数据库不是空的；请新建一个空数据库，把 YOUJU_DATABASE_URL 指向它再恢复")
    executor = MigrationExecutor(connection)
    targets = _ends(executor.loader.graph, manifest.contents.migrations)
    if not schema.create(targets=targets):
        executor.migrate(targets)
    with transaction.atomic():
        for table in manifest.contents.rows:
            engine.empty(table)
        for table in manifest.contents.rows:
            with (stage / archive.TABLES / f"{table}.copy").open("rb") as rows:
                engine.copy_in(table, rows)
        engine.restart_numbering()
        _agrees(connection, manifest)
        _put_in_place(stage, home)


def _ends(graph, migrations: list[list[str]]) -> list[tuple[str, str]]:
    """The last recorded migration of each app: naming earlier ones too would ask to go back to them."""
    applied = {tuple(step) for step in migrations}
    return [
        step
        for step in sorted(applied)
        if not any(
            child.key in applied and child.key[0] == step[0] for child in graph.node_map[step].children
        )
    ]


def _lost_since(manifest: archive.Manifest) -> list[str]:
    """What the heads outside the database know to have come after this backup."""
    held = {(UUID(federation), stream): seq for federation, stream, seq, _ in manifest.contents.heads}
    found = []
    for federation, stream in heads.known():
        later = heads.read(federation, stream)["seq"] - held.get((federation, stream), 0)
        if later > 0:
            found.append(f"记录链 {federation}.{stream} 在这份备份之后还有 {later} 次写入，不在备份中。")
    return found
