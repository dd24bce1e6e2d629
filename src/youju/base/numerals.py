"""Numbers as official Chinese documents write them."""

from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal

DIGITS = "零一二三四五六七八九"
MYRIADS = ("", "万", "亿", "万亿")
_EXACT = Context(prec=50)


def chinese(number: int) -> str:
    """一, 十二, 三十, 一百零二."""
    if number < 0:
        return "负" + chinese(-number)
    if number >= 10**16:
        raise ValueError("number too large to be written out")
    text, place, gap = "", 0, False
    while number:
        number, group = divmod(number, 10_000)
        if group:
            text = _four(group) + MYRIADS[place] + ("零" if gap and text else "") + text
        # A zero is spoken once between two groups where the lower one is short of thousands.
        gap = group < 1000
        place += 1
    return text.removeprefix("一") if text.startswith("一十") else text or "零"


def heading(level: int, number: int) -> str:
    """The number of a heading of that level: 一、 （一） 1. （1）."""
    if level not in (1, 2, 3, 4):
        raise ValueError("headings have four levels")
    return (f"{chinese(number)}、", f"（{chinese(number)}）", f"{number}.", f"（{number}）")[level - 1]


def amount_text(amount: Decimal, unit: str = "元", digits: int = 2) -> str:
    """1200元, 1200.50元; in 万元 or 亿元 rounded half to even, without trailing zeros."""
    divisor = {"元": 1, "万元": 10_000, "亿元": 100_000_000}[unit]
    value = _EXACT.divide(Decimal(amount), Decimal(divisor))
    value = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_EVEN, _EXACT)
    if value == value.to_integral_value():
        return f"{value:.0f}{unit}"
    # Yuan have fen or none; larger units drop zeros that say nothing.
    return f"{value:f}{unit}" if unit == "元" else f"{value:f}".rstrip("0") + unit


def rate(numerator: int | Decimal, base: int | Decimal, digits: int = 1) -> Decimal | None:
    """A percentage, rounded half to even but never up to a whole per cent it has not reached.

    Targets are whole per cents: 94.96 passes for 94.9, not for 95.0. No base, no rate.
    """
    if not base:
        return None
    exact = _EXACT.divide(Decimal(numerator) * 100, Decimal(base))
    place = Decimal(1).scaleb(-digits)
    rounded = exact.quantize(place, ROUND_HALF_EVEN, _EXACT)
    if rounded > exact and rounded == rounded.to_integral_value():
        return exact.quantize(place, ROUND_FLOOR, _EXACT)
    return rounded


def percent(numerator: int | Decimal, base: int | Decimal, digits: int = 1) -> str:
    """95.5%; 无 where there is nothing to be a part of."""
    value = rate(numerator, base, digits)
    return "无" if value is None else f"{value:f}%"


def _four(number: int) -> str:
    """A group of four digits, such as 一百零二."""
    text, zero = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, power)
        if digit:
            text += ("零" if zero and text else "") + DIGITS[digit] + unit
        zero = not digit
    return text
