"""The page of a unit, what it lacks, the map of those below it, and the list of all."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.makers import make_employer, make_employment, make_membership, make_organisation, make_person
from tests.makers_bargaining import make_contract
from tests.makers_democracy import make_congress
from tests.makers_organising import make_legal_person, make_officer

from youju.org import tree
from youju.org.access import Access
from youju.records import writing

pytestmark = pytest.mark.django_db
CONGRESS = "democracy.congress_rate"
YEAR = {"period": "2025"}


def page(desk, name, *args, **asked):
    answer = desk.get(reverse(name, args=args), YEAR | asked)
    assert answer.status_code == 200
    return answer.content.decode()


def unit_page(desk, code="ZHEN-01", **asked):
    return page(desk, "organisation-detail", code, **asked)


@pytest.fixture
def furnished(township, village):
    """A unit with something in several lines of work."""
    firm = make_employer(township, name="甲厂有限公司", union=village)
    make_contract(village, employer=firm, title="甲厂集体合同", until_on=date(2026, 1, 30))
    make_officer(village, name="赵干部", position="chair")
    make_membership(village, make_person(township, name="单晓丽"))
    return make_congress(village, session="第二届第一次", resolutions="通过工资方案")


def test_a_unit_stands_on_one_page_and_all_of_it_leads_somewhere(desk, furnished):
    text = unit_page(desk)
    for part in (
        "甲厂有限公司",
        "甲厂集体合同",
        "2026-01-30 到期，还有 30 天",
        "主席 赵干部",
        "通过工资方案",
    ):
        assert part in text
    assert reverse("entry-detail", args=["democracy.congresses", furnished.pk]) in text
    for figure in ("organising.members", "relief.households_helped", "funds.dues_received"):
        assert reverse("evidence", args=[figure, "ZHEN-01", "2025"]) in text
    for name in ("yearbook", "packet", "figures"):
        assert f"{reverse(name)}?org=ZHEN-01" in text


@pytest.mark.parametrize("who", ["clerk", "leader", "chair"])
def test_those_who_keep_the_unit_s_records_read_names_and_may_enter(
    request, at_desk, furnished, who, village
):
    text = unit_page(at_desk(request.getfixturevalue(who)))
    assert "主席 赵干部" in text
    assert f"{reverse('entry-new', args=['organising.legal_persons'])}?organisation={village.pk}" in text


@pytest.mark.parametrize("who", ["auditor", "county_officer"])
def test_those_who_only_look_read_masked_names_and_no_button(request, at_desk, furnished, who):
    text = unit_page(at_desk(request.getfixturevalue(who)))
    assert "主席 赵**" in text
    assert "赵干部" not in text
    assert "/new/" not in text


def test_an_auditor_reads_what_is_missing_and_enters_nothing(at_desk, auditor, village):
    text = page(at_desk(auditor), "organisation-lacking", "ZHEN-01")
    assert "未召开职代会" in text
    assert "/new/" not in text


@pytest.mark.parametrize("name", ["organisation-detail", "organisation-lacking", "organisation-coverage"])
def test_a_unit_of_the_neighbour_does_not_exist(at_desk, outsider, village, name):
    assert at_desk(outsider).get(reverse(name, args=["ZHEN-01"])).status_code == 404


def test_a_chair_sees_neither_the_township_nor_a_sister(at_desk, chair, township):
    make_organisation(township, name="姊妹厂工会", code="ZHEN-02")
    desk = at_desk(chair)
    for code in ("ZHEN", "ZHEN-02"):
        assert desk.get(reverse("organisation-detail", args=[code])).status_code == 404
    assert "姊妹厂" not in page(desk, "organisation-list")


def test_a_new_unit_says_what_to_enter_first(desk, village):
    text = unit_page(desk)
    assert "从这里开始" in text
    assert f"{reverse('entry-new', args=['people.coverages'])}?organisation={village.pk}" in text


def test_a_unit_with_records_is_past_that(desk, furnished):
    assert "从这里开始" not in unit_page(desk)


def test_what_is_missing_stands_there_with_its_link_until_it_is_entered(desk, village):
    link = f"{reverse('entry-new', args=['democracy.congresses'])}?organisation={village.pk}"
    text = page(desk, "organisation-lacking", "ZHEN-01")
    assert link in text
    assert reverse("evidence", args=[CONGRESS, "ZHEN-01", "2025"]) in text
    assert "未召开职代会" in text
    make_congress(village)
    text = page(desk, "organisation-lacking", "ZHEN-01")
    assert link not in text
    assert "未召开职代会" not in text


def test_the_link_opens_a_form_for_this_unit(desk, village):
    answer = desk.get(reverse("entry-new", args=["democracy.congresses"]), {"organisation": village.pk})
    assert answer.context["form"]["organisation"].value() == str(village.pk)


def test_where_a_unit_stood_before_is_told(desk, village, township, county):
    elsewhere = make_organisation(county, kind="town", name="旧镇总工会", from_on=date(2005, 1, 1))
    tree.place(village, elsewhere, from_on=date(2025, 6, 1), by=None)
    tree.place(village, township, from_on=date(2025, 7, 1), by=None)
    text = unit_page(desk)
    assert "隶属 旧镇总工会" in text
    assert "2025-06-01 起，至 2025-06-30" in text


def test_a_former_name_is_told(desk, village):
    village.name = "甲厂集团工会"
    writing.amend(village, by=None, reason="更名")
    text = unit_page(desk)
    assert "<del>甲厂工会</del>" in text
    assert "<ins>甲厂集团工会</ins>" in text


# -- the map ---------------------------------------------------------------------------------


def test_a_tile_says_in_words_what_its_colour_says(desk, village, township):
    make_congress(village)
    make_organisation(township, name="乙厂工会", code="ZHEN-02")
    text = page(desk, "organisation-coverage", "ZHEN", duty=CONGRESS)
    met, gap = (text[text.index(f"<b>{name}</b>") :][:160] for name in ("甲厂工会", "乙厂工会"))
    assert "已达到" in met
    assert "缺" in gap
    assert reverse("evidence", args=[CONGRESS, "ZHEN-02", "2025"]) in text


def test_without_a_choice_a_tile_counts_all_duties_and_leads_to_the_unit(desk, village):
    answer = desk.get(reverse("organisation-coverage", args=["ZHEN"]), YEAR)
    (tile,) = answer.context["tiles"]
    firms = sum(cell["counts"]["outside"] or not cell["counts"] for cell in tile["cells"])
    assert (tile["tile"].met, tile["tile"].gap, firms) == (0, 8, len(tile["cells"]) - 8)
    assert tile["url"].startswith(reverse("organisation-detail", args=["ZHEN-01"]))
    assert f"缺 {tile['tile'].gap} 项" in answer.content.decode()


def test_a_county_sees_its_townships_as_tiles_that_lead_to_their_own_map(at_desk, county_officer, village):
    make_congress(village)
    answer = at_desk(county_officer).get(
        reverse("organisation-coverage", args=["XIAN"]), YEAR | {"duty": CONGRESS}
    )
    (tile,) = answer.context["tiles"]
    assert (tile["tile"].met, tile["tile"].gap) == (1, 0)
    assert tile["url"] == f"{reverse('organisation-detail', args=['ZHEN'])}?period=2025&duty={CONGRESS}"


def test_a_firm_without_a_union_stands_beside_the_units(desk, village, township):
    firm = make_employer(township, name="无会厂")
    for n in range(25):
        make_employment(make_person(township, name=f"职工{n}"), firm)
    text = page(desk, "organisation-coverage", "ZHEN", duty="organising.unionisation_rate")
    assert "没有工会" in text
    assert reverse("entry-detail", args=["people.employers", firm.pk]) in text


@pytest.mark.parametrize("name", ["organisation-lacking", "organisation-coverage"])
def test_the_parts_that_take_a_moment_come_without_the_frame(desk, village, name):
    part = desk.get(reverse(name, args=["ZHEN"]), YEAR, headers={"HX-Request": "true"}).content.decode()
    assert part.strip().startswith("<section")
    assert reverse(name, args=["ZHEN"]) in unit_page(desk, "ZHEN")


def test_duties_are_chosen_and_left_out_by_links(desk, village):
    answer = desk.get(
        reverse("organisation-coverage", args=["ZHEN"]), YEAR | {"duty": [CONGRESS, "safety.committee_rate"]}
    )
    chips = {chip["share"].code: chip for chip in answer.context["chips"]}
    assert [code for code, chip in chips.items() if chip["chosen"]] == [CONGRESS, "safety.committee_rate"]
    assert "committee_rate" not in chips["safety.committee_rate"]["query"]
    assert "legal_person_rate" in chips["organising.legal_person_rate"]["query"]
    assert len(answer.context["tiles"][0]["cells"]) == 2


def test_the_map_comes_with_its_table(desk, village):
    text = page(desk, "organisation-coverage", "ZHEN")
    assert "<caption" in text
    assert 'data-label="职代会建制率"' in text


# -- the list --------------------------------------------------------------------------------


@pytest.fixture
def several(township, village):
    second = make_organisation(township, name="乙厂工会", code="ZHEN-02")
    make_congress(second)
    make_legal_person(second)
    return second


def listed(desk, **asked):
    return [row["unit"].code for row in desk.get(reverse("organisation-list"), YEAR | asked).context["tiles"]]


def test_all_units_one_may_see_are_listed(desk, at_desk, several, chair, county_officer, neighbour):
    assert listed(desk) == ["ZHEN", "ZHEN-01", "ZHEN-02"]
    assert listed(at_desk(chair)) == ["ZHEN-01"]
    assert listed(at_desk(county_officer)) == ["LIN", "XIAN", "ZHEN", "ZHEN-01", "ZHEN-02"]


def test_units_are_found_by_initials_kind_and_what_they_lack(desk, several):
    assert listed(desk, q="ycgh") == ["ZHEN-02"]
    assert listed(desk, kind="town") == ["ZHEN"]
    assert listed(desk, duty=CONGRESS, lacking="1") == ["ZHEN", "ZHEN-01"]
    assert listed(desk, sort="gap", kind="basic") == ["ZHEN-01", "ZHEN-02"]
    assert "没有符合条件的单位" in page(desk, "organisation-list", q="无此单位")


def test_the_list_shows_how_much_each_unit_lacks(desk, several):
    rows = {
        row["unit"].code: row["tile"] for row in desk.get(reverse("organisation-list"), YEAR).context["tiles"]
    }
    assert rows["ZHEN-01"].gap - rows["ZHEN-02"].gap == 2
    assert "tile-" in page(desk, "organisation-list", view="tiles")


@pytest.mark.parametrize("name", ["organisation-detail", "organisation-coverage", "organisation-list"])
def test_more_units_and_records_ask_no_more_queries(desk, township, village, furnished, name):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            page(desk, name, *(["ZHEN"] if name != "organisation-list" else []))
        return len(queries)

    asked()
    before = asked()
    for n in range(4):
        union = make_organisation(township, name=f"新厂{n}工会")
        make_contract(union, employer=make_employer(township, name=f"新厂{n}", union=union))
        make_congress(union)
        make_membership(union)
    assert asked() <= before + 2


def test_access_finds_the_units_below_and_nothing_else(clerk, township, village, neighbour):
    from youju.org import finding

    assert [unit.code for unit in finding.below(Access(clerk), township)] == ["ZHEN", "ZHEN-01"]
    assert finding.below(Access(clerk), neighbour) == []
    assert list(tree.parents([village], date(2025, 1, 1)).values()) == [township]
