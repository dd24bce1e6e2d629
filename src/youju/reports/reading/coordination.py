"""What a number speaks of: its own words, and those it shares with the numbers before it.

慰问困难职工15人、患病29人: the second number has its own noun and borrows the verb; in 慰问134户26.8万元
the second has no word of its own at all.  Fields are ordered by how much they say about the number.
"""

import re
from dataclasses import dataclass

from youju.reports.reading import units
from youju.reports.reading.numbers import Quantity
from youju.reports.reading.structure import ASIDE, Structure

SEPARATOR = "\x00"
# near, after, same clause before, same clause behind, clause before, earlier in the sentence, sentence before,
# nearest heading, those above it
_WEIGHTS = (1.0, 0.95, 0.75, 0.5, 0.6, 0.42, 0.25, 0.38, 0.2)
_EDGE = re.compile(
    r"^(?:[、和与及另·\s]|以及|为|给(?!付)|向|有|共|又|还|再|先后|今年|全年|并)+|[\s·]+$|(?:共|约|达|为|了|有|近)+$"
)
_EMPTY = re.compile(
    "惠及|覆盖|单身|青年|服务|参加|参与|职工|员工|人员|群众|筹集|筹资|投入|资金|使用|完成|实现|累计|其中|其余|涉及|受益|受教育|吸引|企业|单位|公司|合计|总计|共计|"
    "支付|发放|实际|分别|两项|三项|价值|折合|县总|市总|区总|工会|本级|自筹|已备|[共达发去收到的了另余等为约有总计已均各备]"
)
_PART = re.compile(r"其中|包括|含|内有|中有")


@dataclass(frozen=True)
class Context:
    near: str
    after: str
    fields: tuple[str, ...]
    weights: tuple[float, ...]

    @property
    def own(self) -> bool:
        """Whether the number has words of its own that say something (惠及职工 does not)."""
        return len(_EMPTY.sub("", self.near + self.after)) > 1


def contexts(shape: Structure, quantities: list[Quantity]) -> list[Context]:
    return [_context(shape, quantities, index) for index in range(len(quantities))]


def _context(shape: Structure, quantities: list[Quantity], index: int) -> Context:
    text, quantity = shape.text, quantities[index]
    clause_start, _ = shape.clause(quantity.start)
    _, clause_end = shape.clause(quantity.end)
    previous = quantities[index - 1].end if index else 0
    following = quantities[index + 1].start if index + 1 < len(quantities) else len(text)
    near_start = max(clause_start, previous)
    near = _clean(text[near_start : quantity.start])
    near = (_respective(shape, quantities, index) or "") + near
    after = _clean(_own_words_after(text[quantity.end : min(clause_end, following, quantity.end + 26)], near))
    same = _without(shape.text, quantities, clause_start, near_start)
    sentence_start, _ = shape.sentence(quantity.start)
    clauses = _clauses(shape, quantities, sentence_start, clause_start)
    line = shape.line(quantity.start)
    before = _without(text, quantities, max(line.start, sentence_start - 60), sentence_start)
    headings = shape.headings(quantity.start).split("\n")
    behind = _behind(shape, quantities, index, clause_end)
    fields = (near, after, same, behind, clauses[0] if clauses else "", "|".join(clauses[1:4]), before, headings[0],
              "|".join(headings[1:]))  # fmt: skip
    return Context(near, after, fields, _weights(near, after, fields))


def _respective(shape: Structure, quantities: list[Quantity], index: int) -> str | None:
    """签订合同79份,协议75份,签订率分别为100%、94%: the word that the k-th number of a 分别 list answers to."""
    text, quantity = shape.text, quantities[index]
    start, _ = shape.clause(quantity.start)
    mark = text.rfind("分别", start, quantity.start)
    if mark < 0 or re.search(r"[^、和及\s]{3}", _without(text, quantities, mark + 2, quantity.start)):
        return None
    place = sum(1 for other in quantities[:index] if other.start > mark)
    named = re.search(r"([^、,。;:\d]+(?:[、和与及][^、,。;:\d]+)+?)(?:等)?$", text[start:mark])
    if named:
        names = re.split("[、和与及]", named[1])
        return names[place] if place < len(names) else None
    length = sum(1 for other in quantities if mark < other.start < shape.clause(quantity.start)[1])
    earlier = [one for one in range(index - place) if quantities[one].start >= shape.sentence(start)[0]]
    if len(earlier) < length:
        return None
    whole = earlier[-length:][place]
    return _clean(
        text[
            max(
                shape.clause(quantities[whole].start)[0], quantities[whole - 1].end if whole else 0
            ) : quantities[whole].start
        ]
    )


