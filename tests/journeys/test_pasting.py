"""Fifty rows out of Excel, five of them with a wrong cell: pasted into the ledger, mended, saved, undone."""

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.test_accessibility import RULES, serious
from tests.journeys.test_first_work import (  # noqa: F401  the office and its screens
    fits,
    log_in,
    office,
    screen,
)
from tests.makers import id_number, make_organisation
from youju.ledger.models import ImportBatch
from youju.people.models import Membership

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HEAD = ["单位", "姓名", "身份证号", "入会日期", "会籍类别"]
PASTE = """text => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const target = document.activeElement || document.body;
  target.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def rows() -> list[list[str]]:
    made = [["甲厂工会", f"王{number:02d}", id_number(number), "2025.3.8", "会员"] for number in range(1, 51)]
    made[4][0] = "已厂工会"
    made[9][2] = made[9][2][:-1] + "?"
    made[19][3] = "2025-02-30"
    made[29][4] = "荣誉会员"
    made[39][2] = ""
    return made


def text(*lines: list[str]) -> str:
    return "\n".join("\t".join(line) for line in lines)


def cell(page: Page, row: int, column: int):
    return page.locator(f"[name=c-{row - 2}-{column}]")


def why(page: Page, row: int, column: int):
    return page.locator(f"#why-{row - 2}-{column}")


def test_fifty_rows_are_pasted_mended_saved_and_undone(screen: Page, live_server):  # noqa: F811
    log_in(screen, "clerk")
    screen.goto(f"{live_server.url}/ledgers/organising.members/")
    screen.evaluate(PASTE, text(HEAD, *rows()))
    expect(screen.get_by_text("45 行可以保存")).to_be_visible()
    expect(screen.get_by_text("5 行需要改正")).to_be_visible()
    fits(screen)
    assert serious(screen, RULES) == []
    expect(why(screen, 6, 0)).to_contain_text("没有找到名为“已厂工会”的单位")
    expect(why(screen, 11, 2)).to_contain_text("证件号码只能是数字")
    expect(why(screen, 21, 3)).to_contain_text("不是日期")
    expect(why(screen, 31, 4)).to_contain_text("不在可选项中")
    expect(why(screen, 41, 1)).to_contain_text("新人员请填写身份证号")
    expect(cell(screen, 6, 0)).to_be_focused()  # the first wrong one

    asked = []
    screen.on("request", lambda one: asked.append(one.post_data) if one.url.endswith("/check/") else None)
    screen.keyboard.type("甲厂工会")
    screen.keyboard.press("Enter")
    expect(why(screen, 6, 0)).to_have_count(0)
    expect(screen.get_by_text("4 行需要改正")).to_be_visible()
    assert sorted(re.findall(r'name="c-(\d+)-0"', asked[0])) == [
        "4"
    ]  # only the row that changed was asked about
    expect(cell(screen, 7, 0)).to_be_focused()
    screen.keyboard.press("F8")
    expect(cell(screen, 11, 2)).to_be_focused()
    screen.keyboard.type(id_number(10))
    screen.keyboard.press("ArrowDown")
    expect(why(screen, 11, 2)).to_have_count(0)
    mend_the_day_and_the_kind(screen)
    save_and_undo(screen)


def mend_the_day_and_the_kind(page: Page) -> None:
    page.keyboard.press("F8")
    page.keyboard.type("2025年3月8日")
    page.keyboard.press("Tab")
    expect(why(page, 21, 3)).to_have_count(0)
    page.keyboard.press("F8")
    page.keyboard.press("Alt+ArrowDown")  # the codes that there are
    expect(page.locator(".words li")).to_have_text(["会员", "保留会籍"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(cell(page, 31, 4)).to_have_value("会员")
    expect(page.get_by_text("49 行可以保存")).to_be_visible()


def save_and_undo(page: Page) -> None:
    page.get_by_role("button", name="保存没有问题的 49 行").click()
    expect(page.get_by_text("已保存 49 行")).to_be_visible()
    assert Membership.objects.everywhere("all of them").count() == 49
    expect(cell(page, 2, 1)).to_have_value("王40")  # the rest stays
    assert page.locator(".cells tbody tr").count() == 1
    cell(page, 2, 2).fill(id_number(40))
    cell(page, 2, 2).press("Enter")
    page.get_by_role("button", name="保存全部 1 行").click()
    expect(page.get_by_role("button", name="撤销导入")).to_be_visible()
    assert ImportBatch.objects.everywhere("both").count() == 2
    page.get_by_label("撤销理由").fill("贴错了")
    page.get_by_role("button", name="撤销导入").click()
    expect(page.get_by_text("作废 1 条记录")).to_be_visible()
    fits(page)


def test_a_row_is_dropped_and_a_block_goes_into_the_cells_from_there_on(screen: Page, office, live_server):  # noqa: F811
    log_in(screen, "clerk")
    make_organisation(office, name="乙厂工会", code="ZHEN-02", from_on=date(2010, 1, 1))
    screen.goto(f"{live_server.url}/ledgers/organising.members/")
    screen.get_by_role("link", name="粘贴").click()
    screen.evaluate(PASTE, text(HEAD, *rows()[:6]))
    expect(screen.get_by_text("5 行可以保存")).to_be_visible()
    screen.get_by_role("button", name="删除第 2 行").click()
    expect(screen.get_by_text("4 行可以保存")).to_be_visible()
    cell(screen, 5, 0).focus()
    screen.evaluate(PASTE, text(["乙厂工会", "赵一"], ["乙厂工会", "赵二"]))
    expect(cell(screen, 6, 1)).to_have_value("赵二")
    expect(screen.get_by_role("button", name="保存全部 5 行")).to_be_visible()
    screen.get_by_label("只看有问题的").check()
    expect(screen.locator(".cells tbody tr:visible")).to_have_count(0)
    fits(screen)
