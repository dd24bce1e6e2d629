"""Wordings that a writer may choose for a figure, and whether they say more than the records.

| wording | holds when |
|---|---|
| N多, N余 | N ends in 0 and N < x < N + its last place (120多: 121–129) |
| N以上, 不少于N, 至少N | x ≥ N |
| 超过N | x > N |
| 近N, 不到N | 0.9 N ≤ x < N |
| 约N, N左右 | within 5 % of N |
| N | x = N |
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from youju.base.text import fold
from youju.reports.reading.chinese import value_of

SAME_UNIT = {"名": "人", "位": "人", "％": "%", "间": "家", "所": "家"}
PIECES = frozenset({"家", "个"})
SCALES = {"万": 10_000, "亿": 100_000_000}
SHAPE = re.compile(
    r"(?P<before>近|不到|约|大约|超过|不少于|至少|达到|达)?"
    r"(?P<number>[\d.,]+|[零〇一二两三四五六七八九十百千]+)"
    r"(?P<many>多|余|几)?(?P<scale>[万亿])?(?P<many2>多|余)?"
    r"(?P<unit>人次|[^\d以左多余]{0,3}?)(?P<after>以上|左右)?"
)


class SaysTooMuch(ValueError):
    """The wording says something that the records do not show; the message names both in Chinese."""


@dataclass(frozen=True)
class Said:
    """A wording taken apart: how it relates to the number N, and the unit, if one is given."""

    relation: str  # "=", ">", ">=", "~", "near", "many"
    number: Decimal
    place: Decimal  # value of the last written place of N
    unit: str

    def holds(self, exact: Decimal) -> bool:
        number = self.number
        match self.relation:
            case "many":
                return self.place > 1 and number < exact < number + self.place
            case ">=":
                return exact >= number
            case ">":
                return exact > number
            case "near":
                return number * 9 <= exact * 10 and exact < number
            case "~":
                return abs(exact - number) * 20 <= number
        return exact == number


def parse(wording: str) -> Said:
    """Take a wording such as `120多名`, `95%以上`, `近千人` apart; `ValueError` in Chinese if it is none."""
    match = SHAPE.fullmatch(fold(wording))
    if match is None:
        raise ValueError(f"看不懂“{wording}”，请写成“120多名”“95%以上”“近千人”这样的说法。")
    digits = match["number"].replace(",", "")
    written = Decimal(digits) if digits[0].isdigit() else value_of(digits)[0]
    number = written * SCALES.get(match["scale"] or "", 1)
    unit = match["unit"] or ""
    return Said(_relation(match), number, _last_place(number), SAME_UNIT.get(unit, unit))


def _relation(match: re.Match) -> str:
    if match["many"] or match["many2"]:
        return "many"
    if match["after"] == "以上" or match["before"] in ("不少于", "至少"):
        return ">="
    if match["after"] == "左右" or match["before"] in ("约", "大约"):
        return "~"
    return {"超过": ">", "近": "near", "不到": "near"}.get(match["before"] or "", "=")


def _last_place(number: Decimal) -> Decimal:
    """120 → 10, 1200 → 100, 121 → 1, 95.5 → 0.1."""
    return Decimal(1).scaleb(number.normalize().as_tuple().exponent)


def check(wording: str, exact: Decimal, unit: str, shown: str) -> None:
    """Refuse a wording that says more than the exact value, or that counts in another unit."""
    said = parse(wording)
    if said.unit and said.unit != unit and not {said.unit, unit} <= PIECES:
        raise SaysTooMuch(f"“{wording}”的单位是“{said.unit}”，而台账按“{unit}”统计，两者不能混用。")
    if not said.holds(exact):
        raise SaysTooMuch(f"“{wording}”与台账不符：台账为 {shown}，请改用不超过台账的说法。")


def suggestions(exact: Decimal | int, unit: str) -> list[str]:
    """Rounded wordings of a value that say no more than it; empty where it is small or round itself."""
    exact = Decimal(exact)
    if unit == "%":
        said = [f"{int(exact // 5 * 5)}%以上"] if exact >= 50 else []
    else:
        places = [place for place in (10_000, 1000, 100, 10) if exact > place and exact % place]
        said = [f"{int(exact // place * place)}多{unit}" for place in places]
        above = [int(exact // place + 1) * place for place in places]
        said += [f"近{number}{unit}" for number in above if exact * 20 >= number * 19]
    return [one for one in dict.fromkeys(said) if parse(one).holds(exact)]
