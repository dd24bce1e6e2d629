import shutil
from pathlib import Path

from rich.markup import escape
from rich.progress import Progress

from youju.base import periods
from youju.catalogue import LINES
from youju.config import acting, checks
from youju.config.console import Refusal, console, warn
from youju.ledger.listing import Listing, under
from youju.ledger.sheets.exporting import MOST_REASON, export
from youju.ledger.sheets.yearly import YearBook
from youju.org.access import Access, Action
from youju.org.models import Organisation
from youju.records.record import State

ALL = "全部"
STATES = {str(label): value for value, label in State.choices}


def add_arguments(parser):
    parser.add_argument(
        "ledger",
        metavar="台账",
        help=f"代码或名称，例如 organising.members 或 会员；{ALL}：一个期间的所有台账，装进一个 .zip",
    )
    parser.add_argument("--org", required=True, metavar="代码", help="组织代码；连同它现在的所属单位")
    parser.add_argument(
        "--out", required=True, type=Path, metavar="文件", help=f"写到哪个 .xlsx 文件（{ALL}时 .zip）"
    )
    parser.add_argument(
        "--period", metavar="期间", help="只要这段时间的：2025、2025Q3、2025-07、S2025（统计年度）"
    )
    parser.add_argument(
        "--state", choices=STATES, metavar="状态", help=f"只要这种状态的：{'、'.join(STATES)}"
    )
    parser.add_argument("--find", default="", metavar="文字", help="只要写有这些文字的")
    parser.add_argument(
        "--full",
        metavar="用途",
        help="写出完整的姓名、证件号和电话；要写明用途，须用 --as 指明用户，会留下记录",
    )
    acting.add_actor(parser)


def run(options) -> int:
    if not checks.database_exists():
        raise Refusal("还没有数据")
    access = acting.access_of(options)
    unit = acting.organisation(access, options.org)
    _require_free(options.out, ".zip" if options.ledger == ALL else ".xlsx")
    if options.full is not None:
        _require_reason(options.full, access)
    said = _all(options, access, unit) if options.ledger == ALL else _one(options, access, unit)
    console.print(f"已导出 {said}：{escape(str(options.out))}")
    if options.full:
        warn("文件里有完整的身份信息，请妥善保管，用后删除。")
    return 0


def _one(options, access: Access, unit: Organisation) -> str:
    """One ledger as a workbook; what was written."""
    ledger = acting.ledger(options.ledger)
    listing = Listing(ledger, access, _asked(options))
    if options.period and listing.period is None:
        raise Refusal(f"看不懂期间“{options.period}”，请写成 2025、2025Q3 或 2025-07")
    records = under(listing.records, unit)
    number = records.order_by().count()
    with Progress(console=console, transient=True) as bars:
        bar = bars.add_task("写出", total=number)
        made = export(
            ledger,
            access,
            records,
            reason=options.full or "",
            progress=lambda done: bars.update(bar, completed=done),
        )
    with made, options.out.open("xb") as file:
        shutil.copyfileobj(made, file)
    return f"{ledger.label} {number} 条"


def _all(options, access: Access, unit: Organisation) -> str:
    """All ledgers of a period in one zip; what was written."""
    try:
        period = periods.parse(options.period or "")
    except ValueError as error:
        raise Refusal(f"导出{ALL}要用 --period 写明期间，例如 --period 2025") from error
    book = YearBook(LINES, access, unit, period, options.full or "")
    with Progress(console=console, transient=True) as bars, options.out.open("xb") as file:
        bar = bars.add_task("写出", total=None)
        for chunk in book.stream(
            lambda done, total, label: bars.update(bar, completed=done, total=total, description=label)
        ):
            file.write(chunk)
    return f"{unit} {period.label}全部台账"


def _asked(options) -> dict[str, str]:
    state = STATES.get(options.state, "")
    return {"period": options.period or "", "state": state, "q": options.find}


def _require_free(path: Path, ending: str) -> None:
    if path.suffix.lower() != ending:
        raise Refusal(f"文件名请以 {ending} 结尾：{path}")
    if path.exists():
        raise Refusal(f"{path} 已经存在，请换一个文件名")
    if not path.parent.is_dir():
        raise Refusal(f"没有文件夹 {path.parent}")


def _require_reason(reason: str, access) -> None:
    if not reason.strip():
        raise Refusal("请写明用途，例如 --full 上报县总工会")
    if len(reason.strip()) > MOST_REASON:
        raise Refusal(f"用途最多 {MOST_REASON} 个字")
    if access.user is None:
        raise Refusal("导出完整身份信息须用 --as 指明是哪位用户")
    if not access.may_anywhere(Action.IDENTITY):
        raise Refusal(f"用户 {access.user} 的角色不能导出完整身份信息")
