import dataclasses
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from youju.reports.document import (
    MET,
    MISSING,
    NIL_REPORTS,
    OUTSIDE,
    RECORDS,
    UNIDENTIFIED,
    Document,
    Item,
    Paragraph,
    Proof,
    Quote,
    Unproven,
    Words,
)
from youju.reports.render import appendix
from youju.reports.render.tests.sample import draft_document, sample_document


def items(count, contribution="1"):
    return tuple(Item(f"r:{n}", f"{n}", "2025-05-01", "单位", "张*", contribution) for n in range(count))


def proof(value="3", unit="人", base="", **sides):
    titles = {
        "records": RECORDS,
        "met": MET,
        "gap": MISSING,
        "outside": OUTSIDE,
        "nil": NIL_REPORTS,
        "who": UNIDENTIFIED,
    }
    listed = tuple((titles[name], found) for name, found in sides.items())
    return Proof("01", "x.y", "指标", value, unit, "口径", "2025年", "2025-12-31", base=base, sides=listed)


def set_in_text(run, *proofs):
    document = Document("标题", "单位", "日期", (Paragraph((run,)),), proofs=proofs)
    return next(appendix.runs(document, document.blocks[0]))


def test_a_proven_claim_leads_to_its_proof_without_a_mark():
    assert set_in_text(Quote("3人", "01"), proof()) == appendix.Run("3人", "01", "")


def test_a_claim_whose_proof_is_lost_is_shown_as_unproven():
    assert set_in_text(Quote("3人", "09"), proof()) == appendix.Run("3人", "", "〔未关联台账〕")


def test_a_claim_that_cannot_be_computed_leads_to_what_is_missing():
    assert set_in_text(Quote("未发生事故", "01"), proof(value="")) == appendix.Run(
        "未发生事故", "01", "〔证据不全〕"
    )


def test_unproven_text_is_marked_and_plain_words_are_not():
    assert set_in_text(Unproven("配套了设施")).mark == "〔未关联台账〕"
    assert set_in_text(Words("成绩")).mark == ""


def test_records_that_add_up_agree():
    assert appendix.reckoning(proof(records=items(3))) == appendix.Reckoning(
        "记录 3 条，贡献合计 3，与数值一致", True
    )


def test_records_that_do_not_add_up_are_said_to_differ():
    assert appendix.reckoning(proof(records=items(2))) == appendix.Reckoning(
        "记录 2 条，贡献合计 2，与数值 3 不一致", False
    )


def test_a_second_visit_to_the_same_household_adds_nothing():
    assert appendix.reckoning(proof(records=items(3) + items(2, ""))).agrees


def test_money_is_added_exactly():
    found = proof(value="1,000.30", unit="元", records=items(3, "333.43") + items(1, "0.01"))
    assert appendix.reckoning(found).agrees


def paid(*pairs):
    """Records that add to one sum and name what was due for the other."""
    return tuple(
        dataclasses.replace(item, contribution=part, note=f"应 {due}")
        for item, (part, due) in zip(items(len(pairs)), pairs, strict=True)
    )


def test_a_rate_of_two_sums_adds_both_up():
    records = paid(("200.50", "250.00"), ("300.00", "375.75"))
    told = appendix.reckoning(proof("79.9%", "", "500.50 / 625.75", records=records))
    assert told == appendix.Reckoning("记录 2 条，实数合计 500.5，应数合计 625.75，与数值一致", True)


@pytest.mark.parametrize(
    ("value", "base"), [("80.0%", "500 / 600"), ("80.0%", "480 / 625"), ("90.0%", "500 / 625")]
)
def test_a_rate_of_two_sums_that_does_not_follow_differs(value, base):
    records = paid(("200", "250"), ("300", "375"))
    assert not appendix.reckoning(proof(value, "", base, records=records)).agrees


def test_people_who_are_not_identified_explain_but_do_not_count():
    found = proof(records=items(3), who=items(2, ""))
    assert appendix.reckoning(found).text == "记录 3 条、未核身份 2 条，贡献合计 3，与数值一致"
    assert len(appendix.standing(found)) == 3


def test_nil_reports_prove_that_nothing_happened():
    assert appendix.reckoning(proof(value="0", unit="起", nil=items(18, ""))).agrees


