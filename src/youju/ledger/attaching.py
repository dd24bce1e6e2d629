"""Evidence beside a record: taking files in, many at once and all or none, and withdrawing them."""

import hashlib
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import batched
from pathlib import Path
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from youju.org.access import Access, Action
from youju.records import chain, previews, sandbox, sniffing, storing, writing
from youju.records.models import Exhibit, File
from youju.records.record import Record, State
from youju.records.sniffing import FileRefused, FileType

MOST_FILES = 50
MOST_KEYS = 10_000


@dataclass(frozen=True)
class Upload:
    """A file as it comes in: the name it claims and its bytes."""

    name: str
    stream: BinaryIO


@dataclass(frozen=True)
class Inspected:
    """An upload that is what it says, lying in a temporary folder."""

    name: str
    path: Path
    sha256: str
    size: int
    kind: FileType


def attach(access: Access, record: Record, uploads: Sequence[Upload], kind: str) -> list[Exhibit]:
    """Keep the uploads as exhibits of a record. One bad file and none is kept; every bad one is named."""
    access.require(Action.ENTER, record.home)
    if record.state == State.VOIDED:
        raise ValidationError(_("已作废的记录不能再上传附件。"))
    if not uploads:
        raise ValidationError({"files": _("请选择要上传的文件。")})
    if len(uploads) > MOST_FILES:
        raise ValidationError({"files": _("一次最多上传%d个文件，请分批上传。") % MOST_FILES})
    with sandbox.workspace() as folder:
        inspected = _inspect(uploads, folder)
        taken = _render(record, inspected)
        for one in inspected:
            with one.path.open("rb") as stream:
                storing.store(stream, record.federation_id)
        return _enter(access, record, inspected, taken, kind)


def withdraw(access: Access, exhibit: Exhibit, record: Record, reason: str) -> Exhibit:
    """撤回 an exhibit of a record that is not confirmed yet, or by whoever confirms."""
    confirmed = record.state == State.CONFIRMED
    access.require(Action.CONFIRM if confirmed else Action.ENTER, record.home)
    return writing.void(exhibit, by=access.user, reason=reason)


def publish(access: Access, exhibit: Exhibit, record: Record, *, may: bool) -> Exhibit:
    """可公开: let readers of final editions to come see a photo, or no longer."""
    access.require(Action.CONFIRM, record.home)
    if exhibit.kind != Exhibit.Kind.PHOTO:
        raise ValidationError(_("只有照片可以公开；其他材料对外只列种类、份数和摘要。"))
    exhibit.may_publish = may
    return writing.amend(exhibit, by=access.user)


def exhibits_of(record: Record) -> QuerySet[Exhibit]:
    """The evidence that stands beside a record the user has already reached."""
    return _standing([record.pk]).select_related("file")


def exhibits_of_many(records: Iterable[Record]) -> list[Exhibit]:
    """The evidence of several records, in their order."""
    places = {record.pk: place for place, record in enumerate(records)}
    found = [
        exhibit for part in batched(places, MOST_KEYS) for exhibit in _standing(part).select_related("file")
    ]
    return sorted(found, key=lambda one: (places[one.record_id], one.kind, one.page))


def counts_of(records: Iterable[Record]) -> dict:
    """How many exhibits each record of a page has."""
    return Counter(_standing([record.pk for record in records]).values_list("record_id", flat=True))


def _standing(ids: Sequence) -> QuerySet[Exhibit]:
    found = Exhibit.objects.filter(record_id__in=ids).exclude(state=State.VOIDED)
    return found.everywhere("exhibits go where their record goes")


def _inspect(uploads: Sequence[Upload], folder: Path) -> list[Inspected]:
    refusals, inspected = [], []
    for place, upload in enumerate(uploads):
        try:
            kind = sniffing.sniff(upload.stream, upload.name)
        except FileRefused as refused:
            refusals.append(str(refused))
            continue
        path = folder / f"upload{place}"
        with path.open("wb") as target:
            shutil.copyfileobj(upload.stream, target)
        with path.open("rb") as source:
            digest = hashlib.file_digest(source, "sha256").hexdigest()
        inspected.append(Inspected(upload.name, path, digest, path.stat().st_size, kind))
    first = {one.sha256: one for one in reversed(inspected)}
    refusals += [
        _("“%(one)s”与“%(other)s”内容相同，只需上传一份。")
        % {"one": one.name, "other": first[one.sha256].name}
        for one in inspected
        if one is not first[one.sha256]
    ]
    if refusals:
        raise ValidationError({"files": refusals})
    return inspected


def _render(record: Record, inspected: Sequence[Inspected]) -> dict:
    """Previews of what can be shown; what claims to be a picture and cannot be shown is refused now."""
    sources = [previews.Source(one.sha256, one.kind.code, one.path) for one in inspected if one.kind.shown]
    made = previews.prepare(record.federation_id, sources)
    names = {one.sha256: one.name for one in inspected}
    refusals = [
        f"“{names[key]}”：{found}" for key, found in made.items() if isinstance(found, sandbox.ParseFailed)
    ]
    if refusals:
        raise ValidationError({"files": refusals})
    return {key: found.taken_at for key, found in made.items()}


def _enter(access, record: Record, inspected: Sequence[Inspected], taken: dict, kind: str) -> list[Exhibit]:
    with transaction.atomic():
        chain.lock(record.federation_id)  # two uploads of one content must not both make its row
        standing = list(exhibits_of(record))
        held = {exhibit.file.sha256 for exhibit in standing}
        again = [_("“%s”已经上传过。") % one.name for one in inspected if one.sha256 in held]
        if again:
            raise ValidationError({"files": again})
        page = max((exhibit.page for exhibit in standing if exhibit.kind == kind), default=0)
        made = [
            Exhibit(
                federation_id=record.federation_id,
                record_ref=record.ref,
                record_id=record.pk,
                file=_file(access, record, one, taken.get(one.sha256)),
                kind=kind,
                page=page + place,
            )
            for place, one in enumerate(inspected, start=1)
        ]
        writing.enter_many(made, by=access.user)
    return made


def _file(access: Access, record: Record, one: Inspected, taken_at) -> File:
    """The row of a content: one per federation, whoever uploads it first."""
    known = File._plain.filter(federation=record.federation_id, sha256=one.sha256).first()
    if known is not None:
        return known
    file = File(
        federation_id=record.federation_id,
        sha256=one.sha256,
        size=one.size,
        kind=one.kind.code,
        name=one.name[:200],
        taken_at=taken_at,
    )
    return writing.enter(file, by=access.user)
