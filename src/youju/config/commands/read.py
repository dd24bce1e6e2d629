"""`youju read`: the claims of a text as CSV."""

import argparse
import csv
import sys
from pathlib import Path

from youju.reports.reading.binding import Indicator, list_from
from youju.reports.reading.docx_text import read_docx
from youju.reports.reading.reading import read

HELP = "读出文中的数据（不查台账）"
OTHER = "X99"
COLUMNS = ("nn", "start", "end", "value", "unit", "code")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="文件", help="要读的文稿（.txt 或 .docx）")
    parser.add_argument("--csv", action="store_true", help="按表格（CSV）输出，列为 " + ",".join(COLUMNS))
    parser.add_argument(
        "--indicators",
        type=Path,
        metavar="CSV",
        help="可选的指标表，列为 code,zh,unit,…；不给则用本系统的指标",
    )


def run(options: argparse.Namespace) -> int:
    try:
        text = text_of(options.file)
        indicators = _indicators(options.indicators)
    except (OSError, UnicodeDecodeError, KeyError, ValueError) as error:
        print(f"读不了：{error}", file=sys.stderr)
        return 2
    claims = [claim for claim in read(text, indicators).claims if claim.value is not None]
    if options.csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(COLUMNS)
        for claim in claims:
            writer.writerow(
                (
                    options.file.stem,
                    claim.start,
                    claim.end,
                    f"{claim.value:f}",
                    claim.unit,
                    claim.code or OTHER,
                )
            )
    else:
        names = {indicator.code: indicator.zh for indicator in indicators}
        for claim in claims:
            print(f"{claim.text}\t{names.get(claim.code, '其他')}")
    return 0


def text_of(path: Path) -> str:
    """The text of a file as it will be counted: characters, Windows line ends as one."""
    data = path.read_bytes()
    if path.suffix.lower() == ".docx":
        return read_docx(data)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding).replace("\r\n", "\n")
        except UnicodeDecodeError:
            continue
    raise ValueError(f"{path}：不是 UTF-8 或 GB18030 编码的文本")


def _indicators(path: Path | None) -> list[Indicator]:
    if path is None:
        return []
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return [indicator for indicator in list_from(csv.DictReader(lines)) if indicator.code != OTHER]
