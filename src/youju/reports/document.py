"""A finished report as plain values: what Word, PDF and HTML are made from.

Nothing here knows the database, so a document can be rendered, tested and read back anywhere.
"""

from dataclasses import dataclass, field

# Titles of a proof's lists (`Proof.sides`). Those in ASIDE explain a figure without being part of it.
RECORDS, MET, NIL_REPORTS = "记录", "已达到", "零报告"
MISSING, OUTSIDE, MISSING_NIL_REPORTS, UNIDENTIFIED = "缺", "不适用", "缺零报告", "未核身份"
ASIDE = frozenset({MISSING, OUTSIDE, MISSING_NIL_REPORTS, UNIDENTIFIED})


@dataclass(frozen=True)
class Words:
    """Running text."""

    text: str


@dataclass(frozen=True)
class Quote:
    """A claim set in running text; `key` finds its proof in `Document.proofs`."""

    text: str
    key: str


@dataclass(frozen=True)
class Unproven:
    """Text that no record stands behind (未关联台账); rendered with a visible mark."""

    text: str


@dataclass(frozen=True)
class Heading:
    """Numbered heading. Level 1 `一、`, level 2 `（一）`, level 3 `1.`; `text` includes the number."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    runs: tuple[Words | Quote | Unproven, ...]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Photo:
    """An exhibit that an officer ticked 可公开; every other exhibit is only counted."""

    caption: str
    jpeg: str  # base64, already scaled down for readers
    digest: str  # SHA-256 of the original file, hex


@dataclass(frozen=True)
class Item:
    """One cited record or subject, masked for readers."""

    ref: str  # stable address: ledger code + id
    number: str  # human number, e.g. 送温暖-2025-0042; may be empty
    date: str  # when it happened, ISO; may be empty
    organisation: str
    title: str  # masked
    contribution: str  # what it adds to the figure, e.g. "1"; "" when it adds nothing
    note: str = ""  # e.g. 同户再次走访，不重复计
    late: bool = False  # recorded late (补录)
    exhibits: tuple[str, ...] = ()  # e.g. ("照片 2 张", "签到表 1 份")
    digest: str = ""  # of the history event cited
    exhibit_digests: tuple[str, ...] = ()  # SHA-256 of the files, hex
    photos: tuple[Photo, ...] = ()


@dataclass(frozen=True)
class Proof:
    """Everything behind one claim."""

    key: str  # short code printed on paper, e.g. "01"
    code: str  # indicator code
    label: str
    value: str  # exact value as text, "" when unproven
    unit: str
    definition: str  # 口径
    period: str  # e.g. 2025年
    as_of: str  # ISO day
    base: str = ""  # e.g. "611 / 640"
    sides: tuple[
        tuple[str, tuple[Item, ...]], ...
    ] = ()  # (title, items): ("记录", …) or ("已达到", …), ("缺", …), ("不适用", …)
    late_share: str = ""  # e.g. "7.5%"
    withheld: str = ""  # why readers get no list, e.g. 涉及未成年人，只列数字
    strength: tuple[str, ...] = ()  # e.g. ("实名 92.0%", "签字材料 100.0%", "照片 75.0%")
    row: str = ""  # SHA-256 of the claim as it is kept: its exact value, unit, base and day
    citations: str = ""  # SHA-256 of all citations, also of those that readers get no list of


@dataclass(frozen=True)
class Seal:
    """What makes an edition checkable. Absent in a draft."""

    edition: str  # human number of the edition, e.g. 总结-2025-0001
    version: str  # 第一版
    sealed_at: str
    sealed_by: str
    digest: str  # `render.canonical.digest` of the document, hex
    signature: str  # Ed25519 over the digest, hex
    fingerprint: str  # of the public key
    public_key: str  # hex


@dataclass(frozen=True)
class Document:
    title: str
    organisation: str  # signing body
    date: str  # date of the document in Chinese form, e.g. 2025年12月31日
    blocks: tuple[Heading | Paragraph | Table, ...]
    proofs: tuple[Proof, ...] = ()
    motto: str = ""
    seal: Seal | None = None
    period: str = ""
    notes: tuple[str, ...] = field(default=())  # printed at the end, e.g. 本期尚有 3 条记录待确认
    url: str = ""  # public page of this edition; the QR code leads there
