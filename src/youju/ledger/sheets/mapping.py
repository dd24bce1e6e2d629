"""What the columns of a foreign table mean, written down by a person: one `heading = our column` a line."""

from collections.abc import Sequence

from youju.ledger.sheets.columns import Column, plain_heading

ENCODINGS = ("utf-8-sig", "gb18030")


def parse(data: bytes, columns: Sequence[Column]) -> dict[str, str]:
    """Heading → key of our column, empty for a heading to be ignored; `ValueError` names the line."""
    named = {plain_heading(column.label): column.key for column in columns}
    named |= {column.key: column.key for column in columns}
    found = {}
    for number, line in enumerate(_decoded(data).splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        heading, equals, ours = (part.strip() for part in line.replace("＝", "=").rpartition("="))
        if not (equals and heading):
            raise ValueError(f"第 {number} 行应写成“表格的列名 = 台账的列名”。")
        key = named.get(ours) or named.get(plain_heading(ours)) if ours else ""
        if key is None:
            known = "、".join(column.label for column in columns)
            raise ValueError(f"第 {number} 行：台账没有“{ours}”这一列，有：{known}。")
        found[heading] = key
    return found


def _decoded(data: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError("认不出文字编码，请存为 UTF-8。")
