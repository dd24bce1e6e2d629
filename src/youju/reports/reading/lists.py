"""Numbers in lists: k-th answers to k-th (分别), units written once, parts of a stated whole."""

import re

from youju.reports.reading import units
from youju.reports.reading.data import words
from youju.reports.reading.numbers import Quantity
from youju.reports.reading.structure import Structure

_WORDS = words("coordination")
_NAMED = re.compile(r"([^、,。;:\d]+(?:[、和与及][^、,。;:\d]+)+?)(?:等)?$")
_COUNTED_IN = tuple(
    (re.compile(rf"(?:{pattern})(?:共|达|为|约|计|是|有|近)?$"), unit)
    for pattern, unit in (
        ("人次数?", "人次"),
        ("率", "%"),
        (
            "(?:会员|职工|员工|人员|人数|农民工|干部|代表|劳模|女工|选手|学员|教师|教工|党员)(?:总数|人数)?",
            "人",
        ),
        ("户数?", "户"),
        ("(?:企业|单位|公司)(?:总数|数)?", "家"),
        ("(?:工会|组织|小组|分会)(?:总数|数)?", "个"),
        ("金额|资金|款|金|经费", "元"),
    )
)


def respective(shape: Structure, quantities: list[Quantity], index: int) -> str:
    """签订合同79份,协议75份,签订率分别为100%、94%: the word that the k-th number answers to."""
    text, start = shape.text, quantities[index].start
    clause_start, clause_end = shape.clause(start)
    mark = text.rfind("分别", clause_start, start)
    if mark < 0:
        return ""
    members = [one for one, other in enumerate(quantities) if mark < other.start < clause_end]
    place = members.index(index)
    between = text[quantities[members[0]].end : start] if place else ""
    if re.search(r"[^、和及\s]{3}", re.sub(r"[\d.%]+\w{0,3}", "", between)):
        return ""
    if named := _NAMED.search(text[clause_start:mark]):
        names = re.split("[、和与及]", named[1])
        return names[place] if place < len(names) else ""
    sentence_start, _ = shape.sentence(clause_start)
    earlier = [one for one in range(members[0]) if quantities[one].start >= sentence_start]
    return _noun(shape, quantities, earlier[-len(members) :][place]) if len(earlier) >= len(members) else ""


def _noun(shape: Structure, quantities: list[Quantity], index: int) -> str:
    previous = quantities[index - 1].end if index else 0
    start = max(shape.clause(quantities[index].start)[0], previous)
    return shape.text[start : quantities[index].start].strip("、和及与")


def dropped_unit(shape: Structure, quantities: list[Quantity], index: int) -> str:
    """The unit a bare number means: that of the next number of its list, else that of its noun."""
    text, quantity = shape.text, quantities[index]
    following = text[quantity.end : quantity.end + 1]
    if quantity.chinese or (following and following not in ",。;、)\n (!"):
        return ""
    _, clause_end = shape.clause(quantity.end)
    noun = re.search(r"[^\W\d_a-zA-Z]+$", text[max(0, quantity.start - 14) : quantity.start])
    if not noun or _WORDS.short_noun.search(noun[0]):
        return ""
    if following == "、":
        listed = (other.unit for other in quantities[index + 1 :] if other.start < clause_end and other.unit)
        if unit := next(listed, ""):
            return unit
    return next((unit for pattern, unit in _COUNTED_IN if pattern.search(noun[0])), "")


def part_of(shape: Structure, quantities: list[Quantity], index: int) -> int | None:
    """Index of the whole that a number behind 其中 (or in brackets behind it) belongs to."""
    text, quantity = shape.text, quantities[index]
    start, _ = shape.sentence(quantity.start)
    marks = [found.end() for found in _WORDS.part.finditer(text, start, quantity.start)]
    bracket = text.rfind("(", start, quantity.start)
    if bracket >= 0 and text.find(")", bracket, quantity.start) < 0:
        marks.append(bracket)
    if not marks:
        return None
    for whole in range(index - 1, -1, -1):
        candidate = quantities[whole]
        if candidate.start < start:
            return None
        if candidate.end <= marks[-1] and _comparable(candidate, quantity):
            return whole if candidate.value >= quantity.value else None
    return None


def _comparable(one: Quantity, other: Quantity) -> bool:
    bodies = {one.unit, other.unit} <= {"个", "家"} and one.kind == units.BODY
    return one.unit == other.unit or bodies
