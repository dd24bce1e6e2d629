"""A pasted column of names, matched to persons; namesakes are asked about, strangers kept as names."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from youju.ledger.namelists import Line, read_lines
from youju.org.access import Access
from youju.people import finding
from youju.people.finding import Card
from youju.people.models import Person
from youju.records.models import Participation

MOST = 5000


@dataclass(frozen=True)
class Pasted:
    """The text of the box and, by row key, whom a name stands for."""

    text: str
    picks: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Match:
    """A row and whom it stands for. `cards` are the bearers of its name when one must be picked."""

    key: str
    line: Line
    person: Person | None
    cards: tuple[Card, ...] = ()

    @property
    def name(self) -> str:
        return self.line.name

    @property
    def unit(self) -> str:
        return self.line.unit

    @property
    def asks(self) -> bool:
        return bool(self.cards)


class ParticipantsInput(forms.Textarea):
    """The box, and one choice for each namesake. Drawn by the pages."""

    picker = "participants"
    questions: tuple[Match, ...] = ()
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
        found = self.match(value)
        if len(found) > MOST:
            raise ValidationError(_("一次最多登记 %d 人，请分成几条记录。") % MOST)
        questions = tuple(one for one in found if one.asks)
        self.widget.keeps = {k: v for k, v in value.picks.items() if k not in {q.key for q in questions}}
        self.widget.questions = questions
        rows = [
            Participation(person=one.person, name=one.name, unit=one.unit, session=one.line.session)
            for one in found
        ]
        self._check(rows, questions)
        return rows

    def match(self, value: Pasted) -> list[Match]:
        """Each row with the person it stands for, as picked, as numbered, or as the only one so called."""
        lines = read_lines(value.text)[: MOST + 1]
        bearers = finding.namesakes(self.access, {line.name for line in lines})
        numbered = finding.numbered(self.access, {line.number for line in lines if line.number})
        known = {str(row.person_id): row.person for row in self.before if row.person_id}
        found = []
        for key, line in zip(_keys(line.name for line in lines), lines, strict=True):
            cards = bearers.get(line.name, [])
            pick = value.picks.get(key, "")
            choices = {str(card.person.pk): card.person for card in cards} | known
            person = numbered.get(line.number) or choices.get(pick)
            if person is not None and person.name != line.name:
                person = None
            open_question = person is None and not line.number and pick != "none"
            if open_question and len(cards) == 1:
                person, open_question = cards[0].person, False
            found.append(Match(key, line, person, tuple(cards) if open_question else ()))
        return found

    def has_changed(self, initial, data):
        return data != self.initial

    def _check(self, rows: list[Participation], questions: tuple[Match, ...]) -> None:
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
    keys = _keys(name for name, _unit, _session in lines)
    links = {key: str(row.person_id) for key, row in zip(keys, rows, strict=True) if row.person_id}
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
    return (
        text
        if [line.said for line in read_lines(text)] == lines
        else "\n".join("\t".join(line).rstrip("\t") for line in lines)
    )


def _keys(names: Iterable[str]) -> list[str]:
    """A key for each row that survives rows being inserted above it: the name and which one of that name."""
    seen: Counter = Counter()
    keys = []
    for name in names:
        seen[name] += 1
        keys.append(f"{name}-{seen[name]}")
    return keys
