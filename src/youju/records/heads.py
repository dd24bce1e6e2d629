"""Chain heads kept outside the database, signed: the only thing that shows a cut tail."""

import json
import os
from pathlib import Path
from uuid import UUID

from django.conf import settings

from youju.base import vault


def _path(federation_id: UUID, stream: str) -> Path:
    return Path(settings.YOUJU_KEYS) / "heads" / f"{federation_id}.{stream}.json"


def _statement(federation_id: UUID, stream: str, seq: int, mac: str) -> bytes:
    return f"youju-head|1|{federation_id}|{stream}|{seq}|{mac}".encode()


def publish(federation_id: UUID, stream: str, seq: int, mac: str, *, force: bool = False) -> None:
    """Put the head into the keys folder unless a later one already stands there."""
    if not force and (known := read(federation_id, stream)) and known["seq"] >= seq:
        return
    path = _path(federation_id, stream)
    path.parent.mkdir(parents=True, exist_ok=True)
    signature = vault.sign(_statement(federation_id, stream, seq, mac))
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    with temporary.open("w", encoding="utf-8") as out:
        json.dump({"seq": seq, "mac": mac, "signature": signature}, out)
        out.flush()
        os.fsync(out.fileno())
    temporary.replace(path)


def read(federation_id: UUID, stream: str) -> dict | None:
    """`{seq, mac, signature}` as last published, or None."""
    try:
        return json.loads(_path(federation_id, stream).read_text("utf-8"))
    except FileNotFoundError:
        return None


def known() -> list[tuple[UUID, str]]:
    """Every federation and stream with a published head."""
    folder = Path(settings.YOUJU_KEYS) / "heads"
    pairs = (file.name.removesuffix(".json").split(".", 1) for file in sorted(folder.glob("*.json")))
    return [(UUID(federation), stream) for federation, stream in pairs]


def signature_holds(federation_id: UUID, stream: str, head: dict) -> bool:
    statement = _statement(federation_id, stream, head["seq"], head["mac"])
    return vault.signature_valid(statement, head["signature"], vault.public_key())
