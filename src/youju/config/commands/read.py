import csv
import sys
from pathlib import Path

from youju.config.console import Refusal
from youju.reports.names import our_indicators
from youju.reports.reading.binding import Indicator, list_from
from youju.reports.reading.claims import Claim
from youju.reports.reading.docx_text import read_docx
from youju.reports.reading.reading import read
from youju.reports.reading.uploads import decoded

OTHER = "X99"
COLUMNS = ("nn", "start", "end", "value", "unit", "code")


def add_arguments(parser):
    parser.add_argument("file", type=Path, metavar="文件", help="要读的文稿（.txt 或 .docx）")
    parser.add_argument("--csv", action="store_true", help=f"按 CSV 输出，列为 {','.join(COLUMNS)}")
    parser.add_argument(
        "--indicators", type=Path, metavar="CSV", help="指标表（列为 code,zh,unit,…）；不给则用本系统的指标"
    )


def run(options) -> int:
    text = text_of(options.file)
    indicators = our_indicators() if options.indicators is None else _listed(options.indicators)
    claims = [claim for claim in read(text, indicators).claims if claim.value is not None]
    if options.csv:
        _write(options.file.stem, claims)
    else:
        names = {indicator.code: indicator.zh for indicator in indicators}
        for claim in claims:
            sys.stdout.write(f"{claim.text}\t{names.get(claim.code, '—')}\n")
    return 0


def _write(stem: str, claims: list[Claim]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    for claim in claims:
        value = f"{claim.value.normalize():f}"
        writer.writerow((stem, claim.start, claim.end, value, claim.unit, claim.code or OTHER))


def text_of(path: Path) -> str:
    """The text of a file as its characters are counted: a line end is one character."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Refusal(f"打不开 {path}") from error
    if path.suffix.lower() == ".docx":
        try:
            return read_docx(data)
        except Exception as error:
            # Whatever a broken package makes the library say, to the reader it is one thing.
            raise Refusal(f"{path.name} 不是能读的 Word 文件（.docx）") from error
    try:
        return decoded(data, path.name)
    except ValueError as error:
        raise Refusal(str(error)) from error


def _listed(path: Path) -> list[Indicator]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as rows:
            return [indicator for indicator in list_from(csv.DictReader(rows)) if indicator.code != OTHER]
    except OSError as error:
        raise Refusal(f"打不开 {path}") from error
    except (KeyError, UnicodeDecodeError) as error:
        raise Refusal(f"{path.name} 不是指标表：要有 code 和 zh 两列，UTF-8 编码") from error
