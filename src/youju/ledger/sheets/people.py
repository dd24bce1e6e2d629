"""Persons named in a table: known ones by number or name, new ones by number, many with few queries."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import batched

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from youju.base import identity, vault
from youju.base.text import fold
from youju.ledger.sheets.cells import ERRORS, formula_fault
from youju.org.access import Access
from youju.org.models import Organisation
from youju.people import finding
from youju.people.models import ELSEWHERE, Person, Sex
from youju.records.moulds import mould
from youju.records.record import State

CHUNK = 900
_NAME = re.compile(r"[\s　·•]")
_PHONE = re.compile(r"1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,6})?|\d{7,8}")
SEXES = {word: sex.value for sex in Sex for word in (str(sex.label), f"{sex.label}性")}


@dataclass
class Named:
    """A person as one row names them, and who it turned out to be."""

    name: str
    id_number: str = ""
    sex: str = ""
    phone: str = ""
    person: Person | None = None
    is_new: bool = False
    faults: list[tuple[str, str]] = field(default_factory=list)  # part of the person, reason

    def refuse(self, part: str, reason: str) -> None:
        self.faults.append((part, str(reason)))


class People:
    """Who is meant, for all rows at once. New persons are made once however many rows name them."""

    def __init__(self, access: Access, place: Organisation) -> None:
        self.access, self.place = access, place
        self._new = mould(Person, federation=place.federation)
        self.newcomers: dict[str, Person] = {}  # by blind index of their number

    def settle(self, named: Iterable[Named]) -> None:
        named = [one for one in named if _is_sound(one)]
        numbered = [one for one in named if one.id_number]
        self._by_number(numbered)
        self._by_name([one for one in named if not one.id_number])

    def _by_number(self, numbered: list[Named]) -> None:
        label = "person.id_number"
        indexes = [vault.blind(one.id_number, label=label) for one in numbered]
        known = {
            person.id_index: person
            for part in batched(dict.fromkeys(indexes), CHUNK)
            for person in Person._plain.filter(id_index__in=part)
        }
        reached = set(self._reached(known.values()))
        for one, index in zip(numbered, indexes, strict=True):
            person = known.get(index)
            if person is None:
                self._enter(one, index)
            elif person.pk not in reached:
                one.refuse("id_number", ELSEWHERE)
            else:
                _agree(one, person)

    def _reached(self, persons: Iterable[Person]) -> Iterator:
        """Ids of those the user may see; those of an own federation without asking again."""
        own, others = set(self.access.federations), []
        for person in persons:
            if person.state == State.VOIDED:
                continue
            if person.federation_id in own:
                yield person.pk
            else:
                others.append(person.pk)
        for part in batched(others, CHUNK):
            yield from Person.objects.reach(self.access).filter(pk__in=part).values_list("pk", flat=True)

    def _enter(self, one: Named, index: str) -> None:
        person = self.newcomers.get(index)
        if person is not None:
            return _agree(one, person)
        if not one.name:
            return one.refuse("name", _("新人员须填写姓名。"))
        person = self._new()
        person.name, person.sex = one.name, SEXES[identity.sex_of(one.id_number)]
        person.id_number, person.phone = one.id_number, one.phone
        one.person, one.is_new = person, True
        self.newcomers[index] = person
        return None

    def _by_name(self, unnumbered: list[Named]) -> None:
        bearers: dict[str, list] = defaultdict(list)
        for part in batched(dict.fromkeys(one.name for one in unnumbered), CHUNK):
            bearers |= finding.namesakes(self.access, part)
        for one in unnumbered:
            cards = bearers.get(one.name, [])
            if one.sex:
                cards = [card for card in cards if card.person.sex == SEXES.get(one.sex)]
            if len(cards) == 1:
                one.person = cards[0].person
            elif cards:
                one.refuse("name", _("有 %d 位同名人员，请填写身份证号。") % len(cards))
            else:
                one.refuse("name", _("没有找到“%s”；新人员请填写身份证号。") % one.name)


def _is_sound(one: Named) -> bool:
    """Clean the parts of a person; False where nobody is named or a part is wrong."""
    if _has_failed(one):
        return False
    one.name = _NAME.sub("", one.name) if re.search(r"[㐀-鿿]", one.name) else one.name.strip()
    one.sex = fold(one.sex)
    if one.id_number:
        try:
            one.id_number = identity.clean_id_number(one.id_number)
        except ValueError as error:
            one.refuse("id_number", str(error))
    if len(one.name) > 50:
        one.refuse("name", _("姓名太长，请核对这一列是否放错。"))
    if one.sex and one.sex not in SEXES:
        one.refuse("sex", _("性别应写“男”或“女”。"))
    elif one.sex and one.id_number and not one.faults and _sex_of(one) != SEXES[one.sex]:
        one.refuse("sex", _("性别与身份证号不符，请核对。"))
    if one.phone and not _PHONE.fullmatch(phone := fold(one.phone)):
        one.refuse("phone", _("“%s”不是电话号码。") % one.phone)
    elif one.phone:
        one.phone = phone
    return not one.faults and bool(one.name or one.id_number)


def _has_failed(one: Named) -> bool:
    for part in ("name", "id_number", "sex", "phone"):
        if (text := getattr(one, part)) in ERRORS:
            one.refuse(part, formula_fault(text))
    return bool(one.faults)


def _sex_of(one: Named) -> str:
    return SEXES[identity.sex_of(one.id_number)]


def _agree(one: Named, person: Person) -> None:
    """The row must call the person by the name that is known."""
    if one.name and one.name != person.name:
        one.refuse("name", _("该证件号登记的是另一个姓名，请核对姓名和证件号。"))
    else:
        one.person = person


def refusals_of(error: ValidationError) -> list[tuple[str, str]]:
    """Field and reason for each thing that a model or form found wrong."""
    if hasattr(error, "error_dict"):
        return [(name, text) for name, texts in error.message_dict.items() for text in texts]
    return [("", text) for text in error.messages]
