"""Claims made without a number."""

import pytest

from youju.reports.reading.reading import read
from youju.reports.reading.tests.scoring import labelled_texts


def worded(text):
    return [(claim.kind, claim.text) for claim in read(text).claims if claim.value is None]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("全部建立了职代会制度", "all"),
        ("各基层工会都成立了女职工组织", "all"),
        ("在各工会成立了劳动保护委员会", "all"),
        ("企业均已签订集体合同", "all"),
        ("实现了工会组织全覆盖", "all"),
        ("女职工十人以上的企业签订了专项合同", "conditional"),
        ("规模以上企业建立了厂务公开制度", "conditional"),
        ("未发生重大劳动争议", "nothing"),
        ("没有发生一起欠薪事件", "nothing"),
        ("确保不发生拖欠工资现象", "nothing"),
        ("全年实现零事故", "nothing"),
    ],
)
def test_a_claim_without_a_number_is_seen(text, kind):
    assert worded(f"今年工作扎实，{text}，效果良好。") == [(kind, text)]


@pytest.mark.parametrize(
    "text",
    [
        "都取得了较好效果。",
        "各级工会干部认真学习。",
        "必须全部签订集体合同。",
        "如果没有发生事故，就好。",
        "50家企业全部建立职代会制度。",
        "召开了由各单位负责人参加的会议。",
    ],
)
def test_no_such_claim_is_seen_in(text):
    assert worded(text) == []


def test_plans_make_no_claim():
    assert worded("一、工作\n好。\n二、明年打算\n全部签订集体合同，确保不发生事故。") == []


def test_the_second_source_summary_claims_all_twice_and_once_under_a_condition():
    found = worded(labelled_texts()["S2"][0])
    assert ("all", "全部建立了职工代表大会制度和厂务公开制度") in found
    assert ("conditional", "女职工人数超过十人以上的企业还签订了女职工专项保护合同") in found


def test_the_first_source_summary_claims_that_nothing_happened():
    assert ("nothing", "确保不发生重大劳动争议和拖欠工资现象") in worded(labelled_texts()["S1"][0])