def _weights(near: str, after: str, fields: tuple[str, ...]) -> tuple[float, ...]:
    if len(_EMPTY.sub("", near + after)) > 1:
        return _WEIGHTS
    # A number without a word of its own lives wholly on what it borrows.
    heir, weight = (2, 1.0) if fields[2] else (4, 0.85)
    return tuple(weight if place == heir else own for place, own in enumerate(_WEIGHTS))


def _own_words_after(words: str, near: str) -> str:
    # 慰问困难职工15人、患病29人: behind a number with words of its own the list goes on without it.
    return re.split("[、;]", words)[0] if near else words


def _behind(shape: Structure, quantities: list[Quantity], index: int, clause_end: int) -> str:
    """国有企业12户、集体企业5户全部实行公开: the verb that a whole list shares stands behind its last number."""
    later = [other for other in quantities[index + 1 : index + 6] if other.end <= clause_end]
    return _clean(shape.text[later[-1].end : min(clause_end, later[-1].end + 20)]) if later else ""


def _without(text: str, quantities: list[Quantity], start: int, end: int) -> str:
    """A stretch of text with its quantities cut out, so that only words remain."""
    out, at = [], start
    for quantity in quantities:
        if start <= quantity.start and quantity.end <= end:
            out.append(text[at : quantity.start])
            at = quantity.end
    out.append(text[at:end])
    return _clean("".join(out))


def _clauses(shape: Structure, quantities: list[Quantity], start: int, end: int) -> list[str]:
    """The clauses of a sentence before its last one, nearest first."""
    found, at = [], end - 1
    while at > start and len(found) < 5:
        clause_start, _ = shape.clause(at)
        clause_start = max(start, min(clause_start, at))
        if words := _without(shape.text, quantities, clause_start, at):
            found.append(words)
        at = clause_start - 1
    return found


def _clean(words: str) -> str:
    return _EDGE.sub("", words.replace(ASIDE, ""))


def dropped_unit(shape: Structure, quantities: list[Quantity], index: int) -> str:
    """The unit a bare number means: that of the next number of its list, else the one its noun is counted in."""
    text, quantity = shape.text, quantities[index]
    following = text[quantity.end : quantity.end + 1]
    if quantity.chinese or (following and following not in ",。;、)\n (!"):
        return ""
    _, clause_end = shape.clause(quantity.end)
    noun = re.search(r"[^\W\d_a-zA-Z]+$", text[max(0, quantity.start - 14) : quantity.start])
    if not noun or re.search(r"[年月日第号级约近达为共到]$", noun[0][:-1] and noun[0]) and len(noun[0]) < 3:
        return ""
    if following == "、":
        for other in quantities[index + 1 :]:
            if other.start >= clause_end:
                break
            if other.unit:
                return other.unit
    return next((unit for pattern, unit in _COUNTED_IN if pattern.search(noun[0])), "")


_COUNTED_IN = tuple(
    (re.compile(pattern + r"(?:共|达|为|约|计|是|有|近)?$"), unit)
    for pattern, unit in (
        (r"人次(?:数)?", "人次"),
        (r"率", "%"),
        (
            r"(?:会员|职工|员工|人员|人数|农民工|干部|代表|劳模|女工|选手|学员|教师|教工|党员)(?:总数|人数)?",
            "人",
        ),
        (r"户数?", "户"),
        (r"(?:企业|单位|公司)(?:总数|数)?", "家"),
        (r"(?:工会|组织|小组|分会)(?:总数|数)?", "个"),
        (r"(?:金额|资金|款|金|经费)", "元"),
    )
)


def part_of(shape: Structure, quantities: list[Quantity], index: int) -> int | None:
    """Index of the whole that a number behind 其中 (or in brackets behind it) belongs to."""
    text, quantity = shape.text, quantities[index]
    start, _ = shape.sentence(quantity.start)
    marks = [found.end() for found in _PART.finditer(text, start, quantity.start)]
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
    persons = {one.unit, other.unit} <= {"人", "人次"} and one.unit == other.unit
    bodies = {one.unit, other.unit} <= {"个", "家"}
    return one.unit == other.unit or persons or bodies and one.kind == units.BODY
