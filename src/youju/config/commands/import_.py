from collections import Counter
from pathlib import Path

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from rich.markup import escape
from rich.progress import Progress
from rich.table import Table as Lines

from youju.config import acting, checks
from youju.config.console import Refusal, console, step
from youju.ledger.sheets import mapping, reading, saving, workbooks
from youju.ledger.sheets.checking import Checked, check
from youju.ledger.sheets.columns import Layout
from youju.ledger.sheets.outcomes import Outcome
from youju.org.access import Access
from youju.records import storing

MOST_SHOWN = 20


def add_arguments(parser):
    parser.add_argument("ledger", metavar="台账", help="代码或名称，例如 organising.members 或 会员")
    parser.add_argument("file", type=Path, metavar="文件", help="表格：.xlsx、.xls、.et、.ods、.csv")
    parser.add_argument("--org", required=True, metavar="代码", help="没有写单位的行登记在哪个组织")
    parser.add_argument("--dry-run", action="store_true", help="只检查，什么都不保存")
    parser.add_argument(
        "--map",
        type=Path,
        metavar="文件",
        help="列的对应，一行一个“表格的列名 = 台账的列名”，右边空着就是不导入",
    )
    parser.add_argument("--sheet", default="", metavar="名称", help="哪一个工作表；不写就取认出的列最多的")
    parser.add_argument("--good-only", action="store_true", help="有错的行留下，其余的照样保存")
    parser.add_argument("--faulty", type=Path, metavar="文件", help="把有错的行连同原因写到这个 .xlsx 文件")
    acting.add_actor(parser)


def run(options) -> int:
    if not checks.database_exists():
        raise Refusal("还没有数据")
    ledger = acting.ledger(options.ledger)
    access = acting.access_of(options)
    unit = acting.organisation(access, options.org)
    _require_free(options.faulty)
    table = _of_sheet(_read(options.file), options.sheet)
    layout = Layout(ledger, access, unit)
    said = _said(options.map, layout)
    checked = _check(layout, table, saving.remembered(ledger, unit) | said)
    _show_columns(checked)
    _show_faults(checked)
    _write_faulty(checked, options.faulty)
    return _finish(checked, options, access)


def _read(path: Path) -> reading.Table:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Refusal(f"打不开文件 {path}：{error.strerror}") from error
    try:
        with step("读表格"):
            return reading.read(data, path.name)
    except reading.Refused as refused:
        raise Refusal(str(refused)) from refused


def _of_sheet(table: reading.Table, name: str) -> reading.Table:
    names = [sheet.name for sheet in table.sheets]
    if name and name not in names:
        raise Refusal(f"没有名为“{name}”的工作表，有：{'、'.join(names)}")
    return table.looked_at(name)


def _said(path: Path | None, layout: Layout) -> dict[str, str]:
    if path is None:
        return {}
    try:
        return mapping.parse(path.read_bytes(), layout.columns)
    except OSError as error:
        raise Refusal(f"打不开文件 {path}：{error.strerror}") from error
    except ValueError as error:
        raise Refusal(f"{path}：{error}") from error


def _check(layout: Layout, table: reading.Table, known: dict[str, str]) -> Checked:
    with Progress(console=console, transient=True) as bars:
        bar = bars.add_task("逐行检查", total=None)
        try:
            return check(
                layout.ledger,
                layout.access,
                table,
                place=layout.place,
                mapping=known,
                progress=lambda done, total: bars.update(bar, completed=done, total=total),
            )
        except reading.Refused as refused:
            raise Refusal(str(refused)) from refused


def _finish(checked: Checked, options, access: Access) -> int:
    good, faulty = len(checked.good), len(checked.faulty)
    console.print(_counts(checked))
    if options.dry_run:
        console.print("只做了检查，什么都没有保存。")
        return int(faulty > 0)
    if faulty and not options.good_only:
        raise Refusal(
            f"有 {faulty} 行需要改正，什么都没有保存。改正后再导入，或加 --good-only 只保存其余 {good} 行"
        )
    try:
        with step(f"保存 {good} 行"):
            saved = saving.save(checked, good_only=options.good_only)
    except (ValidationError, storing.StoreFailed) as error:
        raise Refusal(" ".join(getattr(error, "messages", map(str, error.args)))) from error
    except (PermissionDenied, Http404) as error:
        raise Refusal(f"用户 {access.user} 不能在这里登记") from error
    console.print(f"已导入 {saved.batch.rows} 条，批次 {saved.batch.number}；可在台账的“导入”页整批撤销。")
    return 0


def _counts(checked: Checked) -> str:
    parts = [f"共 {len(checked.rows)} 行：{len(checked.good)} 行可以保存，{len(checked.faulty)} 行需要改正"]
    if checked.newcomers:
        parts.append(f"新人员 {len(checked.newcomers)} 人")
    if checked.skipped:
        parts.append(f"跳过合计、说明或示例 {checked.skipped} 行")
    return "；".join(parts) + "。"


def _show_columns(checked: Checked) -> None:
    labels = {column.key: column.label for column in checked.layout.columns}
    if others := [one.name for one in checked.table.sheets if one is not checked.found.sheet]:
        named = "、".join(others)
        console.print(escape(f"工作表“{checked.found.sheet.name}”；没有读入：{named}（用 --sheet 另行导入）"))
    pairs = [f"{heading or '（无标题）'} → {labels[key]}" for heading, key in checked.found.mapping.items()]
    console.print(escape(f"列的对应：{'，'.join(pairs)}"))
    if unused := checked.found.unused:
        console.print(escape(f"没有用到的列：{'、'.join(unused)}"))


def _show_faults(checked: Checked) -> None:
    """The first wrong cells one by one, and how often each kind of fault occurs in all."""
    faults = [fault for row in checked.faulty for fault in row.faults]
    if not faults:
        return
    lines = Lines(title="需要改正", title_justify="left")
    for heading in ("单元格", "列", "原因"):
        lines.add_column(heading, overflow="fold", no_wrap=heading == "单元格")
    for row in checked.faulty[:MOST_SHOWN]:
        for fault in row.faults:
            lines.add_row(fault.cell or f"第{row.number}行", escape(fault.label), escape(fault.reason))
    console.print(lines)
    if len(checked.faulty) > MOST_SHOWN:
        console.print(f"这里列出前 {MOST_SHOWN} 行，全部可用 --faulty 写成表格。各列问题：")
        for label, number in Counter(fault.label or "整行" for fault in faults).most_common():
            console.print(f"  {escape(label)} {number} 处")


def _require_free(path: Path | None) -> None:
    if path is not None and path.exists():
        raise Refusal(f"{path} 已经存在，请换一个文件名")


def _write_faulty(checked: Checked, path: Path | None) -> None:
    if path is not None and checked.faulty:
        path.write_bytes(workbooks.faulty(Outcome.of(checked)))
        console.print(escape(f"有错的行已写到 {path}，改好后可以直接再导入。"))
