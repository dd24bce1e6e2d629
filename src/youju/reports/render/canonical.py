"""One stable byte form of a document: what is digested, signed, embedded in the HTML and read back.

The form is JSON with sorted keys, no blanks, UTF-8, and `<` written as `\\u003c` so that it can stand in an
HTML page unchanged. It covers all that a reader is told, and of the seal what is known before signing
(edition, version, when, by whom). Left out are the values that follow from it (digest, signature, key) and
the public address, which may change without the document changing.
"""

import dataclasses
import hashlib
import json
from typing import Any

from youju.reports import document as nouns
from youju.reports.document import Document, Seal

FORMAT = "youju-document/1"
_KINDS = {c.__name__.lower(): c for c in (nouns.Heading, nouns.Paragraph, nouns.Table)}
_RUNS = {c.__name__.lower(): c for c in (nouns.Words, nouns.Quote, nouns.Unproven)}
_LATER = ("strength", "citations", "row")  # came after the first editions, whose form must not change
_SIGNED = ("edition", "version", "sealed_at", "sealed_by")


def canonical_json(document: Document) -> str:
    """The content that a seal vouches for."""
    content = _plain(document)
    del content["url"]
    if document.seal:
        content["seal"] = {name: content["seal"][name] for name in _SIGNED}
    return _dump({"format": FORMAT, **content})


def digest(document: Document) -> str:
    """SHA-256 of `canonical_json`, hex. Does not depend on the seal's own digest and signature."""
    return hashlib.sha256(canonical_json(document).encode()).hexdigest()


def seal_json(document: Document) -> str:
    """What stands beside the content in a file: the whole seal, and the address."""
    return _dump({"seal": _plain(document.seal), "url": document.url})


def document_from_json(content: str, seal: str = "") -> Document:
    """The document again; with `seal_json`'s text complete, without it only what `digest` needs."""
    data = json.loads(content)
    if data.pop("format", None) != FORMAT:
        raise ValueError("不是有据的定稿数据，或版本不同，无法读取。")
    beside = json.loads(seal) if seal else {"seal": None, "url": ""}
    signed = data.pop("seal")
    whole = signed and {**dict.fromkeys(_seal_fields(), ""), **(beside["seal"] or {}), **signed}
    return Document(
        **{
            **data,
            "blocks": tuple(_block(b) for b in data["blocks"]),
            "proofs": tuple(_proof(p) for p in data["proofs"]),
            "notes": tuple(data["notes"]),
            "seal": Seal(**whole) if whole else None,
            "url": beside["url"],
        }
    )


def _seal_fields() -> list[str]:
    return [field.name for field in dataclasses.fields(Seal)]


def _dump(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c")


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        plain = {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
        if isinstance(value, nouns.Proof):
            plain = {name: part for name, part in plain.items() if part or name not in _LATER}
        kind = type(value).__name__.lower()
        return {"kind": kind, **plain} if kind in _KINDS or kind in _RUNS else plain
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return value


def _block(data: dict) -> nouns.Heading | nouns.Paragraph | nouns.Table:
    kind = data.pop("kind")
    if kind == "paragraph":
        return nouns.Paragraph(tuple(_RUNS[run.pop("kind")](**run) for run in data["runs"]))
    if kind == "table":
        return nouns.Table(tuple(data["columns"]), tuple(tuple(row) for row in data["rows"]))
    return _KINDS[kind](**data)


def _proof(data: dict) -> nouns.Proof:
    sides = tuple((title, tuple(_item(item) for item in items)) for title, items in data["sides"])
    return nouns.Proof(**{**data, "sides": sides, "strength": tuple(data.get("strength", ()))})


def _item(data: dict) -> nouns.Item:
    return nouns.Item(
        **{
            **data,
            "exhibits": tuple(data["exhibits"]),
            "exhibit_digests": tuple(data["exhibit_digests"]),
            "photos": tuple(nouns.Photo(**photo) for photo in data["photos"]),
        }
    )
