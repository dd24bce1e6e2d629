"""Nothing filled in is lost: on a lost log-in, on a conflict; photos from a phone; work by keyboard alone."""

import re
from datetime import timedelta

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.journeys.test_first_work import (
    PASSWORD,
    SIZES,
    enter_visit,
    fits,
    log_in,
    office,  # noqa: F401
    screen,  # noqa: F401
)
from youju.base import clock
from youju.people.models import Person
from youju.work.relief.models import WarmthVisit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DESKTOP = pytest.mark.parametrize("screen", SIZES[:1], indirect=True)
PHONE = pytest.mark.parametrize("screen", SIZES[1:], indirect=True)


def only() -> WarmthVisit:
    return WarmthVisit.objects.everywhere("the test's own").get()


def fill_visit(page, live_server, amount: str) -> None:
    page.goto(f"{live_server.url}/ledgers/relief.visits/new/")
    page.get_by_label("慰问日期").fill("昨天")
    page.get_by_label("批次", exact=False).first.select_option("everyday")
    page.get_by_label("困难家庭").select_option(index=1)
    page.get_by_label("慰问金").fill(amount)
    page.get_by_label("资金来源").select_option("own_budget")


@DESKTOP
def test_a_log_in_lost_in_the_middle_of_a_form_costs_nothing(screen, live_server):  # noqa: F811
    page = screen
    log_in(page, "clerk")
    page.goto(f"{live_server.url}/ledgers/relief.files/new/")
    page.get_by_label("家庭年可支配收入").fill("12345")
    page.get_by_label("申请（发现）日期").fill("2025-3-8")
    page.context.clear_cookies()
    page.keyboard.press("Control+Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("填写的内容都还在")).to_be_visible()
    dialog.get_by_label("登录名").fill("clerk")
    dialog.get_by_label("密码").fill("不是这一句")
    dialog.get_by_role("button", name="登录").click()
    expect(dialog.get_by_text("登录名或密码不对")).to_be_visible()
    dialog.get_by_label("密码").fill(PASSWORD)
    dialog.get_by_role("button", name="登录").click()
    expect(page.get_by_text("什么都没有保存")).to_be_visible()  # sent again: other fields are missing
    expect(page.get_by_label("家庭年可支配收入")).to_have_value("12345")
    expect(page.get_by_label("申请（发现）日期")).to_have_value("2025-03-08")


@DESKTOP
def test_without_the_dialog_the_form_is_there_again_after_the_log_in(screen, live_server):  # noqa: F811
    page = screen
    log_in(page, "clerk")
    fill_visit(page, live_server, "321")
    page.context.clear_cookies()
    page.locator("form[data-draft]").evaluate(
        "form => { form.removeAttribute('data-guard'); form.requestSubmit(); }"
    )
    page.wait_for_timeout(500)
    page.goto(f"{live_server.url}/ledgers/relief.visits/new/")
    page.get_by_label("登录名").fill("clerk")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_text("刚才填写的内容已经放回")).to_be_visible()
    expect(page.get_by_label("慰问金")).to_have_value("321")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_text("已保存。")).to_be_visible()
    assert only().amount == 321


@DESKTOP
def test_a_form_survives_a_server_that_does_not_answer(screen, live_server):  # noqa: F811
    page = screen
    log_in(page, "clerk")
    fill_visit(page, live_server, "55")
    page.route("**/here/", lambda route: route.abort())
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("现在连不上服务器")).to_be_visible()
    expect(page.get_by_label("慰问金")).to_have_value("55")
    page.unroute("**/here/")
    page.keyboard.press("Control+Shift+Enter")
    expect(page.get_by_text("已保存。")).to_be_visible()
    expect(page.get_by_label("慰问日期")).to_have_value(only().occurred_on.isoformat())
    expect(page.get_by_label("慰问金")).to_have_value("")


def test_two_versions_stand_side_by_side_and_each_field_is_chosen(screen, live_server, browser):  # noqa: F811
    page = screen
    log_in(page, "chair")
    enter_visit(page, live_server, "300")
    expect(page.get_by_text("300元").first).to_be_visible()
    amend = f"{page.url.split('?')[0]}amend/"
    page.goto(amend)
    other = browser.new_context().new_page()
    other.goto(live_server.url)
    log_in(other, "clerk")
    other.goto(amend)
    other.get_by_label("慰问金").fill("500")
    other.get_by_label("慰问物品").fill("大米")
    other.get_by_role("button", name="保存", exact=True).click()
    expect(other.get_by_text("修改已保存")).to_be_visible()
    other.context.close()

    page.get_by_label("慰问金").fill("400")
    page.get_by_label("联合单位").select_option(index=1)
    page.get_by_role("button", name="保存", exact=True).click()
    table = page.locator(".conflicts")
    expect(table.locator("tbody tr")).to_have_count(3)
    expect(table.get_by_role("radio", name="慰问金，我填写的：400元")).to_be_checked()
    expect(table.get_by_role("radio", name="慰问物品，现在的：大米")).to_be_checked()
    page.problems.clear()  # the browser notes the answer 409 itself
    fits(page)
    table.get_by_role("radio", name="慰问金，现在的：500元").check()
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_text("修改已保存")).to_be_visible()
    saved = only()
    assert (saved.amount, saved.goods) == (500, "大米")
    assert saved.partner


