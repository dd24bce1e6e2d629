"""`youju verify`: does what stands in the database agree with its history, and the history with itself?

Checked in this order: every chain link by link, its head in the database and the one kept outside, every
current record against its last event, every event's record, every file against its digest.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from django.apps import apps

from youju.base import vault
from youju.records import canonical, chain, engine, heads, history, storing
from youju.records.models import ChainHead, File, HistoryEvent, PersonalValues
from youju.records.record import Record

BATCH = 1000
NO_SALT = "00" * 16


@dataclass(frozen=True)
class Fault:
    """The first word says what kind of thing does not agree; `detail` names it."""

    kind: str
    detail: str

    def __str__(self) -> str:
        return f"{self.kind}：{self.detail}"


@dataclass
class Last:
    """What the history last said of a record."""

    ref: str
    seq: int
    digest: bytes
    seen: bool = False


def record_models() -> list[type[Record]]:
    """Every concrete kind of record."""
    return [model for model in apps.get_models() if issubclass(model, Record)]


def faults() -> Iterator[Fault]:
    """Everything that does not agree, in the order of the checks."""
    for table in engine.unguarded_tables():
        yield Fault("保护失效", f"数据表 {table} 的只增不改触发器不存在或已停用")
    last: dict[UUID, Last] = {}
    yield from _chains(last)
    for model in record_models():
        yield from _rows(model, last)
    for record_id, known in last.items():
        if not known.seen:
            yield Fault(
                "记录缺失",
                f"{known.ref} 在历史中有记载（第 {known.seq} 号），但数据库中已不存在（{record_id}）",
            )
    yield from _files()


def _chains(last: dict[UUID, Last]) -> Iterator[Fault]:
    stated = {(head.federation_id, head.stream): head for head in ChainHead.objects.all()}
    present = HistoryEvent.objects.order_by().values_list("federation_id", "stream").distinct()
    for federation_id, stream in sorted({*stated, *present, *heads.known()}, key=str):
        yield from _chain(federation_id, stream, stated.get((federation_id, stream)), last)


def _chain(
    federation_id: UUID, stream: str, stated: ChainHead | None, last: dict[UUID, Last]
) -> Iterator[Fault]:
    name = f"{federation_id}/{stream}"
    outside = heads.read(federation_id, stream)
    seq, previous, at_outside = 0, "", ""
    events = HistoryEvent.objects.filter(federation_id=federation_id, stream=stream).order_by("seq")
    for event in events.iterator(chunk_size=BATCH):
        if event.seq != seq + 1:
            yield Fault("历史缺号", f"{name} 第 {seq + 1} 号缺失（其后为第 {event.seq} 号）")
        elif event.previous != previous:
            yield Fault("历史断链", f"{name} 第 {event.seq} 号与上一号不衔接（{event.ref}）")
        if event.mac != chain.mac_of(event):
            yield Fault("历史被改", f"{name} 第 {event.seq} 号内容与校验值不符（{event.ref}）")
        seq, previous = event.seq, event.mac
        last[event.record_id] = Last(event.ref, seq, sha256(event.row.encode()).digest())
        if outside and outside["seq"] == seq:
            at_outside = event.mac
    if stated is None or (stated.seq, stated.mac) != (seq, previous):
        yield Fault(
            "链头不符", f"{name} 数据库链头为第 {stated.seq if stated else 0} 号，历史止于第 {seq} 号"
        )
    yield from _outside(federation_id, stream, outside, seq, at_outside)


def _outside(federation_id: UUID, stream: str, outside: dict | None, seq: int, mac: str) -> Iterator[Fault]:
    """The head kept in the keys folder must lie on the chain: a cut tail or an old copy has lost it."""
    name = f"{federation_id}/{stream}"
    if outside is None:
        if seq:
            yield Fault("外部链头缺失", f"{name} 在密钥目录中没有链头")
    elif not heads.signature_holds(federation_id, stream, outside):
        yield Fault("外部链头被改", f"{name} 密钥目录中的链头签名不符")
    elif outside["seq"] > seq:
        yield Fault("历史被截断", f"{name} 外部链头为第 {outside['seq']} 号，历史只到第 {seq} 号")
    elif outside["mac"] != mac:
        yield Fault("历史被替换", f"{name} 第 {outside['seq']} 号与外部链头不符")


def _rows(model: type[Record], last: dict[UUID, Last]) -> Iterator[Fault]:
    batch: list[Record] = []
    for record in model._plain.order_by("pk").iterator(chunk_size=BATCH):
        batch.append(record)
        if len(batch) == BATCH:
            yield from _batch(model, batch, last)
            batch = []
    yield from _batch(model, batch, last)


def _batch(model: type[Record], records: list[Record], last: dict[UUID, Last]) -> Iterator[Fault]:
    ids = [record.pk for record in records]
    children: dict[UUID, list] = {pk: [] for pk in ids}
    for row_model in model.child_models:
        for row in row_model._base_manager.filter(parent_id__in=ids):
            children[row.parent_id].append(row)
    kept = history.sealed_values(ids)
    for record in records:
        known = last.get(record.pk)
        name = f"{model._meta.verbose_name} {record.number or record.pk}"
        if known is None:
            yield Fault("多出记录", f"{name}（{record.ref}）没有任何历史，是绕过系统写入的")
            continue
        known.seen = True
        try:
            row = _row(record, children[record.pk], kept)
        except vault.VaultError as error:
            yield Fault("密文被改", f"{name}（{record.ref}）：{error}")
            continue
        if sha256(row.encode()).digest() != known.digest:
            which = _differing(record, row)
            yield Fault("记录被改", f"{name}（{record.ref}）与历史第 {known.seq} 号不符，栏目：{which}")


def _row(record: Record, rows: list, kept: dict[UUID, list[PersonalValues]]) -> str:
    """The canonical row of a record as it stands, under the salts of its last personal values."""
    public, personal = canonical.columns(record, rows)
    known = history.opened(kept[record.pk])
    salts = {name: known[name][0] if name in known else NO_SALT for name in personal}
    return canonical.dump(public | canonical.commit(personal, salts))


def _differing(record: Record, row: str) -> str:
    """The columns that differ, for the one who has to look."""
    event = history.last_event(record.pk)
    try:
        then = json.loads(event.row)
    except ValueError:
        return "历史内容已无法读取"
    now = json.loads(row)
    return "、".join(sorted(name for name in then.keys() | now.keys() if then.get(name) != now.get(name))[:5])


def _files() -> Iterator[Fault]:
    for file in File._plain.order_by("pk").iterator(chunk_size=BATCH):
        if not storing.exists(file.federation_id, file.sha256):
            yield Fault("文件缺失", f"{file.name}（{file.sha256[:12]}）")
        elif storing.digest_of(file.federation_id, file.sha256) != file.sha256:
            yield Fault("文件被改", f"{file.name}（{file.sha256[:12]}）的内容与登记的摘要不符")