@pytest.mark.parametrize("value", ["95.0%", "95%"])
def test_a_share_counts_subjects_and_not_their_records(value):
    met = items(19) + items(7, "")
    told = appendix.reckoning(proof(value, "", "19 / 20", met=met, gap=items(1, ""), outside=items(2, "")))
    assert told == appendix.Reckoning("已达到 19，缺 1，基数合计 20；另有 2 个不适用，与数值一致", True)


@pytest.mark.parametrize(
    ("value", "base"), [("96.0%", "19 / 20"), ("95.0%", "19 / 21"), ("95.0%", "20 / 20")]
)
def test_a_share_whose_value_or_base_does_not_follow_from_its_lists_differs(value, base):
    assert not appendix.reckoning(proof(value, "", base, met=items(19), gap=items(1, ""))).agrees


def test_an_empty_base_gives_no_value():
    assert appendix.reckoning(proof("", "%", met=())).text.endswith("基数为空，不出数值")
    assert appendix.figure(proof("", "%")) == "无"


def test_withheld_lists_are_said_to_be_withheld():
    found = dataclasses.replace(proof(), withheld="涉及未成年人，只列数字")
    assert appendix.reckoning(found) == appendix.Reckoning("涉及未成年人，只列数字", True)
    line = appendix.lines(draft_document(proofs=(found,)))[0]
    assert line.records == "不列"


def test_all_figures_of_the_sample_agree_with_their_lists():
    assert [p.key for p in draft_document().proofs if not appendix.reckoning(p).agrees] == []


def test_a_line_of_the_appendix_has_a_cell_for_every_column():
    line = appendix.lines(draft_document())[11]
    assert appendix.cells(line) == (
        "12", "女职工双争活动参与率", "期末在册女职工中，本期参加过双争活动的比例。",
        "2025年\n至12月31日", "95.5%\n611 / 640", "611", "7.5%",
    )  # fmt: skip
    assert len(appendix.cells(line)) == len(appendix.COLUMNS) == len(appendix.WIDTHS)
    assert sum(appendix.WIDTHS) == 156


def test_the_as_of_day_names_its_year_where_the_period_does_not():
    assert appendix.until(dataclasses.replace(proof(), as_of="2026-01-31")) == "至2026年1月31日"
    assert appendix.until(dataclasses.replace(proof(), as_of="")) == ""


@pytest.mark.parametrize(
    ("text", "number"), [("1", 1), ("+1", 1), ("−2", -2), ("1,200.50", "1200.5"), ("", 0), ("无", 0)]
)
def test_contributions_are_read_as_written(text, number):
    assert appendix.amount(text) == Decimal(number)


def test_numbers_are_shown_without_exponents_or_idle_zeros():
    assert [appendix.plain(Decimal(n)) for n in ("100", "1.50", "0")] == ["100", "1.5", "0"]


def test_the_seal_names_edition_moment_and_key():
    first, second = appendix.seal_lines(sample_document().seal)
    assert first == "定稿编号 总结-2025-0001　第一版　2025-12-31 17:30　王某某 定稿"
    assert sample_document().seal.digest[:16] in second
    assert "3F2A 91C7 08DE 6B54" in second


def test_a_draft_has_no_code_and_a_fixed_moment():
    assert appendix.qr(draft_document()) is None
    assert appendix.moment(draft_document()) == datetime(2000, 1, 1, tzinfo=UTC)


def test_the_moment_of_a_file_is_that_of_its_sealing():
    document = sample_document()
    assert appendix.moment(document) == datetime(2025, 12, 31, 9, 30, tzinfo=UTC)
    odd = dataclasses.replace(document, seal=dataclasses.replace(document.seal, sealed_at="年末"))
    assert appendix.moment(odd) == datetime(2000, 1, 1, tzinfo=UTC)
    assert appendix.sealed_at(odd.seal) == "年末"


def test_the_code_differs_with_and_without_a_public_page():
    public = sample_document(url="https://example.org/d/1")
    assert appendix.qr(public).matrix != appendix.qr(sample_document()).matrix
    assert "公开页面" in appendix.seal_advice(public)
    assert "内容摘要" in appendix.seal_advice(sample_document())
