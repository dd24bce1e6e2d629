"""The browser itself: it reaches our server, draws Chinese, and obeys the policy of our pages."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SHAPE = """text => {
  const canvas = document.createElement('canvas'), pen = canvas.getContext('2d');
  pen.font = '40px serif';
  pen.fillText(text, 10, 60);
  return canvas.toDataURL();
}"""


def test_chinese_is_drawn_and_not_boxes(page, live_server):
    page.goto(f"{live_server.url}/health/")
    assert page.inner_text("body") == "正常"
    shapes = {page.evaluate(SHAPE, character) for character in "正常有据龘㛃"}
    assert len(shapes) == 6, "boxes all look the same"


def test_scripts_in_a_page_do_not_run(page, live_server):
    page.goto(f"{live_server.url}/health/")
    refused = page.evaluate("""async () => {
        const seen = new Promise(resolve => document.addEventListener('securitypolicyviolation', resolve));
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.body.append(script);
        return (await seen).effectiveDirective;
    }""")
    assert refused == "script-src-elem"
    assert page.evaluate("window.ran") is None
