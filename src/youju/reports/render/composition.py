"""Fitting words into lines, columns and signature blocks, for every output alike.

Widths are counted in full-width characters: a Chinese character is 1, a Latin letter or digit ½.
"""

import re
import unicodedata
from collections.abc import Sequence

SHORT_TABLE = 10  # rows that stay together on one page
TITLE_WIDTH = 19  # 22 pt characters in 156 mm, one to spare

# No line ends inside one of these.
_WORDS = re.compile(
    r"总工会|工会|委员会|工作(?:总结|报告|计划|要点|方案|打算|情况|安排)|(?:情况|总结|工作)(?:报告|汇报|通报|说明)"
    r"|实施(?:方案|意见|办法|细则)|指导意见|[上下]半年|年度|季度|年终|以及|普及|及时|参与|和谐|目的|集体合同"
    r"|安全生产|劳动(?:竞赛|保护|关系|争议)|职工(?:之家|代表|大会|队伍)|困难职工|送温暖|党委|政府|会议纪要"
    r"|第[一二三四五六七八九十]+[次届季期]|[0-9A-Za-z.%％]+年?"
)
_GOOD = re.compile(
    r"关于|的|(?:总工会|委员会|办公室|政府|党委|[局厅院校司])(?!工作)|\d年度?(?!度)|年度|[，、：；]| +"
)
_FAIR = re.compile(r"工会|[镇乡县市](?!总|委)|(?<![和与及暨并])(?=[和与及暨并](?!谐))|情况|总结")
_CLOSING, _OPENING = "，、：；。！？）》〉〕”’", "（《〈〔“‘"
_POOR_COST, _FAIR_COST, _STUB_COST, _STUB = 60.0, 6.0, 30.0, 4


def width(text: str) -> float:
    return sum(1 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)


def title_lines(title: str, limit: float = TITLE_WIDTH) -> list[str]:
    """The title broken by sense. Line breaks already in the title are the writer's own and stay."""
    chosen = [line.strip() for line in title.splitlines() if line.strip()]
    if len(chosen) > 1:
        return chosen
    title = title.strip()
    return [title] if width(title) <= limit else _broken(title, limit)


def _broken(title: str, limit: float) -> list[str]:
    """Cheapest way to cut: few lines, of like length, at places where the sense allows it."""
    cost = _cut_costs(title)
    goal = width(title) / -(-width(title) // limit)
    best: dict[int, tuple[float, list[str]]] = {0: (0.0, [])}
    for end in range(1, len(title) + 1):
        if end < len(title) and end not in cost:
            continue
        options = []
        for start, (paid, lines) in best.items():
            line = title[start:end].strip()
            if 0 < width(line) <= limit:
                shape = (width(line) - goal) ** 2 / 4 + (_STUB_COST if width(line) < _STUB else 0)
                options.append((paid + shape + cost.get(end, 0.0), [*lines, line]))
        if options:
            best[end] = min(options)
    # A single unbreakable word wider than the page has no cut: leave it to the word processor.
    return best.get(len(title), (0.0, [title]))[1]


def _cut_costs(title: str) -> dict[int, float]:
    """Places where a line may end (index of the next character), each with its price."""
    inside = {i for m in _WORDS.finditer(title) for i in range(m.start() + 1, m.end())}
    good = {m.end() for m in _GOOD.finditer(title)}
    fair = {m.end() for m in _FAIR.finditer(title)}
    costs = {}
    for i in range(1, len(title)):
        if i in inside or title[i] in _CLOSING or title[i - 1] in _OPENING:
            continue
        costs[i] = 0.0 if i in good else _FAIR_COST if i in fair else _POOR_COST
    return costs


def signature_indents(organisation: str, date: str) -> tuple[float, float]:
    """Right indents in characters: the date stands four from the right, the name centred above it."""
    over = (width(date) - width(organisation)) / 2
    return max(4 + over, 0.0), 4.0


def column_shares(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """Parts of the table's width, summing to 1: by the longest cell, so that long text gets the room."""
    longest = [max(width(cell) for cell in cells) for cells in zip(columns, *rows, strict=True)]
    wanted = [min(max(w, 3.0), 16.0) for w in longest]
    return [w / sum(wanted) for w in wanted]


def is_short(text: str) -> bool:
    """Whether a table cell looks better centred than set as running text."""
    return width(text) <= 10
