"""The value of a number in Chinese characters, plain or formal (三百二十, 壹仟, 两三, 三万五)."""

from decimal import Decimal

_FORMAL = str.maketrans("〇○两俩壹贰叁肆伍陆柒捌玖拾佰仟萬億弍", "零零二二一二三四五六七八九十百千万亿二")
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_TWENTY = {"廿": "二十", "卅": "三十"}

CHARACTERS = "零〇○一二三四五六七八九十百千万亿两俩壹贰叁肆伍陆柒捌玖拾佰仟萬億弍廿卅"


def _level(written: str) -> str:
    for short, long in _TWENTY.items():
        written = written.replace(short, long)
    return written.translate(_FORMAL)


def _whole(written: str) -> int | None:
    if not any(char in _TENS or char in _MYRIADS for char in written):
        return int("".join(str(_DIGITS[char]) for char in written))
    total, section, digit, last = 0, 0, None, 1
    for char in written:
        if char in _DIGITS:
            digit, last = _DIGITS[char], 10 if char == "零" else last
        elif char in _TENS:
            section += (1 if digit is None else digit) * _TENS[char]
            digit, last = None, _TENS[char]
        else:
            section += digit or 0
            if char == "亿":
                total = (total + section or 1) * _MYRIADS[char]
            else:
                total += (section or 1) * _MYRIADS[char]
            section, digit, last = 0, None, _MYRIADS[char]
    # 三万五 is short for 三万五千: a digit after a bare scale counts tenths of that scale.
    return total + section + (digit or 0) * (last // 10 if last > 10 else 1)


def _pair(written: str) -> tuple[str, str] | None:
    """两三 and 七八十 name two neighbouring numbers; returns the text of each."""
    for at in range(len(written) - 1):
        first, second = _DIGITS.get(written[at]), _DIGITS.get(written[at + 1])
        lone = at + 2 == len(written) or written[at + 2] not in _DIGITS
        alone = lone and (at == 0 or written[at - 1] not in _DIGITS)
        if first and second and alone and (second == first + 1 or (first, second) == (3, 5)):
            return written[: at + 1] + written[at + 2 :], written[:at] + written[at + 1 :]
    return None


def value_of(written: str) -> tuple[Decimal, Decimal | None] | None:
    """Value, and the higher one when two neighbouring numbers are named; None if it is no number."""
    whole, _, decimals = _level(written).partition("点")
    if not whole or any(char not in _DIGITS | _TENS | _MYRIADS for char in whole):
        return None
    if decimals:
        tail = decimals.rstrip("万亿")
        if not tail or any(char not in _DIGITS for char in tail):
            return None
        value = Decimal(f"{_whole(whole)}.{''.join(str(_DIGITS[char]) for char in tail)}")
        for char in decimals[len(tail) :]:
            value *= _MYRIADS[char]
        return value, None
    if pair := _pair(whole):
        return Decimal(_whole(pair[0])), Decimal(_whole(pair[1]))
    return Decimal(_whole(whole)), None
