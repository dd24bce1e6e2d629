"""The report editor: begin, edit in place, keep every word, and know what is missing."""

import pytest
from django.urls import reverse
from tests import stage
from tests.makers import make_membership, make_person
from tests.makers_institutions import make_target

from youju.base import periods
from youju.org.access import Access, SystemAccess
from youju.records import writing
from youju.reports import composing
from youju.reports.models import Kind, Passage, Report, Template

pytestmark = pytest.mark.django_db
YEAR = periods.year(2025)
HX = {"HTTP_HX_REQUEST": "true"}
WRITE = ("ZHEN", "2025", "annual")


@pytest.fixture
def members(village):
    def make():
        return [make_membership(village, make_person(village, name=f"张{n}")) for n in "一二三"]

    return stage.enter("three members", make)


@pytest.fixture
def report(township, members):
    return stage.enter("paper", lambda: composing.begin(SystemAccess(), township, YEAR))


@pytest.fixture
def lead(report):
    return composing.add(SystemAccess(), report, part="lead", text="新发展会员{organising.members_joined}。")


def address(name="report-write"):
    return reverse(name, args=WRITE)


def page_of(desk, **query):
    return desk.get(address(), query).content.decode()


def save(desk, passage, text, *, seen=None, **more):
    data = {"text": text, "level": "0", "row_version": seen or passage.row_version}
    where = reverse("passage", args=[passage.pk])
    return desk.post(
        where, data | {k: v for k, v in more.items() if k != "htmx"}, **(HX if more.get("htmx", True) else {})
    )


def now(passage):
    return Passage.objects.everywhere("x").get(pk=passage.pk)


def test_a_paper_is_begun_by_one_button_and_found_again(desk, members):
    assert "起草" in page_of(desk)
    assert not Report.objects.everywhere("x").exists()
    assert desk.post(address()).status_code == 302
    assert desk.post(address()).status_code == 302
    assert Report.objects.everywhere("x").count() == 1
    assert "提请定稿" in page_of(desk)


def test_a_claim_stands_as_a_chip_that_leads_to_its_evidence(desk, lead):
    page = page_of(desk)
    evidence = reverse("evidence", args=["organising.members_joined", "ZHEN", "2025"])
    assert f'class="chip" href="{evidence}"' in page
    assert ">3人</a>" in page


def test_typed_figures_and_refused_wordings_are_shown(desk, report):
    composing.add(SystemAccess(), report, part="lead", text="走访企业320家。")
    composing.add(SystemAccess(), report, part="lead", text="发展{organising.members_joined|300多人}。")
    page = page_of(desk)
    assert "320家<small>手工填写（未关联台账）</small>" in page
    assert "“300多人”与台账不符" in page


@pytest.fixture
def typed(report):
    return composing.add(SystemAccess(), report, part="lead", text="新发展会员5人。")


def bind(desk, passage, **more):
    place = {"start": "5", "end": "7"}
    where = reverse("passage-bind", args=[passage.pk])
    if "slot" not in more:
        return desk.get(where, place | more).content.decode()
    return desk.post(where, {**place, "row_version": passage.row_version} | more, follow=True)


def test_a_typed_figure_is_tied_to_the_ledger_by_one_click(desk, typed):
    page = page_of(desk)
    assert f'href="{reverse("passage-bind", args=[typed.pk])}?start=5&amp;end=7"' in page
    choice = bind(desk, typed)
    assert "不符（差 2）" in choice
    assert "改为 3人" in choice
    assert "已关联台账" in bind(desk, typed, slot="{organising.members_joined}").content.decode()
    assert now(typed).text == "新发展会员{organising.members_joined}。"
    assert "手工填写" not in page_of(desk)


def test_another_indicator_is_found_by_its_name(desk, typed):
    assert 'value="{organising.members}"' in bind(desk, typed, q="会员总数")
    assert "没有这样的指标" in bind(desk, typed, q="飞碟")


def test_a_figure_that_was_changed_meanwhile_is_not_overwritten(desk, typed):
    other = now(typed)
    other.text = "新发展会员9人。"
    composing.change(SystemAccess(), other)
    assert "刚刚被修改" in bind(desk, typed, slot="{organising.members}").content.decode()
    assert now(typed).text == "新发展会员9人。"
    assert "写作" not in bind(desk, now(typed), start="x")


