"""The reader's file in a real browser, opened from disk as a reader would."""

import pytest

from youju.reports.render import html
from youju.reports.render.tests.sample import sample_document

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("reader") / "总结.html"
    path.write_bytes(html(sample_document()))
    return path.as_uri()


@pytest.fixture
def reader(page, file):
    """The opened page; anything it complains about fails the test."""
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: request.url == file or complaints.append(request.url))
    page.emulate_media(reduced_motion="reduce")
    page.goto(file)
    yield page
    assert [text for text in complaints if not text.startswith("data:image/jpeg")] == []


def figure(page, key):
    return page.locator(f'.claim-link[data-claim="{key}"]')


def rows(page):
    return page.locator("#sheet-items > li")


def overflow(page):
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def test_a_click_on_a_figure_shows_its_records(reader):
    figure(reader, "05").click()
    sheet = reader.get_by_role("dialog", name="帮扶慰问困难家庭")
    assert sheet.is_visible()
    assert sheet.locator("#sheet-figure").inner_text() == "36户"
    assert "一户多次只计一次" in sheet.inner_text()
    assert rows(reader).count() == 61
    assert "钱*" in rows(reader).first.inner_text()
    assert "共 61 条，贡献合计 36" in sheet.inner_text()
    assert sheet.get_by_text("同户再次走访，不重复计").count() == 25


def test_what_is_listed_adds_up_to_the_figure(reader):
    figure(reader, "05").click()
    adds = [text for text in reader.locator(".items .adds").all_inner_texts() if text != "不计"]
    assert sum(int(text) for text in adds) == 36


def test_enter_opens_and_escape_closes_and_the_reader_is_back_where_he_was(reader):
    figure(reader, "04").focus()
    reader.keyboard.press("Enter")
    sheet = reader.locator("#sheet")
    assert sheet.is_visible()
    reader.keyboard.press("Escape")
    assert sheet.is_hidden()
    assert reader.evaluate("document.activeElement.dataset.claim") == "04"


def test_the_space_key_opens_too(reader):
    figure(reader, "02").focus()
    reader.keyboard.press(" ")
    assert reader.locator("#sheet").is_visible()


def test_the_keyboard_stays_inside_the_open_sheet(reader):
    figure(reader, "03").click()
    for key in ["Tab"] * 12 + ["Shift+Tab"] * 14:
        reader.keyboard.press(key)
        assert reader.evaluate("document.activeElement.closest('#sheet') !== null")


def test_the_close_button_and_a_click_beside_close_the_sheet(reader):
    figure(reader, "01").click()
    reader.get_by_role("button", name="关闭").click()
    assert reader.locator("#sheet").is_hidden()
    figure(reader, "01").click()
    reader.mouse.click(5, 400)
    assert reader.locator("#sheet").is_hidden()


def test_the_back_key_closes_the_sheet_and_leaves_the_page_open(reader):
    figure(reader, "01").click()
    assert reader.url.endswith("#01")
    reader.go_back()
    reader.locator("#sheet").wait_for(state="hidden")
    assert reader.locator("h1").is_visible()


def test_an_address_with_a_code_opens_its_claim(reader, file):
    reader.goto("about:blank")
    reader.goto(f"{file}#12")
    assert reader.get_by_role("dialog", name="女职工双争活动参与率").is_visible()


def test_a_share_lists_those_without_proof_too(reader):
    figure(reader, "12").click()
    assert reader.locator("#sheet-figure").inner_text() == "95.5%"
    assert reader.locator("#sheet-wording").inner_text() == "文中写作：“参与率达95%以上”"
    reader.get_by_role("button", name="缺 29").click()
    assert rows(reader).count() == 29
    assert "共 29 条" in reader.locator("#sheet-tally").inner_text()
    assert reader.get_by_role("button", name="不适用").count() == 0


def test_long_lists_come_bit_by_bit_and_can_be_searched(reader):
    figure(reader, "01").click()
    assert rows(reader).count() < 400
    reader.get_by_label("在名单中查找").last.fill("职工名册-2025-1756")
    assert rows(reader).count() == 1
    assert "找到 1 条（共 1756 条），贡献合计 1" in reader.locator("#sheet-tally").inner_text()


