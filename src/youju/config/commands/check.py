import json
import sys
from decimal import Decimal
from pathlib import Path

from rich.markup import escape

from youju.config import acting, checks
from youju.config.commands.read import text_of
from youju.config.console import Refusal, console
from youju.ledger.scope import Scope
from youju.reports import checking
from youju.reports.checking import Checked, Claim

COLOURS = {checking.AGREES: "green", checking.DIFFERS: "red", checking.TOO_MUCH: "red"}


def add_arguments(parser):
    parser.add_argument("file", type=Path, metavar="文件", help="要核对的文稿（.txt 或 .docx）")
    acting.add_place(parser)
    parser.add_argument("--json", action="store_true", help="以 JSON 输出，供其他程序使用")
    acting.add_actor(parser)


def run(options) -> int:
    text = text_of(options.file)
    if not checks.database_exists():
        raise Refusal("还没有数据")
    access = acting.access_of(options)
    organisation = acting.organisation(access, options.org)
    checked = checking.check(text, Scope.of(access, organisation, acting.year(options.year)))
    if options.json:
        sys.stdout.write(json.dumps(as_json(checked), ensure_ascii=False, indent=2) + "\n")
    else:
        _show(checked)
    return 0


def as_json(checked: Checked) -> dict:
    faults = [
        {"start": one.start, "end": one.end, "kind": one.kind, "message": one.message}
        for one in checked.faults
    ]
    return {"claims": [_claim(one) for one in checked.claims], "faults": faults}


def _claim(one: Claim) -> dict:
    return {
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "kind": one.kind,
        "code": one.code or None,
        "value": _number(one.value),
        "unit": one.unit,
        "verdict": str(one.verdict),
        "ledger_value": _number(one.ledger_value),
        "note": one.verdict.note,
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _show(checked: Checked) -> None:
    for one in checked.claims:
        colour = COLOURS.get(one.verdict.word, "dim")
        ledger = f"　台账 {one.ledger_text}" if one.ledger_text else ""
        note = f"　{one.verdict.note}" if one.verdict.note else ""
        says = escape(f"{one.text}　{one.label or '—'}{ledger}{note}")
        console.print(f"[{colour}]{one.verdict}[/]　{says}")
    for fault in checked.faults:
        console.print(f"[yellow]文字[/]　{escape(fault.message)}")
    agreed = sum(one.verdict.word == checking.AGREES for one in checked.claims)
    console.print(f"共 {len(checked.claims)} 处说法，{agreed} 处一致；文字问题 {len(checked.faults)} 处")
