import json
import sys
from decimal import Decimal

from youju.base import numerals, periods
from youju.base.periods import Period
from youju.catalogue import INDICATORS
from youju.config import acting, checks, tables
from youju.config.console import Refusal, console
from youju.ledger.evidence import Figure, Number
from youju.ledger.scope import Scope

KEYS = ("code", "label", "unit", "value", "numerator", "base", "entries", "rows", "period", "as_of")


def add_arguments(parser):
    acting.add_place(parser)
    parser.add_argument(
        "--period", metavar="期间", help="年度以外的期间：2025H1、2025Q3、2025-07、S2025、20250101-20250630"
    )
    parser.add_argument("--json", action="store_true", help="以 JSON 输出，供其他程序使用")
    acting.add_actor(parser)


def run(options) -> int:
    if not checks.database_exists():
        raise Refusal("还没有数据")
    access = acting.access_of(options)
    organisation = acting.organisation(access, options.org)
    scope = Scope.of(access, organisation, _period(options))
    figures = [indicator.figure(scope) for indicator in INDICATORS.values()]
    if options.json:
        sys.stdout.write(
            json.dumps([as_json(figure) for figure in figures], ensure_ascii=False, indent=2) + "\n"
        )
    else:
        console.print(tables.of_figures(f"{scope}（截至 {scope.as_of}）", figures))
    return 0


def as_json(figure: Figure) -> dict:
    """A figure for other programs: rates in per cent with one decimal, null where nothing proves a value."""
    found = {key: getattr(figure, key) for key in KEYS}
    found["value"] = _number(_rounded(figure))
    found["numerator"], found["base"] = _number(figure.numerator), _number(figure.base)
    found["as_of"] = figure.as_of.isoformat()
    return found


def _rounded(figure: Figure) -> Number | None:
    if figure.value is None or figure.unit != "%":
        return figure.value
    return numerals.rate(figure.numerator, figure.base)


def _number(value: Number | None) -> int | float | None:
    return float(value) if isinstance(value, Decimal) else value


def _period(options) -> Period:
    if not options.period:
        return acting.year(options.year)
    try:
        return periods.parse(options.period)
    except ValueError as error:
        raise Refusal(str(error)) from error
