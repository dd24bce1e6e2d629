"""Workbooks that go out to be filled in: the template of a ledger, and the rows that need correcting."""

import io
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from youju.ledger.ledgers import Ledger
from youju.ledger.sheets.columns import Column, Kind, Layout
from youju.ledger.sheets.outcomes import Outcome
from youju.org.access import Access

ROWS, MOST_INLINE = 5_000, 200
FACE = "微软雅黑"
TEXT = 49  # Excel's own format for text
# Nothing that people typed ever becomes a formula, a link or a number.
INERT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WIDTHS = {Kind.IDENTITY: 22, Kind.PHONE: 15, Kind.DAY: 13, Kind.RECORD: 22, Kind.PEOPLE: 30, Kind.SEX: 7}
WAYS = {
    Kind.DAY: "日期，如 2025-03-08",
    Kind.NUMBER: "整数或小数，不带单位",
    Kind.MONEY: "金额（元），最多两位小数",
    Kind.FLAG: "是 或 否",
    Kind.RECORD: "全称、简称或编号",
    Kind.IDENTITY: "18位，文本格式（本模板已设好）",
    Kind.PHONE: "手机号或带区号的电话",
    Kind.PEOPLE: "姓名之间用顿号隔开",
}


def template(ledger: Ledger, access: Access) -> bytes:
    """Our own workbook for a ledger: text columns for numbers that are names, lists, one greyed example."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, **INERT}) as book:
        _Template(book, Layout(ledger, access)).draw()
    return made.getvalue()


def faulty(outcome: Outcome) -> bytes:
    """The rows that were not taken in, as they came, each with what is wrong beside it."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"constant_memory": True, **INERT}) as book:
        page = book.add_worksheet(_("需要改正的行"))
        head, text, wrong, remark = _formats(book)
        headings = [*outcome.headings, _("导入备注")]
        for place, heading in enumerate(headings):
            page.write_string(0, place, heading, head)
        page.set_column(0, len(headings) - 2, 18, text)
        page.set_column(len(headings) - 1, len(headings) - 1, 60)
        page.freeze_panes(1, 0)
        for number, line in enumerate(outcome.only("faulty"), start=1):
            for place, cell in enumerate(line.cells[: len(headings) - 1]):
                page.write_string(number, place, cell, wrong if str(place) in line.faults else text)
            page.write_string(number, len(headings) - 1, line.remarks, remark)
    return made.getvalue()


def _formats(book):
    base = {"font_name": FACE, "font_size": 10, "num_format": TEXT, "valign": "top"}
    return (
        book.add_format(
            {**base, "bold": True, "bg_color": "#F1F1EF", "border": 1, "border_color": "#D5D5D0"}
        ),
        book.add_format(base),
        book.add_format({**base, "bg_color": "#FBE0DD", "font_color": "#8A1B12"}),
        book.add_format({**base, "text_wrap": True, "font_color": "#8A1B12"}),
    )


@dataclass
class _Template:
    book: xlsxwriter.Workbook
    layout: Layout

    def draw(self) -> None:
        self.page = self.book.add_worksheet(sheet_name(self.layout.ledger.label))
        self.notes = self.book.add_worksheet(_("填写说明"))
        self.lists = self.book.add_worksheet(_("选项"))
        self.lists.hide()
        self.listed = 0
        self.page.freeze_panes(1, 0)
        self.page.set_row(0, 24)
        for place, column in enumerate(self.layout.columns):
            self._column(place, column)
        self._explain()

    def _column(self, place: int, column: Column) -> None:
        """One column: its format all the way down, its heading, its example, its list."""
        shape = {Kind.DAY: "yyyy-mm-dd", Kind.MONEY: "0.00", Kind.NUMBER: "General"}.get(column.kind, TEXT)
        plain = self._format(num_format=shape)
        self.page.set_column(place, place, WIDTHS.get(column.kind, max(12, 2.4 * len(column.label))), plain)
        colour = "#8A1B12" if column.required else "#2B3038"
        head = self._format(
            bold=True, bg_color="#F1F1EF", border=1, border_color="#D5D5D0", font_color=colour
        )
        self.page.write_string(0, place, column.label + ("*" if column.required else ""), head)
        grey = self._format(num_format=shape, italic=True, font_color="#9AA0A8")
        self.page.write_string(1, place, column.example, grey)
        rule = self._rule(column)
        if rule:
            hint = (column.hint or WAYS.get(column.kind, ""))[:250]
            said = {"input_title": column.label[:32], "input_message": hint} if hint else {}
            self.page.data_validation(1, place, ROWS, place, {**rule, **said})

    def _rule(self, column: Column) -> dict[str, Any]:
        if words := self.layout.words(column):
            return {
                "validate": "list",
                "source": self._source(words),
                # Other words are told at import, where they may be understood all the same.
                "error_type": "warning",
                "error_title": column.label[:32],
                "error_message": _("请从下拉列表中选择。"),
            }
        return {"validate": "any"} if column.hint or column.kind in WAYS else {}

    def _source(self, words: list[str]) -> list[str] | str:
        if len(",".join(words)) <= MOST_INLINE:
            return words
        place, self.listed = self.listed, self.listed + 1
        for line, word in enumerate(words):
            self.lists.write_string(line, place, word)
        letter = xlsxwriter.utility.xl_col_to_name(place, col_abs=True)
        return f"={_('选项')}!{letter}$1:{letter}${len(words)}"

    def _explain(self) -> None:
        bold, plain = self._format(bold=True, bg_color="#F1F1EF"), self._format(text_wrap=True, valign="top")
        self.notes.set_column(0, 0, 18)
        self.notes.set_column(1, 1, 8)
        self.notes.set_column(2, 3, 46)
        lines = [str(self.layout.ledger.label), *str(self.layout.ledger.help).splitlines(), *_advice()]
        for line, text in enumerate(lines):
            self.notes.write_string(line, 0, text, self._format(bold=not line, font_size=10 if line else 14))
        top = len(lines) + 1
        for place, text in enumerate((_("列名"), _("必填"), _("写法"), _("可选项"))):
            self.notes.write_string(top, place, text, bold)
        for line, column in enumerate(self.layout.columns, start=top + 1):
            words = "、".join(label for _value, label in column.choices)
            way = "；".join(filter(None, (WAYS.get(column.kind, ""), column.hint)))
            for place, text in enumerate((column.label, _("是") if column.required else "", way, words)):
                self.notes.write_string(line, place, text, plain)

    def _format(self, **options):
        return self.book.add_format({"font_name": FACE, "font_size": 10, **options})


def _advice() -> list[str]:
    return [
        "",
        _("一行一条，从第二行填起；第二行是示例，可以删除或留着不管，导入时会跳过。"),
        _("带 * 的列必填。列的顺序可以变动，不用的列可以删除，但请保留标题行。"),
        _("证件号、电话、证书号等列已设为文本格式，粘贴时请选“只粘贴值”，以免末几位变成 0。"),
    ]


def sheet_name(text: str) -> str:
    """A name that a spreadsheet accepts."""
    return "".join(mark for mark in str(text) if mark not in r"[]:*?/\'")[:31]
