"""Words that stand in no text of the product: planted in records, they tell where records leak."""

import html
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from unittest import mock

import pypdfium2
from django.core.exceptions import ValidationError
from django.db import models

from youju.base.fields import EncryptedField
from youju.org.handing_down import HandedDown
from youju.org.models import Organisation, Placement, Post
from youju.people.models import Person
from youju.records import writing
from youju.records.models import Exhibit, File, Participation

PLAIN = (Organisation, Placement, Post, File, Exhibit)  # kept as the builder of the world writes them


@dataclass(frozen=True)
class Words:
    """What is planted at one place: in every text field, in the names of persons, in what is handed down."""

    text: str
    name: str
    shared: str


@contextmanager
def planted(words: Words) -> Iterator[None]:
    """Whatever the makers enter inside the block carries the words in all its texts."""
    plain = writing.enter

    def enter(record, *, by, children=(), reason=""):
        given = dict(vars(record))
        for row in (record, *children):
            mark(row, words)
        try:
            return plain(record, by=by, children=children, reason=reason)
        except ValidationError as error:
            left_out(record, given, error)
        return plain(record, by=by, children=children, reason=reason)

    with mock.patch.object(writing, "enter", enter):
        yield


def left_out(record: models.Model, given: dict, error: ValidationError) -> None:
    """Take back the words from what was empty, where some of it may only be filled in with other fields."""
    empty = [field.attname for field in record._meta.concrete_fields if given.get(field.attname) == ""]
    if all(getattr(record, name) == "" for name in empty):
        raise error
    for name in empty:
        setattr(record, name, "")


def mark(row: models.Model, words: Words) -> None:
    if isinstance(row, PLAIN):
        return
    word = words.shared if isinstance(row, HandedDown) else words.text
    for field in row._meta.concrete_fields:
        if isinstance(row, Person | Participation) and field.name == "name":
            row.name = row.name if words.name in row.name else f"{words.name}{row.name}"
        elif _is_free_text(field):
            said = str(getattr(row, field.name) or "")
            keep = (field.max_length or 1000) - len(word)
            setattr(row, field.name, said[:keep] + word)


def _is_free_text(field: models.Field) -> bool:
    """A text that people write as they like; codes, numbers with a form and choices are none."""
    written = isinstance(field, models.CharField | models.TextField) and not isinstance(field, EncryptedField)
    coded = field.choices or field.unique or field.name in ("code", "indicator", "line", "number")
    return written and field.editable and not coded and (field.max_length or 1000) >= 10


def found(content: bytes, words) -> list[str]:
    """Which of the words stand in an answer, whatever kind of file it is."""
    text = readable(content)
    return [word for word in words if word in text]


def readable(content: bytes) -> str:
    """Every text of an answer: of packed files each member, of PDF what is printed, of JSON what it means."""
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "\n".join(readable(packed.read(name)) for name in packed.namelist())
    if content.startswith(b"%PDF"):
        document = pypdfium2.PdfDocument(content)
        return "".join(page.get_textpage().get_text_bounded() for page in document).replace("\r\n", "")
    text = content.decode("utf-8", "replace")
    if "\\u" in text:
        text += text.encode("ascii", "ignore").decode("unicode_escape", "replace")
    return f"{text}\n{html.unescape(text)}"