def test_scrolling_down_brings_the_rest(reader):
    figure(reader, "04").click()
    for _ in range(20):
        reader.locator("#sheet-scroll").evaluate("node => node.scrollTo(0, node.scrollHeight)")
        reader.wait_for_timeout(30)
    assert rows(reader).count() == 320
    assert reader.locator("#sheet-more").is_hidden()


def test_a_record_shows_its_digest_in_full_when_asked(reader):
    figure(reader, "10").click()
    first = rows(reader).first
    assert first.locator("summary").inner_text().startswith("摘要 ")
    first.locator("summary").click()
    assert len(first.locator(".long").nth(1).inner_text().removeprefix("SHA-256 ")) == 64


def test_a_photo_ticked_for_the_public_is_seen(reader):
    figure(reader, "11").click()
    picture = reader.get_by_alt_text("兰天车轮职工之家")
    picture.scroll_into_view_if_needed()
    reader.wait_for_function("image => image.naturalWidth === 64", arg=picture.element_handle())


def test_figures_can_be_read_one_after_the_other(reader):
    figure(reader, "01").click()
    assert reader.get_by_role("button", name="上一项").is_disabled()
    reader.get_by_role("button", name="下一项").click()
    assert reader.get_by_role("dialog", name="基层工会组织").is_visible()


def test_a_line_of_the_appendix_opens_the_same_sheet(reader):
    reader.locator("#claim-16 summary").click()
    assert reader.get_by_role("dialog", name="重大安全事故").is_visible()
    assert "零报告 18 条，贡献合计 0，与数值一致" in reader.locator("#sheet-facts").inner_text()


def test_a_withheld_list_shows_its_reason(reader):
    figure(reader, "06").click()
    assert "涉及未成年人，只列数字，不列名单。" in reader.locator("#sheet-facts").inner_text()
    assert rows(reader).count() == 0
    assert reader.locator("#sheet-finder").is_hidden()


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_runs_over_the_edge(reader, width):
    reader.set_viewport_size({"width": width, "height": 844})
    assert overflow(reader) == 0
    figure(reader, "12").click()
    assert overflow(reader) == 0
    box = reader.locator("#sheet").bounding_box()
    assert box["x"] >= 0
    assert round(box["x"] + box["width"]) == width


@pytest.mark.parametrize("width", [1280, 1600])
def test_on_a_wide_screen_the_text_stays_readable_beside_the_sheet(reader, width):
    reader.set_viewport_size({"width": width, "height": 844})
    paragraph = reader.locator(".paper p").first
    before = paragraph.bounding_box()
    figure(reader, "01").click()
    after = paragraph.bounding_box()
    assert (after["width"], after["height"]) == (before["width"], before["height"])
    assert after["x"] + after["width"] < reader.locator("#sheet").bounding_box()["x"]


def test_another_figure_can_be_clicked_while_the_sheet_is_open(reader):
    reader.set_viewport_size({"width": 1280, "height": 844})
    figure(reader, "01").click()
    first_line = figure(reader, "02").evaluate("link => link.getClientRects()[0].toJSON()")
    reader.mouse.click(first_line["x"] + 5, first_line["y"] + 5)
    assert reader.get_by_role("dialog", name="基层工会组织").is_visible()


def test_on_a_phone_the_sheet_comes_from_below(reader):
    reader.set_viewport_size({"width": 390, "height": 844})
    figure(reader, "01").click()
    box = reader.locator("#sheet").bounding_box()
    assert box["width"] == 390
    assert 0 < box["y"] < 200
    assert round(box["y"] + box["height"]) == 844


def test_dark_readers_get_a_dark_page(reader):
    reader.emulate_media(color_scheme="dark")
    paper = reader.locator(".paper").evaluate("node => getComputedStyle(node).backgroundColor")
    assert paper == "rgb(28, 31, 34)"


def test_paper_gets_codes_and_the_table_instead_of_buttons(reader):
    reader.emulate_media(media="print")
    assert figure(reader, "01").locator("sup").is_visible()
    assert reader.locator(".annex table").last.is_visible()
    assert reader.locator("#claim-01").is_hidden()
    assert reader.locator(".bar").is_hidden()


def test_without_script_a_figure_leads_to_its_proof(browser, file):
    page = browser.new_page(java_script_enabled=False)
    page.goto(file)
    figure(page, "05").click()
    assert page.url.endswith("#claim-05")
    page.locator("#claim-05 summary").click()
    assert page.locator("#claim-05").get_by_text("送温暖-2025-0001").is_visible()
    page.close()
