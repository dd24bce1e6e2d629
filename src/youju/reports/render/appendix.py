"""What every output says about proof, in the same words: the appendix, the marks, the seal, the QR code."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation

import segno

from youju.reports.document import (
    ASIDE,
    MET,
    MISSING,
    OUTSIDE,
    RECORDS,
    Document,
    Item,
    Paragraph,
    Proof,
    Quote,
    Seal,
    Words,
)

TITLE = "数据引用一览"
COLUMNS = ("编号", "指标", "口径", "期间", "数值", "记录数", "补录占比")
WIDTHS = (9, 25, 61, 20, 17, 12, 12)  # mm on paper, together the 156 mm of the text area
UNPROVEN_MARK = "〔未关联台账〕"
INCOMPLETE_MARK = "〔证据不全〕"
DRAFT_MARK = "草稿，未定稿"
NO_VALUE = "无"
QR_NAME = "定稿二维码"
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
Sides = dict[str, tuple[Item, ...]]


@dataclass(frozen=True)
class Run:
    """A piece of running text as it is set: `key` if it leads to a proof, `mark` if it is not proven."""

    text: str
    key: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Line:
    """One line of the appendix."""

    key: str
    label: str
    definition: str
    period: str
    value: str
    base: str
    records: str
    late: str


@dataclass(frozen=True)
class Reckoning:
    """Whether the lists add up to the figure, said in one sentence."""

    text: str
    agrees: bool


def runs(document: Document, paragraph: Paragraph) -> Iterator[Run]:
    """A claim without its proof is set as unproven text, one whose proof has no value as incomplete."""
    proofs = {proof.key: proof for proof in document.proofs}
    for run in paragraph.runs:
        if isinstance(run, Words):
            yield Run(run.text)
        elif isinstance(run, Quote) and run.key in proofs:
            yield Run(run.text, run.key, "" if proofs[run.key].value else INCOMPLETE_MARK)
        else:
            yield Run(run.text, mark=UNPROVEN_MARK)


def lines(document: Document) -> list[Line]:
    return [
        Line(
            key=proof.key,
            label=proof.label,
            definition="\n".join(filter(None, (proof.definition, "，".join(proof.strength)))),
            period=f"{proof.period}\n{until(proof)}".strip(),
            value=figure(proof),
            base=proof.base,
            records="不列" if proof.withheld else str(len(standing(proof))),
            late=proof.late_share or "—",
        )
        for proof in document.proofs
    ]


def cells(line: Line) -> tuple[str, ...]:
    """A line as the cells of a printed table, in the order of `COLUMNS`."""
    value = f"{line.value}\n{line.base}".strip()
    return (line.key, line.label, line.definition, line.period, value, line.records, line.late)


def figure(proof: Proof) -> str:
    return f"{proof.value}{proof.unit}" if proof.value else NO_VALUE


def until(proof: Proof) -> str:
    """至12月31日; the year only where the period does not name it."""
    if not proof.as_of:
        return ""
    year, month, day = map(int, proof.as_of[:10].split("-"))
    return f"至{'' if str(year) in proof.period else f'{year}年'}{month}月{day}日"


def standing(proof: Proof) -> list[Item]:
    """The items that the figure rests on."""
    return [item for title, items in proof.sides if title not in ASIDE for item in items]


def reckoning(proof: Proof) -> Reckoning:
    if proof.withheld:
        return Reckoning(proof.withheld, True)
    sides = dict(proof.sides)
    if proof.base and RECORDS in sides:
        return _ratio(proof, sides[RECORDS])
    return _share(proof, sides) if proof.base or MET in sides else _count(proof)


def _count(proof: Proof) -> Reckoning:
    told = "、".join(f"{title} {len(items)} 条" for title, items in proof.sides if items) or "没有记录"
    total = added(standing(proof))
    said = f"{told}，贡献合计 {plain(total)}"
    if not proof.value:
        return Reckoning(f"{said}；证据不全，不出数值", False)
    agrees = total == amount(proof.value)
    return Reckoning(f"{said}，与数值{'一致' if agrees else f' {proof.value} 不一致'}", agrees)


def _share(proof: Proof, sides: Sides) -> Reckoning:
    met, missing, outside = (
        added(sides.get(MET, ())),
        len(sides.get(MISSING, ())),
        len(sides.get(OUTSIDE, ())),
    )
    base = met + missing
    said = f"已达到 {plain(met)}，缺 {missing}，基数合计 {plain(base)}"
    if outside:
        said += f"；另有 {outside} 个不适用"
    if not proof.value:
        return Reckoning(f"{said}；{'证据不全' if base else '基数为空'}，不出数值", False)
    stated = [Decimal(number) for number in re.findall(r"\d+", proof.base)]
    agrees = stated in ([met, base], []) and _value_fits(proof, met, base)
    return Reckoning(f"{said}，与数值{'一致' if agrees else '不一致'}", agrees)


def _ratio(proof: Proof, items: Sequence[Item]) -> Reckoning:
    """A rate of two sums: each record adds to the first, and names what was due for the second."""
    part, whole = added(items), sum((amount(item.note.removeprefix("应 ")) for item in items), Decimal())
    stated = [Decimal(number) for number in re.findall(r"\d+(?:\.\d+)?", proof.base)]
    agrees = stated == [part, whole] and _value_fits(proof, part, whole)
    said = f"记录 {len(items)} 条，实数合计 {plain(part)}，应数合计 {plain(whole)}"
    return Reckoning(f"{said}，与数值{'一致' if agrees else '不一致'}", agrees)


def _value_fits(proof: Proof, met: Decimal, base: Decimal) -> bool:
    """One decimal, either rounded or cut (a rate is never rounded up across a threshold)."""
    if not figure(proof).endswith("%"):
        return amount(proof.value) == met
    return bool(base) and abs(amount(proof.value) - 100 * met / base) < Decimal("0.1")


def added(items: Iterable[Item]) -> Decimal:
    return sum((amount(item.contribution) for item in items), Decimal())


def amount(text: str) -> Decimal:
    """A contribution or value as a number; text that is none adds nothing."""
    try:
        return Decimal(re.sub("[,，+%]", "", text).replace("−", "-") or "0")
    except InvalidOperation:
        return Decimal()


def plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def seal_lines(seal: Seal) -> list[str]:
    """The discreet lines at the end of a sealed edition."""
    return [
        f"定稿编号 {seal.edition}　{seal.version}　{sealed_at(seal)}　{seal.sealed_by} 定稿",
        f"内容摘要 SHA-256 {short(seal.digest)}　签名公钥指纹 {seal.fingerprint}",
    ]


def sealed_at(seal: Seal) -> str:
    """To the minute; text that is no moment stands as it is."""
    try:
        return f"{datetime.fromisoformat(seal.sealed_at):%Y-%m-%d %H:%M}"
    except ValueError:
        return seal.sealed_at


def moment(document: Document) -> datetime:
    """When the file says it was made: at the sealing. A clock would make every rendering different."""
    try:
        made = datetime.fromisoformat(document.seal.sealed_at) if document.seal else _EPOCH
    except ValueError:
        made = _EPOCH
    return made.replace(tzinfo=made.tzinfo or UTC)


def seal_advice(document: Document) -> str:
    if document.url:
        return "扫码查看公开页面；真伪以上级工会站点或 youju verify-file 的核对结果为准。"
    return "二维码载有定稿编号和内容摘要；真伪以上级工会站点或 youju verify-file 的核对结果为准。"


def short(digest: str) -> str:
    return digest[:16]


def qr(document: Document) -> segno.QRCode | None:
    """Leads to the public page; without one it carries what is needed to ask for the edition."""
    if not document.seal:
        return None
    seal = document.seal
    text = document.url or f"有据定稿 {seal.edition} {seal.version} SHA-256:{seal.digest}"
    return segno.make(text, error="m", micro=False)