def test_a_sentence_without_records_names_the_ledger_to_fill(desk, report):
    composing.add(SystemAccess(), report, part="lead", text="慰问困难家庭{relief.households_helped}。")
    page = page_of(desk)
    assert "没有写入" in page
    assert reverse("ledger-list", args=["relief.visits"]) in page


def test_a_passage_is_saved_and_says_when(desk, lead):
    answer = save(desk, lead, "新文字。")
    assert "已保存 12:00" in answer.content.decode()
    assert f'name="row_version" value="{lead.row_version + 1}"' in answer.content.decode()
    assert now(lead).text == "新文字。"


def test_saving_the_same_words_again_writes_nothing(desk, lead):
    save(desk, lead, "新文字。")
    answer = save(desk, lead, "新文字。")
    assert answer.status_code == 200
    assert now(lead).row_version == lead.row_version + 1


def test_a_conflict_shows_both_versions_and_keeps_what_was_typed(desk, lead, leader):
    other = now(lead)
    other.text = "负责人写的。"
    composing.change(Access(leader), other)
    answer = save(desk, lead, "经办写的。", seen=1)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "负责人写的。" in page
    assert "<ins>" in page
    assert now(lead).text == "负责人写的。"
    whole = save(desk, lead, "经办写的。", seen=1, htmx=False).content.decode()
    assert "经办写的。</textarea>" in whole
    save(desk, lead, "经办写的。", seen=now(lead).row_version)
    assert now(lead).text == "经办写的。"


def test_a_passage_that_was_only_moved_meanwhile_is_no_conflict(desk, lead, report):
    second = composing.add(SystemAccess(), report, part="lead", text="二。")
    desk.post(reverse("passage-act", args=[second.pk, "up"]))
    assert now(lead).row_version == 2
    assert save(desk, lead, "一。", seen=1).status_code == 200
    assert [p.text for p in composing.passages(SystemAccess(), report)[:2]] == ["二。", "一。"]


def test_an_unknown_code_is_refused_at_its_place_and_nothing_is_saved(desk, lead):
    answer = save(desk, lead, "会员{organising.nobody}。")
    assert answer.status_code == 422
    assert "organising.nobody" in answer.content.decode()
    assert 'name="row_version" value="1"' in answer.content.decode()
    assert now(lead).row_version == 1


def test_done_puts_the_passage_in_the_place_of_its_form(desk, lead):
    answer = save(desk, lead, "好。", done="1")
    assert answer["HX-Retarget"] == f"#passage-{lead.pk}"
    assert "passage-text" in answer.content.decode()
    assert save(desk, lead, "更好。", done="1", seen=2, htmx=False).status_code == 302


def test_without_script_a_claim_is_found_and_inserted_by_plain_buttons(desk, lead):
    answer = save(desk, lead, lead.text, find="1", q="会员", htmx=False)
    page = desk.get(answer["Location"]).content.decode()
    assert 'value="{organising.members}"' in page
    save(desk, lead, "年末会员", insert="{organising.members}", seen=1, htmx=False)
    assert now(lead).text == "年末会员{organising.members}"


def test_claims_are_searched_by_name_and_by_other_names(desk, report):
    found = desk.get(address("report-claims"), {"q": "新发展会员"}).content.decode()
    assert found.index("{organising.members_joined}") > 0
    assert "3人" in found
    assert "还没有记录" in desk.get(address("report-claims"), {"q": "送温暖"}).content.decode()


def test_passages_are_added_moved_deleted_and_brought_back(desk, lead, report):
    desk.post(address("passage-add"), {"part": "lead", "level": "0", "text": "末段。"})
    desk.post(reverse("passage-act", args=[lead.pk, "after"]))
    words = [p.text for p in composing.passages(SystemAccess(), report)]
    assert words[:3] == [lead.text, "", "末段。"]
    last = next(p for p in composing.passages(SystemAccess(), report) if p.text == "末段。")
    answer = desk.post(reverse("passage-act", args=[last.pk, "drop"]))
    assert "撤销删除" in desk.get(answer["Location"]).content.decode()
    desk.post(reverse("passage-act", args=[last.pk, "restore"]))
    assert "末段。" in [p.text for p in composing.passages(SystemAccess(), report)]
    assert "撤销删除" not in page_of(desk)


def test_history_shows_what_each_version_changed(desk, lead):
    save(desk, lead, "新发展会员很多。")
    page = desk.get(reverse("passage-history", args=[lead.pk])).content.decode()
    assert "<ins>很多</ins>" in page
    assert "经办人" in page


