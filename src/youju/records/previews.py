"""Pictures that stand for evidence on pages: made in the sandbox, kept beside the files, free to be deleted.

Call `prepare` with an upload before it is stored: what cannot be shown is told to the sender at once.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from django.conf import settings

from youju.base.clock import CHINA
from youju.records import sandbox, storing
from youju.records.sandbox import Limits, ParseFailed

MOST_PAGES = 12
# Photos to one child, and children at once: many photos soon done, two gigabytes at worst.
BATCH, AT_ONCE = 6, 2
RENDER = "youju.records._rendering:render"
SIZES = ("thumb", "view")


@dataclass(frozen=True)
class Source:
    """A file of a kind that is shown: where its content lies now, and its digest."""

    sha256: str
    code: str
    path: Path


@dataclass(frozen=True)
class Preview:
    pages: int
    shown: int
    width: int
    height: int
    taken_at: datetime | None


def prepare(federation_id: UUID, sources: Sequence[Source]) -> dict[str, Preview | ParseFailed]:
    """Previews of many files in few child processes, by digest; those already made are only read.

    What cannot be shown is answered with its `ParseFailed`; a failing disk raises `StoreFailed`.
    """
    found = {source.sha256: _kept(federation_id, source.sha256) for source in sources}
    missing = {source.sha256: source for source in sources if found[source.sha256] is None}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for made in pool.map(partial(_rendered, federation_id), _batches(list(missing.values()))):
            found |= made
    return found


def preview(federation_id: UUID, sha256: str, code: str) -> Preview:
    """The preview of one stored file; `ParseFailed` when none can be made, `StoreFailed` when it is gone."""
    source = Source(sha256, code, storing.path_of(federation_id, sha256))
    if (kept := _kept(federation_id, sha256)) is not None:
        return kept
    storing.open_file(federation_id, sha256).close()
    made = prepare(federation_id, [source])[sha256]
    if isinstance(made, ParseFailed):
        raise made
    return made


def picture(federation_id: UUID, sha256: str, code: str, size: str = "thumb", page: int = 1) -> Path:
    """The JPEG of a page, made if it is not there yet; `LookupError` for a page that is not shown."""
    if size not in SIZES or not 1 <= page <= preview(federation_id, sha256, code).shown:
        raise LookupError("no such picture")
    return _stem(federation_id, sha256).with_name(f"{sha256}.{page}.{size}.jpg")


def _batches(sources: list[Source]) -> Iterator[list[Source]]:
    yield from ([source] for source in sources if source.code == "pdf")
    images = [source for source in sources if source.code != "pdf"]
    yield from (images[at : at + BATCH] for at in range(0, len(images), BATCH))


def _rendered(federation_id: UUID, batch: list[Source]) -> dict[str, Preview | ParseFailed]:
    """One child for the batch. If it dies, each file gets its own, so that one cannot spoil the others."""
    limits = Limits(cpu_seconds=10 + 4 * len(batch), wall_seconds=20 + 8 * len(batch))
    request = {
        "most_pages": MOST_PAGES,
        "sources": [{"path": str(source.path.absolute()), "code": source.code} for source in batch],
    }
    with sandbox.workspace() as folder:
        try:
            answers = sandbox.run(RENDER, request, folder=folder, limits=limits)
        except ParseFailed as error:
            if len(batch) == 1:
                return {batch[0].sha256: error}
            return {key: made for one in batch for key, made in _rendered(federation_id, [one]).items()}
        with storing.told_in_chinese():
            return {
                source.sha256: _filed(federation_id, source.sha256, answer, folder, place)
                for place, (source, answer) in enumerate(zip(batch, answers, strict=True))
            }


def _filed(federation_id: UUID, sha256: str, answer: dict, folder: Path, place: int) -> Preview | ParseFailed:
    if "refused" in answer:
        return ParseFailed(answer["refused"])
    stem = _stem(federation_id, sha256)
    stem.parent.mkdir(parents=True, exist_ok=True)
    for page in range(1, answer["shown"] + 1):
        for size in SIZES:
            _move(folder / f"{place}.{page}.{size}.jpg", stem.with_name(f"{sha256}.{page}.{size}.jpg"))
    made = _preview(answer)
    # Last, because it says that the pictures are complete.
    described = folder / f"{place}.json"
    described.write_text(json.dumps(asdict(made), default=str), encoding="utf-8")
    _move(described, stem.with_suffix(".json"))
    return made


def _kept(federation_id: UUID, sha256: str) -> Preview | None:
    try:
        return _preview(json.loads(_stem(federation_id, sha256).with_suffix(".json").read_text("utf-8")))
    except (FileNotFoundError, ValueError, KeyError):
        return None


def _preview(facts: dict) -> Preview:
    taken_at = facts["taken_at"] and datetime.fromisoformat(facts["taken_at"])
    if taken_at and not taken_at.tzinfo:
        taken_at = taken_at.replace(tzinfo=CHINA)
    return Preview(facts["pages"], facts["shown"], facts["width"], facts["height"], taken_at)


def _stem(federation_id: UUID, sha256: str) -> Path:
    kept_at = storing.path_of(federation_id, sha256)
    return Path(settings.YOUJU_HOME) / "previews" / kept_at.relative_to(Path(settings.YOUJU_HOME) / "files")


def _move(source: Path, target: Path) -> None:
    """Into place in one step, also from a temporary folder on another disk."""
    handle, temporary = tempfile.mkstemp(dir=target.parent)
    with os.fdopen(handle, "wb") as file, source.open("rb") as made:
        shutil.copyfileobj(made, file)
    Path(temporary).replace(target)
