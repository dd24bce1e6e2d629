"""How a figure is said in running text, and never more than its records say."""

from dataclasses import dataclass

from youju.base import numerals
from youju.base.text import join_names
from youju.ledger.evidence import Evidence, Figure

FEW = 3


@dataclass(frozen=True)
class Wording:
    """What is printed for a slot. `silent`: there is nothing to say, the sentence falls away."""

    text: str
    proven: bool = True
    silent: bool = False


SILENT = Wording("", proven=False, silent=True)


def count(figure: Figure, evidence: Evidence) -> Wording:
    """The plain value with its unit: 320人, 95.5%."""
    if figure.value is None or not figure.entries:
        return SILENT
    return Wording(value_text(figure) + ("" if figure.unit == "%" else figure.unit))


def names(figure: Figure, evidence: Evidence) -> Wording:
    """The names of what is counted, one after the other."""
    counted = [line for side in evidence.sides if side.counted for line in side.lines]
    found = [(line.subject or line.records[0]).headline for line in counted]
    return Wording(join_names(found)) if found else SILENT


def every(figure: Figure, evidence: Evidence) -> Wording:
    """全部, or the exceptions by name, or the two numbers where exceptions are many."""
    if not figure.base or not figure.entries:
        return SILENT
    gaps = [str(line.subject) for side in evidence.sides if side.key == "gap" for line in side.lines]
    if not gaps:
        return Wording("全部")
    if len(gaps) <= FEW and len(gaps) < figure.base:
        return Wording(f"除{join_names(gaps)}外全部")
    return Wording(f"有{figure.numerator}家（应{figure.base}家）")


def nothing(figure: Figure, evidence: Evidence) -> Wording:
    """未发生, only where nil reports of every unit say so; silence proves nothing."""
    if figure.value is None:
        return Wording(
            f"未发生（零报告未齐：{join_names(figure.missing[:FEW])}等{len(figure.missing)}家）", proven=False
        )
    return Wording("未发生" if figure.value == 0 else f"发生{figure.value}{figure.unit}")


FORMS = {"": count, "names": names, "all": every, "none": nothing}


def value_text(figure: Figure) -> str:
    """The exact value as text, without its unit except for a rate; empty where it is not proven."""
    if figure.value is None:
        return ""
    if figure.unit == "%":
        return numerals.percent(figure.numerator, figure.base)
    if figure.unit == "元":
        return numerals.amount_text(figure.value).removesuffix("元")
    return str(figure.value)