def test_a_missed_target_is_offered_as_a_shortcoming_and_added_by_one_click(desk, report, township):
    make_target(township, item="新会员发展", value=10)
    page = desk.get(address("report-aside")).content.decode()
    assert "新会员发展未达到年初目标。" in page
    assert "台账为3人" in page
    desk.post(address("passage-add"), {"part": "shortcoming", "text": "新会员发展未达到年初目标。"})
    assert "新会员发展未达到年初目标。" not in desk.get(address("report-aside")).content.decode()
    assert "新会员发展未达到年初目标。" in page_of(desk)


def test_what_is_left_out_of_the_template_is_listed_with_its_ledgers(desk, report):
    page = desk.get(address("report-aside"), **HX).content.decode()
    assert "<html" not in page
    assert "因台账为空没有写的句子" in page
    assert reverse("ledger-list", args=["relief.visits"]) in page


def test_title_and_submission(desk, report):
    desk.post(address("report-title"), {"title": "新标题", "motto": "副题", "row_version": "1"})
    assert "新标题" in page_of(desk)
    desk.post(address("report-title"), {"title": "", "row_version": "2"})
    assert "新标题" in page_of(desk)
    assert "已提请定稿" in desk.post(address("report-submit"), follow=True).content.decode()


def test_a_refused_wording_stops_the_submission_with_its_reason(desk, report):
    composing.add(SystemAccess(), report, part="lead", text="发展{organising.members_joined|300多人}。")
    page = desk.post(address("report-submit"), follow=True).content.decode()
    assert "请先修改" in page
    assert Report.objects.everywhere("x").get().submitted_at is None


def test_a_template_is_changed_in_the_site_and_a_mistake_is_told_at_its_field(desk, township):
    where = reverse("report-template", args=["ZHEN", "annual"])
    assert "{organising.members}" in desk.get(where).content.decode()
    wrong = desk.post(where, {"text": "会员{organising.nobody}。"})
    assert wrong.status_code == 422
    assert "会员{organising.nobody}。</textarea>" in wrong.content.decode()
    assert "不是已有指标" in wrong.content.decode()
    desk.post(where, {"text": "= 会员\n会员{organising.members}。"})
    desk.post(where, {"text": "= 会员\n共{organising.members}。", "row_version": "1"})
    assert desk.post(where, {"text": "旧。", "row_version": "1"}).status_code == 422
    assert Template.objects.everywhere("x").get().text.endswith("共{organising.members}。")


def test_every_page_of_the_editor_keeps_others_out(at_desk, outsider, auditor, lead):
    names = ("report-write", "report-aside", "report-claims")
    places = [address(name) for name in names]
    places += [reverse(n, args=[lead.pk]) for n in ("passage", "passage-edit", "passage-history")]
    places.append(reverse("report-template", args=["ZHEN", "annual"]))
    posts = [
        address(n) for n in ("report-write", "report-title", "passage-add", "report-submit", "report-attach")
    ]
    posts += [reverse("passage", args=[lead.pk]), reverse("passage-attach", args=[lead.pk])]
    posts += [reverse("passage-act", args=[lead.pk, act]) for act in ("up", "drop")]
    for user, status in ((outsider, 404), (auditor, 403)):
        desk = at_desk(user)
        assert {where: desk.get(where).status_code for where in places} == dict.fromkeys(places, status)
        assert {where: desk.post(where).status_code for where in posts} == dict.fromkeys(posts, status)
    assert now(lead).state == "confirmed"


@pytest.mark.parametrize("kind", Kind.values)
def test_every_kind_of_paper_opens_in_the_editor(desk, members, kind):
    where = reverse("report-write", args=["ZHEN", "2025", kind])
    desk.post(where)
    assert desk.get(where).status_code == 200
    assert desk.get(reverse("report-write", args=["ZHEN", "2025", "novel"])).status_code == 404


def test_a_paper_attached_backs_the_typed_figure(desk, report):
    from tests.makers import make_exhibit

    passage = composing.add(SystemAccess(), report, part="lead", text="走访企业320家。")
    make_exhibit(passage, "other")
    page = page_of(desk)
    assert "手工填写" not in page
    assert "其他材料 照片.jpg" in page


def test_writing_past_the_pages_meets_the_same_conflict(lead, clerk):
    other = now(lead)
    composing.drop(Access(clerk), now(lead))
    other.text = "乙。"
    with pytest.raises(writing.Conflict):
        composing.change(Access(clerk), other)
