"""Quantities that are no claims, by what stands around them: plans, thresholds, context, rules, durations.

Each rule is a function of a `Place`; the first that answers names the reason.  The words are in words.toml.
"""

from collections.abc import Callable
from dataclasses import dataclass

from youju.reports.reading import units
from youju.reports.reading.data import words
from youju.reports.reading.numbers import Quantity
from youju.reports.reading.structure import Structure

_WORDS = words("silence")
_ONE_COUNTS = frozenset("期场家户名位所间辆台笔座人幅本起例处副套") | {
    "场次",
    "期次",
    "个百分点",
    "百分点",
    "倍",
}
_ONE_AT_END = _ONE_COUNTS | frozenset("个次项件面块条份篇部支批")
_SORTS = frozenset("个项种大条点道")
_NEVER_COUNTED = frozenset("类级层方")
_PERIODIC = 20
_LONG = 100


@dataclass(frozen=True)
class Place:
    """A quantity with the text before and after it: in its clause, and in its sentence."""

    text: str
    shape: Structure
    quantity: Quantity
    previous_end: int

    @property
    def clause_before(self) -> str:
        return self.text[self.shape.clause(self.quantity.start)[0] : self.quantity.start]

    @property
    def sentence_before(self) -> str:
        return self.text[self.shape.sentence(self.quantity.start)[0] : self.quantity.start]

    @property
    def after(self) -> str:
        return self.text[self.quantity.end : self.shape.clause(self.quantity.end)[1]][:24]

    @property
    def near(self) -> str:
        """The words between the quantity before this one and this one."""
        start = max(self.previous_end, self.shape.clause(self.quantity.start)[0])
        return self.text[start : self.quantity.start]


def _future(place: Place) -> str | None:
    if place.shape.is_plan(place.quantity.start):
        return "plan"
    before = place.sentence_before
    turns = [found.end() for found in _WORDS.future.finditer(before)]
    return "plan" if turns and not _WORDS.fact_again.search(before, turns[-1]) else None


def _target(place: Place) -> str | None:
    if place.quantity.kind == units.RATE:
        return None
    before = place.clause_before
    asked = _WORDS.target_before.search(before) or _WORDS.target_after.match(place.after)
    # 完成组建12家工会的任务 is a fact, 完成下达的200人任务 names the target.
    return "target" if asked and not _WORDS.target_met.search(before) else None


def _threshold(place: Place) -> str | None:
    quantity = place.quantity
    if quantity.kind == units.RATE:
        return None
    if quantity.kind == units.MONEY and _WORDS.threshold_money.match(place.after):
        return "threshold"
    bounded = place.text[quantity.start : quantity.end].endswith(("以上", "以下", "以内"))
    return "threshold" if bounded and _WORDS.threshold.match(place.after) else None


def _context(place: Place) -> str | None:
    """The size of the place itself: its villages, its people, its economy."""
    quantity, before = place.quantity, place.clause_before
    admin = quantity.written in ("个", "家") and _WORDS.admin.match(place.after)
    at_work = _WORDS.acted.search(place.after) or _WORDS.worked_in.search(before)
    if admin and (not at_work or _WORDS.population.search(place.sentence_before)):
        return "context"
    if quantity.unit == "人" and not place.after and _WORDS.whole_place.search(before):
        return "context"
    if _WORDS.population.search(before) or place.text.startswith("人口", quantity.end):
        return "context"
    money = quantity.kind == units.MONEY
    foreign = money and (_WORDS.not_ours.search(before) or _WORDS.economy.search(place.near))
    return "context" if foreign else None


def _rule(place: Place) -> str | None:
    kind, near = place.quantity.kind, place.near
    if kind == units.RATE and (_WORDS.rate_rule.search(near) or _WORDS.rate_rule_after.match(place.after)):
        return "rule"
    before = place.clause_before
    allowed = _WORDS.money_allowed.search(before) or _WORDS.money_rule.search(before)
    return "rule" if kind == units.MONEY and allowed else None


def _duration(place: Place) -> str | None:
    quantity = place.quantity
    if quantity.kind == units.TIME:
        if _WORDS.time_span.match(place.after) or quantity.chinese or _WORDS.age.search(place.near):
            return "time"
        if _WORDS.frequency.search(place.clause_before):
            return "frequency"
        return None if quantity.value >= _LONG or _WORDS.time_that_counts.search(place.near) else "time"
    if quantity.written == "个" and _WORDS.half_time.match(place.after):
        return "time"
    periodic = quantity.kind in (units.TIMES, units.PIECE) and _WORDS.frequency.search(place.clause_before)
    return "frequency" if periodic and quantity.value < _PERIODIC else None


def _one(place: Place) -> str | None:
    """一 is a number only where it counts events, bodies or persons; else it is an article."""
    quantity, before, after = place.quantity, place.near, place.after
    if quantity.digits == "二":
        return "word"
    if not quantity.bare_one:
        return None
    if _WORDS.one_of.search(before):
        return "word"
    if not after or after[0] in "、,":
        return None if _WORDS.one_ends_list.search(before) and quantity.written in _ONE_AT_END else "word"
    thing = quantity.written in ("个", "支") and _WORDS.one_thing.match(after)
    event = quantity.written == "次" and not after.startswith("性")
    counts = quantity.written in _ONE_COUNTS or thing or event
    grown = quantity.kind == units.RATE
    return None if grown or (counts and _WORDS.done.search(before)) else "word"


def _abstract(place: Place) -> str | None:
    """三个方面, 五大体系, 两级: a small number that only sorts."""
    quantity = place.quantity
    if quantity.written in _NEVER_COUNTED or (
        quantity.chinese and quantity.written in ("种", "点", "道", "分")
    ):
        return "word"
    if quantity.written not in _SORTS or quantity.value > 12:
        return None
    sorts = _WORDS.aspects.match(place.after) or (quantity.chinese and _WORDS.abstract.match(place.after))
    return "word" if sorts else None


def _apposition(place: Place) -> str | None:
    """电工、焊工、会计四类培训班17期: the Chinese number only sums up the list before it."""
    quantity = place.quantity
    if quantity.written in ("项", "类", "个", "家") and _WORDS.summed.match(place.after):
        return "apposition"
    if not quantity.chinese or quantity.vague or quantity.value > 10:
        return None
    if quantity.written in ("项", "种") and _WORDS.sorts_of_one.match(place.after):
        return "apposition"
    if place.near.endswith("等") or place.after[:1] in ("", "、"):
        return None
    return "apposition" if _WORDS.enumerated.search(place.near) else None


def _recipients(place: Place) -> str | None:
    """给14个村下达任务: whom something was given to, named in passing."""
    named = _WORDS.given_to.search(place.near) and _WORDS.admin.match(place.after)
    return "apposition" if named else None


RULES: tuple[Callable[[Place], str | None], ...] = (
    _future, _target, _threshold, _context, _rule, _duration, _one, _abstract, _apposition, _recipients,
)  # fmt: skip


def reason_for_silence(place: Place) -> str | None:
    """Why this quantity is no claim, or None when it is one."""
    return next((reason for rule in RULES if (reason := rule(place))), None)
