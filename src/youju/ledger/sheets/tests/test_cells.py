"""What people write in cells: each taken for what it says, or refused with the cell and the remedy named."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from tests.makers import id_number, make_person
from tests.makers_relief import make_household

from youju.catalogue import LEDGERS
from youju.ledger.sheets import reading
from youju.ledger.sheets.checking import check
from youju.ledger.sheets.pasting import from_table
from youju.ledger.sheets.tests import books
from youju.org.access import Access

pytestmark = pytest.mark.django_db
VISITS, MEMBERS = LEDGERS["relief.visits"], LEDGERS["organising.members"]
HEAD = ["慰问日期", "批次", "困难家庭", "慰问金", "资金来源"]
SAID = [
    (date(2025, 3, 8), date(2025, 3, 8)),
    (datetime(2025, 3, 8, 13, 30), date(2025, 3, 8)),  # noqa: DTZ001  a workbook knows no zones
    (45724, date(2025, 3, 8)),
    ("45724", date(2025, 3, 8)),
    ("2025.3.8", date(2025, 3, 8)),
    ("2025/03/08", date(2025, 3, 8)),
    ("2025-3-8 09:30", date(2025, 3, 8)),
    ("2025年3月8日", date(2025, 3, 8)),
    ("二〇二五年三月八日", date(2025, 3, 8)),
    ("二○二五年十二月三十一日", date(2025, 12, 31)),
    ("２０２５．３．８", date(2025, 3, 8)),
    ("　2025 - 03 - 08 ", date(2025, 3, 8)),
    (20250308, date(2025, 3, 8)),
    ("2025年3月", "日期“2025年3月”只写到了月份，请写到日。"),
    ("2025-02-30", "“2025-02-30”不是日期，请写成 2025-03-08 的样子。"),
    ("3月8日", "“3月8日”不是日期，请写成 2025-03-08 的样子。"),
    ("三月初八", "“三月初八”不是日期，请写成 2025-03-08 的样子。"),
    ("#VALUE!", "单元格里的公式出错（#VALUE!），请改为文字或数字。"),
]
PAID = [
    (1200, Decimal(1200)),
    (1200.5, Decimal("1200.5")),
    ("1,200.50", Decimal("1200.5")),
    ("１，２００元", Decimal(1200)),
    ("￥1200", Decimal(1200)),
    ("0.12万元", Decimal(1200)),
    ("1.2E+3", Decimal(1200)),
    ("-1200", "慰问金和实物折价不能为负数"),
    ("1200.505", "金额最多两位小数（精确到分）。"),
    ("一千二", "请输入金额，如 1200 或 1200.50。"),
    ("#REF!", "单元格里的公式出错（#REF!），请改为文字或数字。"),
]


@pytest.fixture
def homes(township):
    return [make_household(township, make_person(township, name=f"户主{n}号")) for n in range(20)]


def visits(user, place, rows, head=HEAD, **options):
    return check(
        VISITS, Access(user), reading.read(books.xlsx(head, *rows, **options), "表.xlsx"), place=place
    )


def told(row):
    return "；".join(f"{fault.cell} {fault.reason}" for fault in row.faults)


def test_days_however_written(clerk, township, homes):
    rows = [[said, "日常", f"户主{n}号户", 300, "财政拨款"] for n, (said, _meant) in enumerate(SAID)]
    for row, (said, meant) in zip(visits(clerk, township, rows).rows, SAID, strict=True):
        if isinstance(meant, date):
            assert (said, row.record and row.record.occurred_on, told(row)) == (said, meant, "")
        else:
            assert (said, told(row)) == (said, f"A{row.number} {meant}")


def test_sums_however_written(clerk, township, homes):
    rows = [["2025-03-08", "日常", f"户主{n}号户", said, "财政拨款"] for n, (said, _meant) in enumerate(PAID)]
    for row, (said, meant) in zip(visits(clerk, township, rows).rows, PAID, strict=True):
        if isinstance(meant, Decimal):
            assert (said, row.record and row.record.amount, told(row)) == (said, meant, "")
        else:
            assert told(row).startswith(f"D{row.number} ")
            assert meant in told(row), said


@pytest.mark.parametrize(
    "above",
    [
        [[*HEAD[:3], "慰问金（万元）", HEAD[4]]],
        [["2025年送温暖发放表"], ["", "", "", "", "单位：万元"], HEAD],
        [[*HEAD[:3], "慰问金", HEAD[4]], ["", "", "", "（万元）", ""]],
    ],
)
def test_a_column_in_ten_thousands_is_taken_as_such(clerk, township, homes, above):
    row = ["2025-03-08", "日常", "户主1号户", 0.12, "财政拨款"]
    result = visits(clerk, township, [*above[1:], row], head=above[0])
    assert result.rows[0].record.amount == 1200
    grid = from_table(VISITS, Access(clerk), township, result.table)
    assert "0.12万元" in grid.rows[0]


def test_a_title_that_speaks_of_ten_thousands_changes_no_sum(clerk, township, homes):
    row = ["2025-03-08", "日常", "户主1号户", 300, "财政拨款"]
    result = visits(clerk, township, [[], HEAD, row], head=[], merge=[("A1:E1", "全年发放慰问金12万元")])
    assert result.rows[0].record.amount == 300


def test_days_counted_from_1904_are_the_same_days(clerk, township, homes):
    rows = [
        [said, "日常", f"户主{n}号户", 300, "财政拨款"] for n, said in enumerate([date(2025, 3, 8), 44262])
    ]
    result = visits(clerk, township, rows, from_1904=True)
    assert [row.record.occurred_on for row in result.rows] == [date(2025, 3, 8)] * 2


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("１２人", 12), ("1,200 人", 1200), ("1.2万人", 12000), ("12.0", 12)],
)
def test_numbers_lose_their_unit_and_not_their_size(clerk, township, village, text, number):
    result = handouts(clerk, township, text)
    assert result.rows[0].record.copies == number


@pytest.mark.parametrize("text", ["约12", "12（其中女3）", "3-5", "十二", "2百人", "1.2.3万"])
def test_what_is_no_number_is_refused(clerk, township, village, text):
    (row,) = handouts(clerk, township, text).rows
    assert [fault.cell for fault in row.faults] == ["D2"]


def handouts(user, place, text):
    head, row = ["单位", "发放日期", "资料名称", "份数"], ["甲厂工会", "2025-03-08", "工会法", text]
    return check(LEDGERS["education.handouts"], Access(user), reading.typed([head, row]), place=place)


def test_persons_however_written(clerk, township, village):
    number = id_number(1)
    rows = [
        [" 王　小 明 ", f" {number[:6]} {number[6:14]} {number[14:]} ", "１３８００１３８０００"],
        ["王小明", number.translate({48 + n: 0xFF10 + n for n in range(10)}), 13800138000],
        ["王大明", f"'{id_number(2)}", "138-0013-8000"],
        ["王大山", int(number[:15] + "000"), ""],
        ["#REF!", id_number(3), ""],
        ["王大海", "#N/A", ""],
        ["王大江", "3.40321E+17", ""],
    ]
    head = ["姓名", "身份证号", "手机号", "入会日期", "单位"]
    table = reading.read(books.xlsx(head, *([*row, "2025-03-08", "甲厂工会"] for row in rows)), "表.xlsx")
    first, second, third, damaged, broken, missing, scientific = check(
        MEMBERS, Access(clerk), table, place=township
    ).rows
    assert first.record.person == second.people["person"].person
    assert (first.record.person.name, first.record.person.phone) == ("王小明", "13800138000")
    assert told(third).startswith("C4 “138-0013-8000”不是电话号码")
    assert "B5 Excel 把这个长号码当作数字" in told(damaged)
    assert told(broken) == "A6 单元格里的公式出错（#REF!），请改为文字或数字。"
    assert told(missing) == "B7 单元格里的公式出错（#N/A），请改为文字或数字。"
    assert "B8 Excel 把这个长号码当作数字" in told(scientific)
