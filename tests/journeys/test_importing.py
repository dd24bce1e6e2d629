"""A member roster as townships keep them: its faulty rows mended in Excel and fed again, undone."""

import io
import re
from datetime import date

import pytest
import xlsxwriter
from playwright.sync_api import Page, expect

from tests.journeys.test_accessibility import RULES, serious
from tests.journeys.test_first_work import fits, log_in, office, screen  # noqa: F401  the office and its screens
from tests.makers import id_number
from youju.ledger.sheets import reading
from youju.people.models import Membership

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NAMES = ["会员姓名", "性别", "公民身份号码", "所属工会", "入会时间", "会员证编号"]
DAYS = [
    "2025.3.8",
    "二〇二五年三月八日",
    date(2025, 3, 8),
    45724,
    "２０２５年３月８日",
    "2025/3/8 9:30",
]


def roster() -> bytes:
    """A title, merged heads in two rows, days of every sort, a blank row, a total, who filled it in."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        page, bold = book.add_worksheet("花名册"), book.add_format({"bold": True})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        page.merge_range("A1:I1", "2025年度某镇工会会员花名册", bold)
        page.write("A2", "填报单位：某镇总工会")
        for area, head in (
            ("A3:A4", "序号"),
            ("B3:D3", "基本情况"),
            ("E3:G3", "会籍"),
            ("H3:H4", "联系电话"),
        ):
            page.merge_range(area, head, bold)
        page.merge_range("I3:I4", "备注", bold)
        page.write_row("B4", NAMES, bold)
        for number in range(1, 25):
            line = number + 3 + (number > 12)  # a blank row in the middle
            page.write_row(line, 0, [number, f" 王　小{number} ", "男", id_number(number), "甲厂工会"])
            said = DAYS[number % len(DAYS)]
            (page.write_datetime if isinstance(said, date) else page.write)(
                line, 5, said, *([day] if isinstance(said, date) else [])
            )
            page.write_row(
                line, 6, [f"HY{number:04d}", 13800138000 + number, "党员" if number % 7 == 0 else ""]
            )
        page.write_number("D8", int(id_number(4)[:15] + "000"))
        page.write("E9", "已厂工会")
        page.write_formula("H10", "=X1", None, "#REF!")
        page.write_row("A30", ["合计", "24人"])
        page.write_row("A32", ["填表人：张三", "", "", "", "审核人：李四"])
        book.add_worksheet("填表说明").write("A1", "每季度上报一次")
    return made.getvalue()


def mended(data: bytes) -> bytes:
    """What somebody makes in Excel of the rows that were handed back."""
    head, *rows = reading.read(data, "改.xlsx").sheets[0].rows
    assert head[-1] == "导入备注"
    assert "Excel 把这个长号码当作数字" in rows[0][-1]
    places = {text: place for place, text in enumerate(head)}
    rows[0][places["公民身份号码"]] = id_number(4)
    rows[1][places["所属工会"]] = "甲厂工会"
    rows[2][places["联系电话"]] = "13800138006"
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        page = book.add_worksheet()
        for line, row in enumerate([head, *rows]):
            page.write_row(line, 0, row)
    return made.getvalue()


def upload(page: Page, site: str, name: str, data: bytes) -> None:
    page.goto(f"{site}/ledgers/organising.members/import/")
    page.set_input_files(
        "[name=file]", {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    )
    page.get_by_role("button", name="上传并检查").click()


def standing() -> int:
    return Membership.objects.everywhere("all of them").exclude(state="voided").count()


def test_a_messy_roster_is_taken_in_and_undone(screen: Page, live_server):  # noqa: F811
    log_in(screen, "clerk")
    upload(screen, live_server.url, "会员花名册.xlsx", roster())
    expect(screen.get_by_role("link", name=re.compile("需要改正 *3"))).to_be_visible()
    expect(screen.get_by_text("跳过 2 行")).to_be_visible()
    expect(screen.get_by_text("没有用到的列：序号、备注")).to_be_visible()
    wrong = screen.locator(".cells .wrong")
    expect(wrong).to_have_count(3)
    expect(wrong.nth(0).locator(".bad .why")).to_contain_text("Excel 把这个长号码当作数字，末几位已变成 0")
    expect(wrong.nth(1).locator(".bad .why")).to_contain_text("没有找到名为“已厂工会”的单位")
    expect(wrong.nth(2).locator(".bad .why")).to_contain_text("公式出错（#REF!）")
    expect(wrong.locator("th")).to_have_text(["8", "9", "10"])  # as the spreadsheet counts
    fits(screen)
    assert serious(screen, RULES) == []
    with screen.expect_download() as handed:
        screen.get_by_role("link", name="下载需要改正的行").click()
    screen.get_by_role("button", name="只保存没有问题的 21 行").click()
    expect(screen.get_by_role("heading", name="撤销这次导入")).to_be_visible()
    assert standing() == 21
    first = screen.url
    upload(screen, live_server.url, "改好的.xlsx", mended(handed.value.path().read_bytes()))
    screen.get_by_role("button", name="保存全部 3 行").click()
    expect(screen.get_by_role("heading", name="撤销这次导入")).to_be_visible()
    assert standing() == 24
    days = set(Membership.objects.everywhere("all of them").values_list("from_on", flat=True))
    assert days == {date(2025, 3, 8)}
    screen.goto(first)
    screen.get_by_label("撤销理由").fill("导错了单位")
    screen.get_by_role("button", name="撤销导入").click()
    expect(screen.get_by_text("作废 21 条记录")).to_be_visible()
    assert standing() == 3
    fits(screen)
