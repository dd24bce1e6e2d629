"""The index of a year's export: a page that any browser opens, without anything from elsewhere."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.html import escape
from django.utils.translation import gettext as _

from youju.base import clock

if TYPE_CHECKING:
    from youju.ledger.sheets.yearly import Held, YearBook

STYLE = (
    "body{font:16px/1.8 'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif;max-width:60rem;"
    "margin:2rem auto;padding:0 1rem;color:#1f2328}table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #d5d7da;padding:.25rem .75rem;text-align:start}td.n{text-align:end}"
    ".none{color:#767d88}"
)


def index(book: "YearBook", held: Sequence["Held"]) -> str:
    """What stands in which workbook, how much, and which files could not be found."""
    title = escape(f"{book.unit.name} {book.period.label} {_('台账资料')}")
    rows = "".join(map(_row, held))
    lost = "".join(
        f"<li>{escape(one.ledger.label)}：{escape(name)}</li>" for one in held for name in one.missing
    )
    missing = f"<h2>{_('没有找到的文件')}</h2><ul>{lost}</ul>" if lost else ""
    heads = "".join(f"<th>{head}</th>" for head in (_("台账"), _("所在文件"), _("条数"), _("附件")))
    return (
        f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{STYLE}</style></head><body><h1>{title}</h1><p>{_made(book)}</p>"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{missing}</body></html>"
    )


def _made(book: "YearBook") -> str:
    by = book.access.user.name if book.access.user else _("系统")
    made = _("%(by)s 于 %(day)s 导出；") % {"by": by, "day": clock.today().isoformat()}
    if book.reason:
        kept = _("姓名、证件号、电话为完整信息，用途：%s。请妥善保管，用后删除。") % book.reason
    else:
        kept = _("姓名、证件号、电话已遮盖，不含附件。")
    return escape(f"{made}{kept}")


def _row(one: "Held") -> str:
    if not one.records:
        return (
            f'<tr class="none"><td>{escape(one.ledger.label)}</td><td colspan="3">{_("没有记录")}</td></tr>'
        )
    place = f'<a href="{escape(one.book)}">{escape(one.book)}</a>'
    files = one.files or ""
    return (
        f'<tr><td>{escape(one.ledger.label)}</td><td>{place}</td><td class="n">{one.records}</td>'
        f'<td class="n">{files}</td></tr>'
    )
