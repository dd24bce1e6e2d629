"""An import that takes longer than a request: its progress is told, its end leads on, its failure says so."""

import io
import os
import threading

import pytest
from tests.makers import id_number

from youju.ledger.models import ImportBatch
from youju.ledger.sheets import longer
from youju.ledger.sheets.tests import books
from youju.people.models import Membership

pytestmark = pytest.mark.django_db(transaction=True)
HERE = "/ledgers/organising.members/import/"
HEAD = ["单位", "姓名", "身份证号", "入会日期"]
ROWS = [["甲厂工会", f"王{number:02d}", id_number(number), "2025-03-08"] for number in range(1, 8)]
SCRIPT = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _home(settings, tmp_path, monkeypatch):
    settings.YOUJU_HOME = tmp_path
    monkeypatch.setattr(longer, "LONG", 3)
    monkeypatch.setattr(longer, "TOLD_EVERY", 0)


def done() -> None:
    for thread in threading.enumerate():
        if thread.name.startswith("youju-"):
            thread.join(60)


def sent(desk, *rows) -> str:
    file = io.BytesIO(books.xlsx(HEAD, *rows))
    file.name = "会员.xlsx"
    return desk.post(HERE, {"file": file}).url


def test_it_is_checked_and_saved_beside_the_requests(desk, village):
    url = sent(desk, *ROWS)
    page = desk.get(url).content.decode()
    assert "正在逐行检查" in page
    assert f'hx-get="{url}"' in page
    done()
    assert desk.get(url, headers=SCRIPT)["HX-Redirect"] == url
    assert "保存全部 7 行" in desk.get(url).content.decode()
    page = desk.post(url, {"save": "all", "key": "k1"}).content.decode()
    assert "正在保存" in page
    done()
    address = desk.get(url, headers=SCRIPT)["HX-Redirect"]
    batch = ImportBatch.objects.everywhere("the only one").get()
    assert (batch.rows, address) == (7, f"/ledgers/organising.members/imports/{batch.pk}/")
    assert Membership.objects.everywhere("all of them").count() == 7
    assert desk.get(url).url == HERE


def test_what_is_wrong_is_kept_while_one_looks_at_it(desk, village):
    url = sent(desk, *ROWS, ["甲厂工会", "赵无号", "", "2025-03-08"])
    desk.get(url)
    done()
    assert "新人员请填写身份证号" in desk.get(url).content.decode()
    assert "王01" in desk.get(f"{url}?only=good").content.decode()
    assert desk.get(f"{url}faulty/").getvalue().startswith(b"PK")


def test_a_refusal_at_the_end_saves_nothing_and_says_why(desk, village):
    url = sent(desk, *ROWS, ["甲厂工会", "赵无号", "", "2025-03-08"])
    desk.post(url, {"save": "all"})
    done()
    page = desk.get(url)
    assert "有 1 行需要改正，什么都没有保存。" in page.content.decode()
    assert not Membership.objects.everywhere("none").exists()


def test_work_whose_process_is_gone_is_begun_anew(tmp_path):
    path = tmp_path / "one.json"
    assert longer.state(path) is None
    path.write_text('{"done": 5, "total": 10, "result": "", "error": ""}')
    assert longer.state(path).percent == 50
    os.utime(path, (0, 0))
    assert longer.state(path) is None


def test_a_failure_nobody_foresaw_is_told_as_one(tmp_path, caplog):
    def act(_progress):
        raise ZeroDivisionError

    longer.begin(tmp_path / "one.json", act)
    done()
    assert "没有做完，什么都没有保存" in longer.state(tmp_path / "one.json").error
    assert "ZeroDivisionError" in caplog.text
