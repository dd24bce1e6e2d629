"""A pasted column of names, matched to persons; namesakes are asked about, strangers kept as names."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from youju.base.text import fold
from youju.org.access import Access
from youju.people import finding
from youju.people.finding import Card
from youju.records.models import Participation

MOST = 5000
_PARTED = re.compile(r"[；;](?![^（(]*[）)])")
_COMMAS = re.compile(r"[、，,](?![^（(]*[）)])")  # not those inside brackets
_BRACKETS = re.compile(r"[（(、，,]")
_WITH_UNIT = re.compile(r"(.*?)(?:[（(](.+)[）)])?")


@dataclass(frozen=True)
class Pasted:
    """The text of the box and, by row key, whom a name stands for."""

    text: str
    picks: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """A name borne by several persons: which of them was it?"""

    key: str
    name: str
    unit: str
    cards: tuple[Card, ...]
    picked: str = ""


class ParticipantsInput(forms.Textarea):
    """The box, and one choice for each namesake. Drawn by the pages."""

    picker = "participants"
    questions: tuple[Question, ...] = ()
    keeps: dict[str, str] = {}

    def value_from_datadict(self, data, files, name):
        start = f"{name}-pick-"
        picks = {key.removeprefix(start): data[key] for key in data if key.startswith(start)}
        return Pasted(data.get(name, ""), picks)

    def value_omitted_from_data(self, data, files, name):
        return name not in data


class ParticipantsField(forms.Field):
    widget = ParticipantsInput

    def __init__(self, *, access: Access, before: Iterable[Participation] = (), **kwargs):
        super().__init__(**kwargs)
        self.access = access
        self.before = list(before)
        self.initial = pasted(self.before)
        self.widget.keeps = self.initial.picks

    def prepare_value(self, value):
        return value if isinstance(value, Pasted) else pasted(self.before)

    def clean(self, value) -> list[Participation]:
        lines = _lines(value.text)
        if len(lines) > MOST:
            raise ValidationError(_("一次最多登记 %d 人，请分成几条记录。") % MOST)
        bearers = finding.namesakes(self.access, [name for name, _unit, _session in lines])
        known = {str(row.person_id): row.person for row in self.before if row.person_id}
        rows, questions = [], []
        for key, (name, unit, session) in zip(_keys(lines), lines, strict=True):
            cards = bearers.get(name, [])
            choices = {str(card.person.pk): card.person for card in cards} | known
            person = choices.get(value.picks.get(key, ""))
            if person is not None and person.name != name:
                person = None
            if person is None and len(cards) == 1:
                person = cards[0].person
            elif person is None and cards and value.picks.get(key) != "none":
                questions.append(Question(key, name, unit, tuple(cards)))
            rows.append(Participation(person=person, name=name, unit=unit, session=session))
        self.widget.keeps = {k: v for k, v in value.picks.items() if k not in {q.key for q in questions}}
        self.widget.questions = tuple(questions)
        self._check(rows, questions)
        return rows

    def has_changed(self, initial, data):
        return data != self.initial

    def _check(self, rows: list[Participation], questions: list[Question]) -> None:
        if questions:
            raise ValidationError(_("有 %d 个姓名对应多位人员，请在下面逐一点选。") % len(questions))
        seats = Counter((row.person_id, row.session) for row in rows if row.person_id)
        twice = sorted({row.name for row in rows if seats[(row.person_id, row.session)] > 1})
        if twice:
            raise ValidationError(_("%s重复登记，同一人在同一场次只能登记一次。") % "、".join(twice))


def pasted(rows: Iterable[Participation]) -> Pasted:
    """The box as it would have been typed for these participants."""
    lines = [(row.name, row.unit, row.session) for row in rows]
    text = "\n".join("\t".join(line).rstrip("\t") for line in lines)
    links = {key: str(row.person_id) for key, row in zip(_keys(lines), rows, strict=True) if row.person_id}
    return Pasted(text, links)


def in_a_cell(rows: Iterable[Participation]) -> str:
    """The participants as one cell says them: 上午：张三（甲厂）、李四；下午：王五. It reads back.

    Where names, units or sessions hold the very marks that part them, the lines of the box stand there.
    """
    lines = [(str(row), row.unit, row.session) for row in rows]
    parts = []
    for session, of_it in groupby(lines, key=lambda line: line[2]):
        names = "、".join(f"{name}（{unit}）" if unit else name for name, unit, _session in of_it)
        parts.append(f"{session}：{names}" if session else names)
    text = "；".join(parts)
    return text if _lines(text) == lines else "\n".join("\t".join(line).rstrip("\t") for line in lines)


def _lines(text: str) -> list[tuple[str, str, str]]:
    """Each row of the box as name, unit and session: columns from a spreadsheet, or names with commas."""
    found = []
    for line in text.splitlines():
        if "\t" in line:
            name, unit, session, *_rest = [part.strip() for part in line.split("\t")] + ["", ""]
            found.append((fold(name), unit, session))
        else:
            found += _in_words(line)
    return [(name[:50], unit[:100], session[:40]) for name, unit, session in found if name]


def _in_words(line: str) -> Iterator[tuple[str, str, str]]:
    """Names of one line: 、 between them, a unit in brackets behind, a session with its colon before them."""
    for part in _PARTED.split(line):
        before, colon, names = part.rpartition("：")
        session = before.strip() if colon and not _BRACKETS.search(before) else ""
        for one in _COMMAS.split(names if session else part):
            name, unit = _WITH_UNIT.fullmatch(one.strip()).groups()
            yield fold(name), (unit or "").strip(), session


def _keys(lines: Iterable[tuple[str, str, str]]) -> list[str]:
    """A key for each row that survives rows being inserted above it: the name and which one of that name."""
    seen: Counter = Counter()
    keys = []
    for name, _unit, _session in lines:
        seen[name] += 1
        keys.append(f"{name}-{seen[name]}")
    return keys
