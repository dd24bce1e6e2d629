"""The kinds of claim that a report makes, each over the set of records behind its figure.

A claim says its text and never more than its records. `silent` means that there is nothing to say (the
sentence falls away); `proven` is False where the words stand but their proof is incomplete.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from youju.base import numerals
from youju.base.text import join_names
from youju.ledger.evidence import Evidence, Figure, Line
from youju.ledger.indicators import Indicator
from youju.ledger.shares import Share
from youju.ledger.zeros import Zero
from youju.reports import wordings

FEW = 3
BY_RECORDS = ("names", "all")  # forms whose words name records; the others need the figure only


@dataclass(frozen=True)
class Claim:
    """A figure as it stands in a sentence. Subclasses say how."""

    indicator: Indicator
    figure: Figure
    evidence: Evidence | None  # of those in BY_RECORDS, whose words name records

    kind: ClassVar[str] = ""

    @property
    def silent(self) -> bool:
        return self.figure.value is None or not self.figure.entries

    @property
    def proven(self) -> bool:
        return self.figure.value is not None

    @property
    def text(self) -> str:
        raise NotImplementedError

    def lines(self, key: str) -> list[Line]:
        return [line for side in self.evidence.sides if side.key == key for line in side.lines]


class Count(Claim):
    """新发展会员320人: the records, counted or added up."""

    kind = "count"

    @property
    def text(self) -> str:
        return value_text(self.figure) + ("" if self.figure.unit == "%" else self.figure.unit)


class Rate(Count):
    """持证上岗率95%: both lists; compared unrounded, printed with one decimal."""

    kind = "rate"


@dataclass(frozen=True)
class Rounded(Count):
    """120多名, 95%以上: the writer's wording beside the exact value, refused where it says more."""

    wording: str

    kind: ClassVar[str] = "rounded"

    @property
    def text(self) -> str:
        exact = Decimal(self.figure.value)
        wordings.check(self.wording, exact, self.figure.unit, super().text)
        return self.wording


class Names(Claim):
    """丰盛纸箱厂、宁丰机械厂: what is counted, by name, in order of time."""

    kind = "names"

    @property
    def silent(self) -> bool:
        return not self.evidence.records

    @property
    def text(self) -> str:
        counted = [line for side in self.evidence.sides if side.counted for line in side.lines]
        counted.sort(key=lambda line: min((one.kept_on for one in line.records), default=date.max))
        return join_names([line.term or (line.subject or line.records[0]).headline for line in counted])


class All(Claim):
    """全部建立了职代会制度: every subject has proof; exceptions by name, or, where many, both numbers."""

    kind = "all"

    @property
    def silent(self) -> bool:
        return not self.figure.base or not self.figure.entries

    @property
    def text(self) -> str:
        gaps = [str(line.subject) for line in self.lines("gap")]
        if not gaps:
            return "全部"
        if len(gaps) <= FEW and len(gaps) < self.figure.base:
            return f"除{join_names(gaps)}外全部"
        return f"有{self.figure.numerator}家（应{self.figure.base}家）"


class ConditionalAll(All):
    """女职工十人以上的企业都签了专项合同: `All` of those whom the condition touches."""

    kind = "conditional"


class Nothing(Claim):
    """未发生重特大事故: only where nil reports of every unit say so; silence proves nothing."""

    kind = "nothing"

    @property
    def silent(self) -> bool:
        """Nobody has reported and nothing is on record: as long as that is so, nothing is said either."""
        return self.figure.value is None and not self.figure.entries

    @property
    def text(self) -> str:
        figure = self.figure
        if figure.value is None:
            some = join_names(figure.missing[:FEW])
            more = "等" if len(figure.missing) > FEW else ""
            return f"未发生（零报告未齐：{some}{more}{len(figure.missing)}家）"
        return "未发生" if figure.value == 0 else f"发生{figure.value}{figure.unit}"


def make(form: str, wording: str, indicator: Indicator, figure: Figure, evidence: Evidence | None) -> Claim:
    """The claim a slot asks for: `{code}`, `{code|wording}`, `{code:all}`, `{code:none}`, `{code:names}`."""
    found = (indicator, figure, evidence)
    if wording:
        return Rounded(*found, wording)
    if form == "names":
        return Names(*found)
    if form == "all" and isinstance(indicator, Share):
        return ConditionalAll(*found) if indicator.when else All(*found)
    if form == "none" and isinstance(indicator, Zero):
        return Nothing(*found)
    return Rate(*found) if figure.unit == "%" else Count(*found)


def value_text(figure: Figure) -> str:
    """The exact value as text, without its unit except for a rate; empty where it is not proven."""
    if figure.value is None:
        return ""
    if figure.unit == "%":
        return numerals.percent(figure.numerator, figure.base)
    if figure.unit == "元":
        return numerals.amount_text(figure.value).removesuffix("元")
    return str(figure.value)
