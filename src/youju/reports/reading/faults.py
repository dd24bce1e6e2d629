"""Faults of a text that need no records to be seen: doubled words, odd roundings, sums that do not add up."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from youju.reports.reading import units
from youju.reports.reading.claims import RATE, Claim, Fault
from youju.reports.reading.coordination import Context
from youju.reports.reading.numbers import EQUAL, Quantity
from youju.reports.reading.ordinals import ordinal_faults
from youju.reports.reading.structure import Structure

DOUBLED, ROUNDING, CONTRADICTION, NO_BASE, SUM = "doubled", "rounding", "contradiction", "no_base", "sum"

_HAN = "[一-鿿]"
_NUMBER = "[0-9一二三四五六七八九十百千万两几多余]"
_DOUBLED = re.compile(
    rf"(?<={_NUMBER})(?P<unit>家(?!庭|长|属|政|具|电|园)|个(?!人|体|性|案)|名(?!单|优|师|胜|医)|户(?!籍|外|主|均|户)|人(?!均|民|员|数|次|大|才|社)"
    r"|次(?!数|日)|场(?!所|地|次)|件(?!数)|条(?!件|款)|份(?!额))(?P=unit)(?!庭|长|属|政|人|体|籍|均|员|所|地|件|款)"
    rf"|(?P<word>{_HAN}{{2,8}})的(?P=word)(?!{_HAN}{{0,1}}的)"
    rf"|(?P<phrase>{_HAN}{{3,10}})(?P=phrase)"
    r"|(?<!目)(?P<small>的的(?!确|士)|了了(?!解|却|结|然)|是是(?!非)|在在|们们|与与|并并(?!非)|被被|把把(?!关|握)|将将(?!来))"
    r"|(?P<mark>[,、;:])(?P=mark)"
)
_STOCKS = frozenset({"members", "workers", "unions", "enterprises", "women_workers", "hardship_files"})
_SCOPE = re.compile(
    r"^(?:我|全|本)(?:镇|乡|县|市|区|街道|公司|校|院)|截[至止][^,]*|现有|共有|目前|现|总数|共|有|达到?|已"
)
_SUM_WORDS = re.compile(r"(?:(?P<count>[两二三四五六])项)?(?:合计|共计|总计|累计|共)(?:为|达|金额)?$")
_COUNT = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}


def faults(
    shape: Structure, quantities: list[Quantity], contexts: list[Context], claims: list[Claim]
) -> list[Fault]:
    """All faults in the order of the text; the first `len(quantities)` claims are those of the quantities."""
    found = [
        *ordinal_faults(shape.text),
        *_doubled(shape.text),
        *_roundings(quantities, claims),
        *_contradictions(shape, contexts, claims),
        *_rates_without_base(shape, quantities, claims),
        *_sums(shape, quantities, contexts, claims),
        *_parts(shape, claims),
    ]
    return sorted(found, key=lambda fault: (fault.start, fault.end))


def _doubled(text: str) -> Iterator[Fault]:
    for match in _DOUBLED.finditer(text):
        words = next(group for group in match.groups() if group)
        yield Fault(match.start(), match.end(), DOUBLED, f"“{words}”重复")


def _roundings(quantities: list[Quantity], claims: list[Claim]) -> Iterator[Fault]:
    """N多 stands for N and something more: N must be a round number."""
    for quantity, claim in zip(quantities, claims, strict=False):
        bare = quantity.digits.replace(",", "").replace("点", ".")
        if quantity.vague in ("多", "余", "来") and bare[-1:] in "123456789一二三四五六七八九":
            message = f"“{claim.text}”：{quantity.vague}字前面应是整十的数，{bare}不是"
            yield Fault(claim.start, claim.end, ROUNDING, message)


def _contradictions(shape: Structure, contexts: list[Context], claims: list[Claim]) -> Iterator[Fault]:
    """The same stock named in the same words with two values."""
    first: dict[tuple[str, str, str], Claim] = {}
    for context, claim in zip(contexts, claims, strict=False):
        if claim.concept not in _STOCKS or claim.comparator != EQUAL or claim.part_of is not None:
            continue
        if claim.period_note not in ("目前", "累计", "") or re.search("[到至从由原去]", context.near):
            continue
        label = _SCOPE.sub("", _SCOPE.sub("", context.near))
        key = (claim.concept, label, claim.unit)
        other = first.setdefault(key, claim)
        if len(label) > 1 and other.value != claim.value:
            message = f"{label}前文是{other.text}，这里是{claim.text}"
            yield Fault(claim.start, claim.end, CONTRADICTION, message)


def _rates_without_base(shape: Structure, quantities: list[Quantity], claims: list[Claim]) -> Iterator[Fault]:
    for index, claim in enumerate(claims[: len(quantities)]):
        if claim.kind != RATE or claim.unit != "%" or claim.concept == "growth":
            continue
        if re.search("任务|计划|优惠|折", shape.text[shape.clause(claim.start)[0] : claim.start]):
            continue
        start = shape.line(claim.start).start
        counted = (units.PERSON, units.BODY, units.HOUSEHOLD, units.PIECE, units.TIMES)
        if not any(one.kind in counted and one.start >= start for one in quantities[:index]):
            yield Fault(claim.start, claim.end, NO_BASE, f"“{claim.text}”没有写明基数（多少分之多少）")


def _sums(
    shape: Structure, quantities: list[Quantity], contexts: list[Context], claims: list[Claim]
) -> Iterator[Fault]:
    """两项合计210万元: the numbers before it in the sentence must come to that."""
    for index, (quantity, context) in enumerate(zip(quantities, contexts, strict=False)):
        word = _SUM_WORDS.search(context.near)
        if not word or word.start() > 1:
            continue
        start, _ = shape.sentence(quantity.start)
        before = [one for one in quantities[:index] if one.start >= start and one.unit == quantity.unit]
        asked = _COUNT.get(word["count"] or "", len(before))
        if not 2 <= asked <= len(before) or any(one.comparator != EQUAL for one in (*before, quantity)):
            continue
        possible = [sum(one.value for one in before[-number:]) for number in range(2, len(before) + 1)]
        wanted = sum(one.value for one in before[-asked:])
        if quantity.value not in (possible if not word["count"] else [wanted]):
            yield _sum_fault(claims[index], wanted)


def _parts(shape: Structure, claims: list[Claim]) -> Iterator[Fault]:
    """总数(甲30、乙20): listed parts may not exceed their whole, in brackets they must equal it."""
    for position, whole in enumerate(claims):
        parts = [claim for claim in claims[position + 1 :] if claim.part_of == position]
        if len(parts) < 2 or any(claim.comparator != EQUAL for claim in (whole, *parts)):
            continue
        between = [shape.text[a.end : b.start] for a, b in pairwise(parts)]
        if not all(re.match(r"\s*[、,]", words) for words in between) or "," in "".join(between):
            continue
        total = sum((claim.value for claim in parts), Decimal(0))
        bracketed = (
            shape.text[whole.end : whole.end + 1] == "("
            and shape.text[parts[-1].end : parts[-1].end + 1] == ")"
        )
        if total > whole.value or (bracketed and total != whole.value):
            yield _sum_fault(whole, total)


def _sum_fault(claim: Claim, total: Decimal) -> Fault:
    shown = f"{total.normalize():f}"
    message = f"各部分合计为{shown}{claim.unit}，与“{claim.text}”不符"
    return Fault(claim.start, claim.end, SUM, message)
