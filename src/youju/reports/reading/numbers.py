"""The grammar of quantities: [modifier] number [vague] unit [modifier], ranges, fractions, percentages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from youju.reports.reading import chinese, units

EQUAL, AT_LEAST, AT_MOST, ABOUT = "=", ">=", "<=", "~"
_CN = chinese.CHARACTERS
_SCALES = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "亿": 10**8,
    "萬": 10**4,
    "億": 10**8,
    "佰": 100,
    "仟": 1000,
}

_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d%])|\d+(?:\.\d+)?"
_HAN = (
    rf"[数几]?(?=[{_CN}])(?:[{_CN}]+点[零〇一二三四五六七八九]+[万亿]?|[{_CN}]+)"
    r"(?:[几余多来][十百千万亿萬億]+)?"
)
_START = re.compile(rf"(?<![\d.])(?:{_ARABIC})|{_HAN}|十几|百分之|千分之|半数|一半|过半")
_ARABIC_AT = re.compile(_ARABIC)
_HAN_AT = re.compile(_HAN)
_SCALE_AT = re.compile(
    r"(?P<vague>[多余几来])?(?P<scale>[十百千佰仟]?[万亿萬億]+|[百千佰仟](?!瓦|伏|安|克|米|卡|赫|分))"
)
_PER = re.compile(rf"(?P<of>[百千])分之(?P<number>[{_CN}]+(?:点[零〇一二三四五六七八九]+)?|\d+(?:\.\d+)?)")
_FRACTION = re.compile(rf"(?P<below>[{_CN}]{{1,3}}|\d{{1,2}})分之(?P<above>[{_CN}]{{1,3}}|\d{{1,2}})")
_SLASHED = re.compile(r"(?P<above>\d)/(?P<below>\d{1,2})(?![\d/年月])(?=以上|左右|的|多|强|$|[,。;、)])")
_TENTHS = re.compile(rf"(?P<tenths>[一二两三四五六七八九十]|\d)成(?P<more>[{_CN}](?=以上|左右|的|[^\w]|$))?"
                     r"(?![立为果员功绩本效长套交都品熟就千百型人分])")  # fmt: skip
_HALF = re.compile(
    r"(?:占|达|近|超|超过|过)?(?P<half>一半|半数|过半)(?=以上|左右|的(?:职工|会员|企业|单位)|[,。;])"
)
_JOIN = re.compile(r"\s*[-~至到]\s*")
_AFTER = re.compile(r"\(含\)以上|及以上|以上|以下|以内|左右|上下|之多")
_BEFORE = re.compile(
    r"(?:不少于|不低于|不下|至少|超过|超出|超|逾|不到|不足|不满|不超过|将近|接近|近|大约|约计|约为|(?<![节签条合预公相特制履毁违爽])约|大概|(?<![以之同上中线])上)\s*$"
)
_BEFORE_MEANS = {
    AT_LEAST: ("不少于", "不低于", "不下", "至少", "超过", "超出", "超", "逾", "上"),
    AT_MOST: ("不到", "不足", "不满", "不超过", "将近", "接近", "近"),
    ABOUT: ("大约", "约", "约计", "约为", "大概"),
}
_BEFORE_TO = {word: sign for sign, words in _BEFORE_MEANS.items() for word in words}
_AFTER_TO = {"以下": AT_MOST, "以内": AT_MOST, "左右": ABOUT, "上下": ABOUT}
_VAGUE_TO = {"多": AT_LEAST, "余": AT_LEAST, "几": AT_LEAST, "数": AT_LEAST, "来": ABOUT}


@dataclass(frozen=True)
class Quantity:
    """A number as written at text[start:end]; `core` is where its digits begin, `written` its bare unit."""

    start: int
    end: int
    core: int
    value: Decimal
    high: Decimal | None
    comparator: str
    unit: str
    written: str
    digits: str
    vague: str = ""

    @property
    def kind(self) -> str:
        return units.kind_of(self.written) if self.written else units.OTHER

    @property
    def chinese(self) -> bool:
        return not any(char.isdigit() and char.isascii() for char in self.digits)

    @property
    def bare_one(self) -> bool:
        return self.digits == "一"


@dataclass(frozen=True)
class _Number:
    end: int
    value: Decimal
    high: Decimal | None = None
    vague: str = ""


def quantities(text: str, silent: bytearray) -> Iterator[Quantity]:
    """All quantities of a plain text in order, none that touches a place marked silent."""
    at = 0
    while found := _START.search(text, at):
        quantity = _quantity(text, found.start())
        if quantity is None or any(silent[quantity.core : quantity.end]):
            at = found.start() + _skip(text, found)
            continue
        yield quantity
        at = max(quantity.end, found.start() + 1)


def _skip(text: str, found: re.Match) -> int:
    # A refused run of digits is refused as a whole: its tail is not another number.
    return len(found[0]) if found[0][0].isdigit() and found[0][0].isascii() else 1


def _quantity(text: str, at: int) -> Quantity | None:
    quantity = _share(text, at) or _counted(text, at)
    return quantity and _with_modifiers(text, quantity)


def _counted(text: str, at: int) -> Quantity | None:
    low = _number(text, at)
    if low is None:
        return None
    quantity = _with_unit(text, at, low)
    join = _JOIN.match(text, quantity.end)
    if join and (high := _number(text, join.end())):
        other = _with_unit(text, join.end(), high)
        tied = other.written and quantity.written in ("", other.written) and high.value > low.value
        # 由5个调到8个 is a change, two quantities; 5个到8个 written out with both units as well.
        if tied and not (quantity.written and join[0].strip() in "至到"):
            scale = _shared_scale(text, low, high)
            return replace(other, start=at, core=at, value=low.value * scale, high=other.value,
                           digits=text[at : other.end])  # fmt: skip
    return quantity


def _shared_scale(text: str, low: _Number, high: _Number) -> int:
    """3-5万元: the scale is written once, after the higher number."""
    scale = _SCALES.get(text[high.end - 1 : high.end], 1) if high.end else 1
    bare = text[low.end - 1 : low.end].isdigit() or text[low.end - 1] in "一二三四五六七八九两"
    return scale if bare and scale >= 10**3 and low.value < 100 else 1


def _with_unit(text: str, at: int, number: _Number) -> Quantity:
    end, vague = number.end, number.vague
    if not vague and text[end : end + 1] in ("多", "余", "来", "几") and units.unit_at(text, end + 1):
        vague, end = text[end], end + 1
    space = 1 if text[end : end + 1] == " " else 0
    written = units.unit_at(text, end + space)
    if written:
        end += space + len(written)
    elif vague and not number.vague:
        end, vague = number.end, ""
    times = units.multiplier(written)
    return Quantity(at, end, at, number.value * times, number.high and number.high * times,
                    _VAGUE_TO.get(vague, EQUAL), units.normal_unit(written), written,
                    text[at : number.end], vague)  # fmt: skip


def _number(text: str, at: int) -> _Number | None:
    if found := _ARABIC_AT.match(text, at):
        return _arabic(text, found)
    if found := _HAN_AT.match(text, at):
        return _han(text, found)
    return None


def _arabic(text: str, found: re.Match) -> _Number:
    """12, 1,234.5, 1.2亿, 3万4千, 5余万: digits and scales taking turns, each scale smaller than the last."""
    value, end, vague = Decimal(found[0].replace(",", "")), found.end(), ""
    total, last = Decimal(0), None
    while scale := _SCALE_AT.match(text, end):
        factor = 1
        for char in scale["scale"]:
            factor *= _SCALES[char]
        if last is not None and factor >= last:
            break
        total, value, last = total + value * factor, Decimal(0), factor
        end, vague = scale.end(), scale["vague"] or ""
        following = _ARABIC_AT.match(text, end)
        if not following or vague or "." in following[0] or Decimal(following[0].replace(",", "")) >= factor:
            break
        value, end = Decimal(following[0].replace(",", "")), following.end()
    return _Number(end, total + value, None, vague)


def _han(text: str, found: re.Match) -> _Number | None:
    written = found[0]
    # 十几, 二十几: the vague word stands for the missing digit.
    end, vague = found.end(), ""
    core = written.lstrip("数几")
    if core != written:
        vague = written[0]
    inner = re.search(r"[几余多来]", core)
    if inner:
        vague = inner[0]
    elif not vague and core[-1] in "十百千" and text[end : end + 1] == "几":
        vague, end = "几", end + 1
    # 十几万, 二十余万: a scale behind the vague word
    head, tail = (core[: inner.start()], core[inner.end() :]) if inner else (core, "")
    read = chinese.value_of(head)
    if read is None:
        return None
    factor = 1
    for char in tail:
        factor *= _SCALES[char]
    while vague and text[end : end + 1] in ("万", "亿"):
        factor, end = factor * _SCALES[text[end]], end + 1
    value, high = read
    return _Number(end, value * factor, high and high * factor, vague)


def _share(text: str, at: int) -> Quantity | None:
    """Percentages written without a unit: 百分之九十八, 三分之二, 2/3以上, 八成, 一半以上."""
    for pattern, worth in ((_PER, _per), (_FRACTION, _fraction), (_SLASHED, _fraction), (_TENTHS, _tenths)):
        if (found := pattern.match(text, at)) and (value := worth(found)) is not None:
            end = found.end()
            return Quantity(at, end, at, value, None, EQUAL, "%", "%", found[0])
    if (found := _HALF.match(text, at)) and found.start("half") == at:
        return Quantity(at, found.end(), at, Decimal(50), None, EQUAL, "%", "%", found[0])
    return None


def _plain_value(written: str) -> Decimal | None:
    if written[0].isascii():
        return Decimal(written)
    read = chinese.value_of(written)
    return read and read[0]


def _per(found: re.Match) -> Decimal | None:
    value = _plain_value(found["number"])
    return value if value is None or found["of"] == "百" else value / 10


def _fraction(found: re.Match) -> Decimal | None:
    above, below = _plain_value(found["above"]), _plain_value(found["below"])
    if not above or not below or above >= below:
        return None
    return (above * 100 / below).quantize(Decimal("0.01"))


def _tenths(found: re.Match) -> Decimal | None:
    value = _plain_value(found["tenths"])
    more = _plain_value(found["more"]) if found["more"] else Decimal(0)
    return None if value is None or value > 10 else value * 10 + (more or 0)


def _with_modifiers(text: str, quantity: Quantity) -> Quantity:
    comparator, start, end = quantity.comparator, quantity.start, quantity.end
    before = _BEFORE.search(text, max(0, start - 5), start)
    if before and (before[0] != "上" or text[start] in "百千万亿"):
        start, comparator = before.start(), _BEFORE_TO[before[0].strip()]
    if after := _AFTER.match(text, end):
        end = after.end()
        comparator = _AFTER_TO.get(after[0], comparator if before else AT_LEAST)
    elif quantity.unit == "%" and text[end : end + 1] in ("多", "余", "强") and not before:
        end, comparator = end + 1, AT_LEAST
    return replace(quantity, start=start, end=end, comparator=comparator)