@PHONE
def test_photos_from_a_phone_are_seen_before_they_are_sent(screen, live_server, tmp_path):  # noqa: F811
    page = screen
    photos = []
    for number, colour in enumerate(("#844", "#484", "#448", "#884")):
        photos.append(tmp_path / f"现场{number}.jpg")
        Image.new("RGB", (1600, 1200), colour).save(photos[-1])
    log_in(page, "chair")
    fill_visit(page, live_server, "100")
    form = page.locator("form[data-draft]")
    form.get_by_label("选择文件").set_input_files(photos[:1])
    expect(form.locator(".upload-list canvas")).to_have_count(1)
    form.get_by_label("材料类别").select_option("photo")
    fits(page)
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.locator(".gallery li")).to_have_count(1)
    expect(page.locator(".gallery")).to_contain_text("照片")

    box = page.locator("#exhibits")
    box.get_by_label("选择文件").set_input_files(photos[1:3])
    box.get_by_label("拍照").set_input_files(photos[3])
    expect(box.locator(".upload-list canvas")).to_have_count(3)
    expect(box.get_by_text("已选 3 个")).to_be_visible()
    box.get_by_role("button", name="不传 现场2.jpg").click()
    expect(box.locator(".upload-list li")).to_have_count(2)
    box.get_by_label("材料类别").select_option("sign_in")
    fits(page)
    box.get_by_role("button", name="上传").click()
    expect(page.get_by_text("已上传 2 个附件")).to_be_visible()
    expect(page.locator(".gallery li")).to_have_count(3)
    expect(page.locator(".gallery")).not_to_contain_text("现场2")
    expect(page.locator(".gallery").get_by_text("签到表")).to_have_count(2)
    fits(page)


@DESKTOP
def test_a_clerk_alone_enters_and_confirms_by_keyboard(screen, live_server):  # noqa: F811
    page = screen
    log_in(page, "clerk")
    fill_visit(page, live_server, "88")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("已保存。")).to_be_visible()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("dialog").get_by_text("确认后计入各项数字")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_text("本级自行确认").first).to_be_visible()
    assert only().occurred_on == clock.today() - timedelta(days=1)
    assert only().self_confirmed


@DESKTOP
def test_a_column_of_names_is_matched_while_it_is_pasted(screen, live_server):  # noqa: F811
    page = screen
    log_in(page, "clerk")
    page.goto(f"{live_server.url}/ledgers/education.trainings/new/")
    page.get_by_label("参加人").fill("序号\t姓名\t单位\n1\t单晓丽\t甲厂\n2\t外来师傅\t乙厂\n3\t王小明\t丙厂")
    said = page.locator(".matched-sum")
    expect(said).to_have_text("共 3 人次：已对上 1 人次，同名待选 1，未核身份 1")
    page.get_by_label("王小明是哪一位").select_option(index=1)
    expect(said).to_have_text("共 3 人次：已对上 2 人次，未核身份 1")
    page.get_by_role("button", name="去掉 外来师傅").click()
    expect(said).to_have_text("共 2 人次：已对上 2 人次")
    expect(page.get_by_label("参加人")).not_to_have_value(re.compile("外来师傅"))
    fits(page)


def test_a_person_not_found_is_registered_beside_the_form(screen, live_server):  # noqa: F811
    page = screen
    log_in(page, "clerk")
    page.goto(f"{live_server.url}/ledgers/relief.student_aid/new/")
    page.get_by_label("助学金").fill("1000")
    box = page.get_by_role("combobox", name="学生")
    box.press_sequentially("贾宝玉", delay=20)
    expect(page.get_by_text("没有找到“贾宝玉”")).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("姓名")).to_have_value("贾宝玉")
    dialog.get_by_role("button", name="保存").click()
    expect(dialog.get_by_text("请选择性别")).to_be_visible()
    page.problems.clear()  # the browser notes the answer 422 itself
    dialog.get_by_label("性别").select_option("male")
    fits(page)
    dialog.get_by_role("button", name="保存").click()
    expect(dialog).to_be_hidden()
    expect(box).to_have_value("贾宝玉")
    found = Person.objects.everywhere("the test's own").get(name="贾宝玉")
    assert page.locator("[data-picker-id]").first.input_value() == str(found.pk)
    expect(page.get_by_label("助学金")).to_have_value("1000")
