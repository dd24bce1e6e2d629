"""The township's final summary is the first source summary again, and its text stands up to its records."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import transaction

import youju.reports.reading.tests as reading_tests
from youju.catalogue import INDICATORS
from youju.demo import summary
from youju.reports import checking, sealing
from youju.reports.document import Heading
from youju.reports.models import Claim, Followed
from youju.work.institutions.models import Task

pytestmark = pytest.mark.one_engine  # its figures are those of `test_township.py`, sealed as any other
SOURCE = Path(reading_tests.__file__).parent / "data" / "texts" / "S1.txt"


@pytest.fixture(scope="module")
def sealed_here(demo, django_db_blocker):
    """Sealed once for this file, without the town's: every figure is drawn up, which takes its time."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield summary.finish(summary.TOWNSHIP_PAPER)
        transaction.set_rollback(True)


@pytest.fixture
def edition(sealed_here, db):
    return sealed_here


@pytest.fixture
def blocks(edition):
    return sealing.document_of(edition).blocks


def words(blocks) -> str:
    return "\n".join(
        one.text if isinstance(one, Heading) else "".join(run.text for run in one.runs) for one in blocks
    )


# -- the edition -----------------------------------------------------------------------


def test_its_chapters_are_those_of_the_source(blocks):
    chapters = [block.text for block in blocks if isinstance(block, Heading) and block.level == 1]
    assert chapters == [
        "一、深入发动，广泛宣传，营造工会工作良好氛围",
        "二、抓规范，加强工会组织建设",
        "三、抓维权，发挥工会作用",
        "四、抓活动载体，增强工会活力",
        "五、经验体会",
        "六、存在的不足",
        "七、下年打算",
    ]


@pytest.mark.parametrize(
    "phrase",
    [
        "等6种渠道",
        "3个环节",
        "2家企业一家一家抓落实",
        "启明电子有限公司和华森包装有限公司先后建会",
        "6项制度全部施行",
        "年初召开总结部署会议1次，每季度召开一次例会，全年4次",
        "全部上墙公布",
        "底子清、进度明，有据可查",
        "以蚌埠新材料有限公司为试点单位",
        "未发生重大劳动争议，未发生拖欠工资现象",
        "上半年在江凯开展“我为单位发展献一计”金点子活动",
        "全部对照标准开展自查",
        "120多名职工参加竞赛",
        "庆“五一”青春杯职工篮球赛1场、乒乓球赛1场",
        "教师风采文艺演出1场",
    ],
)
def test_it_says_what_the_source_said(blocks, phrase):
    assert phrase in words(blocks)


def test_its_motto_is_that_of_the_source(edition):
    assert sealing.document_of(edition).motto == "理清思路 循序渐进 开创工会工作新局面"


def test_five_shortcomings_and_five_plans_are_numbered_anew(blocks):
    text = words(blocks)
    for part, end in (("六、存在的不足", "七、"), ("七、下年打算", "$")):
        points = re.search(rf"{part}\n(.*?)(?:\n{end}|\Z)", text, re.DOTALL).group(1)
        assert re.findall(r"^([一二三四五])是", points, re.MULTILINE) == list("一二三四五")


def test_every_figure_is_that_of_its_indicator(edition, its_year):
    claims = Claim.objects.filter(edition=edition)
    assert claims.count() > 60
    for claim in claims:
        value = Decimal(INDICATORS[claim.code].figure(its_year).value)
        assert claim.value == round(value, 6)


def test_no_sentence_fell_silent(blocks):
    slots = set(re.findall(r"\{([a-z_.]+)", summary.TOWNSHIP_PAPER.template))
    quoted = set(Claim.objects.values_list("code", flat=True))
    assert slots <= quoted


def test_sealing_makes_no_second_task_of_what_is_followed_already(edition):
    tasks = Task.objects.everywhere("x").filter(organisation=edition.organisation)
    assert tasks.filter(origin="shortcoming").count() == 5
    assert tasks.filter(origin="plan", parent=None).count() == 5
    assert Followed.objects.filter(task__in=tasks).count() == 10


# -- the text of the source ------------------------------------------------------------


@pytest.fixture
def checked(its_year):
    return checking.check(SOURCE.read_text("utf-8"), its_year)


def test_more_than_120_is_what_the_township_shows(checked):
    (claim,) = [one for one in checked.claims if one.text.startswith("120多")]
    assert (claim.code, str(claim.verdict)) == ("merit.safety_quiz_people", "一致")
    assert claim.ledger_value == 126


def test_nothing_in_it_contradicts_the_township(checked):
    assert not [one for one in checked.claims if one.verdict.word in (checking.DIFFERS, checking.TOO_MUCH)]


def test_its_doubled_numbers_are_found(checked):
    found = [fault.message for fault in checked.faults if fault.kind == "ordinal_repeated"]
    assert found == ["序号“二、”重复", "序号“四是”重复"]
