"""Tables in and out at the desk: template, upload, preview, save, undo, paste, export, paper."""

import io
import re
from pathlib import Path

import pytest
from tests.makers import id_number, make_membership, make_person
from tests.makers_relief import make_household

from youju.ledger.models import ImportBatch
from youju.ledger.sheets import reading
from youju.ledger.sheets.tests import books
from youju.people.models import Membership
from youju.records.models import Look

pytestmark = pytest.mark.django_db
HERE = "/ledgers/organising.members"
HEAD = ["单位", "姓名", "身份证号", "入会日期"]
GOOD = [["甲厂工会", f"王{name}", id_number(serial), "2025-03-08"] for serial, name in enumerate("甲乙", 1)]
BAD = ["甲厂工会", "赵无号", "", "2025-03-08"]


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    settings.YOUJU_HOME = tmp_path


def members():
    return Membership.objects.everywhere("x")


def uploaded(desk, *rows, name="会员.xlsx"):
    """The preview page of an upload."""
    file = io.BytesIO(books.xlsx(HEAD, *rows))
    file.name = name
    answer = desk.post(f"{HERE}/import/", {"file": file})
    assert answer.status_code == 302, answer.content.decode()
    return answer.url, desk.get(answer.url).content.decode()


def cells(page: str) -> dict[str, str]:
    """What the grid would send back."""
    data = dict(re.findall(r'name="(c-\d+-\d+)" value="([^"]*)"', page))
    data["row"] = re.findall(r'name="row" value="(\d+)"', page)
    for name, options in re.findall(r'name="(key-\d+)">(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        data[name] = chosen[1] if chosen else ""
    return data


def test_the_list_leads_to_every_way_in_and_out(desk, village):
    page = desk.get(f"{HERE}/?q=王&state=pending").content.decode()
    for way in ("import/", "import/template/", "export/?q=%E7%8E%8B&amp;state=pending", "paper/?q="):
        assert f"{HERE}/{way}" in page


def test_a_reader_gets_the_ways_out_only(at_desk, auditor, village):
    page = at_desk(auditor).get(f"{HERE}/").content.decode()
    assert f"{HERE}/export/" in page
    assert f"{HERE}/import/" not in page
    for way in ("import/", "import/template/"):
        assert at_desk(auditor).get(f"{HERE}/{way}").status_code == 403


def test_the_template_comes_as_a_workbook(desk, village):
    answer = desk.get(f"{HERE}/import/template/")
    assert "attachment" in answer["Content-Disposition"]
    assert reading.read(answer.getvalue(), "模板.xlsx").sheets[0].rows[0]


def test_an_upload_is_looked_at_then_saved_then_undone(desk, township, village):
    url, page = uploaded(desk, *GOOD)
    assert "保存全部 2 行" in page
    assert "其中新人员 <b>2</b> 人" in page
    assert not members().exists()
    done = desk.post(url, {"save": "all", "key": "k1"})
    batch = ImportBatch.objects.everywhere("x").get()
    assert done.url == f"{HERE}/imports/{batch.pk}/"
    assert members().count() == 2
    page = desk.get(done.url).content.decode()
    assert "撤销这次导入" in page
    assert "王甲" in page
    assert desk.post(done.url, {"reason": ""}).status_code == 422
    assert desk.post(done.url, {"reason": "选错了文件"}).status_code == 302
    assert {row.state for row in members()} == {"voided"}
    assert "已撤销" in desk.get(done.url).content.decode()


def test_wrong_cells_are_named_and_nothing_is_saved_unless_the_good_rows_are_asked_for(desk, village):
    url, page = uploaded(desk, *GOOD, BAD)
    assert (
        '<div class="text">赵无号</div><div class="why">没有找到“赵无号”；新人员请填写身份证号。</div>'
        in page
    )
    assert "王甲" not in page  # what is wrong is shown first, and by itself
    assert "王甲" in desk.get(f"{url}?only=all").content.decode()
    assert "赵无号" not in desk.get(f"{url}?only=good").content.decode()
    assert "保存全部" not in page
    answer = desk.post(url, {"save": "all"})
    assert answer.status_code == 422
    assert "有 1 行需要改正，什么都没有保存。" in answer.content.decode()
    assert not members().exists()
    assert desk.post(url, {"save": "good"}).status_code == 302
    assert members().count() == 2


def test_the_faulty_rows_are_handed_back_with_remarks(desk, village):
    url, _page = uploaded(desk, *GOOD, BAD)
    (sheet,) = reading.read(desk.get(f"{url}faulty/").getvalue(), "改.xlsx").sheets
    assert len(sheet.rows) == 2
    assert "新人员请填写身份证号" in sheet.rows[1][-1]


def test_the_meaning_of_a_column_is_chosen_on_the_page(desk, village):
    file = io.BytesIO(books.xlsx(["单位", "姓名", "号", "入会日期", "批次日"], [*GOOD[0], "2025-04-01"]))
    file.name = "会员.xlsx"
    url = desk.post(f"{HERE}/import/", {"file": file}).url
    assert "没有用到的列：批次日" in desk.get(url).content.decode()
    asked = {"heading": ["入会日期", "批次日"], "key": ["", "from_on"]}
    page = desk.get(url, asked).content.decode()
    assert "没有用到的列：入会日期" in page
    assert "2025-04-01" in page


def test_columns_that_are_not_known_are_said_by_hand(desk, village):
    file = io.BytesIO(books.xlsx(["登记"], ["甲", "乙", "丙", "丁"], GOOD[0]))
    file.name = "会员.xlsx"
    url = desk.post(f"{HERE}/import/", {"file": file}).url
    answer = desk.get(url)
    assert answer.status_code == 422
    assert "没有找到标题行" in answer.content.decode()
    assert "什么都没有保存" in answer.content.decode()
    keys = ["organisation", "person.name", "person.id_number", "from_on"]
    asked = {"head": "2", "heading": list("甲乙丙丁"), "key": keys}
    page = desk.get(url, asked).content.decode()
    assert "保存全部 1 行" in page
    query = re.search(r'method="post" id="sheet" action="([^"]+)"', page)[1].replace("&amp;", "&")
    assert desk.post(url + query, {"save": "all"}).status_code == 302
    again = io.BytesIO(books.xlsx(list("甲乙丙丁"), GOOD[1]))
    again.name = "再来.xlsx"
    page = desk.get(desk.post(f"{HERE}/import/", {"file": again}).url).content.decode()
    assert "保存全部 1 行" in page  # remembered for the ledger


def test_each_sheet_of_a_workbook_is_taken_in_by_itself(desk, village):
    file = io.BytesIO(books.xlsx(HEAD, GOOD[0], second=[HEAD, GOOD[1]]))
    file.name = "两个村.xlsx"
    data = file.getvalue()
    url = desk.post(f"{HERE}/import/", {"file": file}).url
    page = desk.get(f"{url}?sheet=其他").content.decode()
    assert "会员（2 行）" in page
    assert "王乙" in page
    assert "王甲" not in page
    assert desk.post(f"{url}?sheet=其他", {"save": "all"}).status_code == 302
    file = io.BytesIO(data)
    file.name = "两个村.xlsx"
    url = desk.post(f"{HERE}/import/", {"file": file}).url
    page = desk.get(f"{url}?sheet=会员").content.decode()
    assert "保存全部 1 行" in page
    assert "与已登记的" in desk.get(f"{url}?sheet=其他").content.decode()
    answer = desk.post(f"{url}?sheet=会员", {"save": "all"})
    assert answer.status_code == 302
    assert members().count() == 2
    kept = ImportBatch.objects.everywhere("both").order_by("id").values_list("file__name", flat=True)
    assert list(kept) == ["两个村（其他）.csv", "两个村（会员）.csv"]


def test_a_repeated_row_is_shown_beside_the_one_it_repeats(desk, village):
    _url, page = uploaded(desk, *GOOD, GOOD[0])
    twin = page.partition('class="twin"')[2]
    assert "与第 2 行完全相同" in page
    assert '<th scope="row">2</th>' in twin
    assert id_number(1) in twin


def test_saving_twice_saves_once(desk, village, settings):
    url, _page = uploaded(desk, *GOOD)
    desk.post(url, {"save": "all", "key": "k1"})
    assert desk.post(url, {"save": "all", "key": "k1"}).status_code == 302
    assert members().count() == 2
    assert not list(Path(settings.YOUJU_HOME).glob("imports/*/*"))


def test_the_same_file_is_told_at_once(desk, village):
    url, _page = uploaded(desk, *GOOD)
    desk.post(url, {"save": "all"})
    _url, page = uploaded(desk, *GOOD)
    assert "这个文件已于 2025-12-31 导入过" in page
    assert "保存全部" not in page


def test_an_upload_belongs_to_whoever_sent_it(desk, at_desk, leader, village):
    url, _page = uploaded(desk, *GOOD)
    assert at_desk(leader).get(url).status_code == 302
    assert at_desk(leader).post(url, {"save": "all"}).status_code == 302
    assert at_desk(leader).get(f"{url}faulty/").status_code == 404
    assert not members().exists()


@pytest.mark.parametrize(
    ("data", "name", "cause"),
    [
        (books.locked(), "锁.xlsx", "文件有密码"),
        (books.far_cell(), "远.xlsx", "单元格 XFD1048576 离表格太远"),
        (b"%PDF", "表.pdf", "不是表格文件"),
    ],
)
def test_a_refused_file_says_why(desk, village, data, name, cause):
    file = io.BytesIO(data)
    file.name = name
    answer = desk.post(f"{HERE}/import/", {"file": file})
    assert answer.status_code == 422
    assert cause in answer.content.decode()
    assert desk.post(f"{HERE}/import/").status_code == 422


def test_a_file_without_our_columns_is_refused_at_its_preview(desk, village):
    file = io.BytesIO(books.xlsx(["甲", "乙"], ["丙", "丁"]))
    file.name = "别的.xlsx"
    url = desk.post(f"{HERE}/import/", {"file": file}).url
    answer = desk.get(url)
    assert answer.status_code == 422
    assert "没有找到标题行" in answer.content.decode()


def test_pasted_rows_are_corrected_in_the_grid_and_saved(desk, village):
    text = "\n".join("\t".join(row) for row in (HEAD, *GOOD, BAD))
    page = desk.post(f"{HERE}/import/grid/", {"text": text}).content.decode()
    assert "新人员请填写身份证号" in page
    data = cells(page)
    assert data["key-1"] == "person.name"
    data["c-2-2"] = id_number(3)
    answer = desk.post(f"{HERE}/import/grid/", data)
    assert '保存全部 <span data-count="good">3</span> 行' in answer.content.decode()
    assert not members().exists()
    answer = desk.post(f"{HERE}/import/grid/", {**data, "save": "all", "key": "k2"})
    assert answer.status_code == 302
    assert members().count() == 3
    file = desk.get(f"{answer.url}file/")
    assert "赵无号" in file.getvalue().decode("utf-8-sig")
    assert Look.objects.get().what == "下载导入的文件"


def test_the_good_rows_are_saved_and_the_rest_stays(desk, village):
    text = "\n".join("\t".join(row) for row in (HEAD, *GOOD, BAD))
    data = cells(desk.post(f"{HERE}/import/grid/", {"text": text}).content.decode())
    page = desk.post(f"{HERE}/import/grid/", {**data, "save": "good", "key": "k3"}).content.decode()
    assert "已保存 2 行" in page
    assert "还有 1 行留在下面" in page
    rest = cells(page)
    assert (rest["row"], rest["c-0-1"]) == (["0"], "赵无号")
    assert members().count() == 2
    again = desk.post(f"{HERE}/import/grid/", {**data, "save": "good", "key": "k3"})
    assert (again.status_code, members().count()) == (302, 2)
    rest |= {"c-0-2": id_number(3), "save": "all", "key": "k4"}
    assert desk.post(f"{HERE}/import/grid/", rest).status_code == 302
    assert members().count() == 3


def test_a_row_is_taken_out_of_the_grid(desk, village):
    text = "\n".join("\t".join(row) for row in (HEAD, *GOOD, BAD))
    data = cells(desk.post(f"{HERE}/import/grid/", {"text": text}).content.decode())
    page = desk.post(f"{HERE}/import/grid/", {**data, "drop": "2"}).content.decode()
    assert cells(page)["row"] == ["0", "1"]
    assert "赵无号" not in page


def test_only_the_rows_that_changed_are_checked_again(desk, village):
    text = "\n".join("\t".join(row) for row in (HEAD, *GOOD, BAD, GOOD[0]))
    data = cells(desk.post(f"{HERE}/import/grid/", {"text": text}).content.decode())

    def told(*numbers, **changed):
        return desk.post(f"{HERE}/import/grid/check/", {**data, **changed, "row": numbers}).json()["rows"]

    (row,) = told("2", **{"c-2-2": "1234"})
    assert (row["row"], row["good"]) == (2, False)
    assert row["cells"] == {"2": "证件号码应为18位，现为4位。"}
    (row,) = told("2", **{"c-2-2": id_number(3)})
    assert (row["good"], row["cells"], row["rest"]) == (True, {}, "")
    first, last = told("0", "3")
    assert (first["row"], first["good"], last["row"]) == (0, True, 3)
    assert "与第 2 行完全相同" in last["rest"]
    assert told("2", **{f"c-2-{place}": "" for place in range(4)}) == []
    assert not members().exists()


def test_a_missing_column_is_chosen_at_the_head_of_the_grid(desk, village):
    rows = (["单位", "大名", "号码", "入会日期"], GOOD[0])
    answer = desk.post(f"{HERE}/import/grid/", {"text": "\n".join(map("\t".join, rows))})
    assert answer.status_code == 422
    assert "缺少必填的列：姓名" in answer.content.decode()
    data = cells(answer.content.decode()) | {"key-1": "person.name", "key-2": "person.id_number"}
    assert "保存全部 <span" in desk.post(f"{HERE}/import/grid/", data).content.decode()


def test_rows_pasted_without_headings_are_known_by_what_they_hold(desk, village):
    row = ["2025.3.8", id_number(1), "王甲", "13800138000", "甲厂工会"]
    page = desk.post(f"{HERE}/import/grid/", {"text": "\t".join(row)}).content.decode()
    assert "没有标题行，各列是按内容推断的" in page
    keys = [cells(page)[f"key-{place}"] for place in range(5)]
    assert keys == ["from_on", "person.id_number", "person.name", "person.phone", "organisation"]
    assert '<b data-count="good">1</b>' in page


def test_a_small_upload_can_be_corrected_in_the_grid(desk, village):
    url, page = uploaded(desk, *GOOD, BAD)
    assert "在网页上改" in page
    token = url.rstrip("/").rpartition("/")[2]
    page = desk.post(f"{HERE}/import/grid/", {"token": token}).content.decode()
    assert cells(page)["c-2-1"] == "赵无号"


def test_an_import_is_seen_only_by_those_who_reach_it(desk, at_desk, outsider, chair, village):
    url, _page = uploaded(desk, *GOOD)
    address = desk.post(url, {"save": "all"}).url
    for user in (outsider, chair):
        for way in (address, f"{address}file/"):
            assert at_desk(user).get(way).status_code == 404
        assert at_desk(user).post(address, {"reason": "x"}).status_code == 404
    assert members().filter(state="pending").count() == 2


def test_the_filtered_list_goes_out_masked_or_with_a_reason(desk, township, village):
    make_membership(village, make_person(township, name="王小明", id_number=id_number(1)))
    make_membership(village, make_person(township, name="李丽", sex="female"))
    address = f"{HERE}/export/?q=王"
    assert "导出 1 条" in desk.get(address).content.decode()
    rows = reading.read(desk.post(address).getvalue(), "出.xlsx").sheets[0].rows
    assert len(rows) == 2
    assert "王**" in rows[1]
    assert desk.post(address, {"full": "1", "reason": " "}).status_code == 422
    rows = (
        reading.read(desk.post(address, {"full": "1", "reason": "年检"}).getvalue(), "出.xlsx").sheets[0].rows
    )
    assert {"王小明", id_number(1)} <= set(rows[1])
    assert Look.objects.filter(what="导出1条，完整身份：年检").count() == 1


def test_a_reader_cannot_open_identities_by_asking(at_desk, auditor, township, village):
    make_membership(village, make_person(township, name="王小明", id_number=id_number(1)))
    answer = at_desk(auditor).post(f"{HERE}/export/", {"full": "1", "reason": "想看"})
    assert answer.status_code == 403
    assert "完整身份信息" not in at_desk(auditor).get(f"{HERE}/export/").content.decode()


def test_the_paper_form_opens_as_a_pdf(desk, township, village):
    make_membership(village, make_person(township, name="王小明"))
    answer = desk.get(f"{HERE}/paper/?period=2025")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.getvalue().startswith(b"%PDF-")


def test_a_file_for_an_inspection_is_bound_for_a_line_a_unit_and_a_period(desk, township, village):
    assert "装订成册" in desk.get("/packet/").content.decode()
    make_household(township)
    make_membership(village)
    answer = desk.get("/packet/?line=organising&org=ZHEN&period=2025&make=1")
    assert answer.getvalue().startswith(b"%PDF-")
    assert desk.get("/packet/?line=nothing&make=1").status_code == 404
    assert desk.get("/packet/?org=LIN&make=1").status_code == 404
