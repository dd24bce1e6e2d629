"""Which indicator a claim is bound to, out of any list."""

import pytest

from youju.reports.reading.binding import Binder, Indicator, concepts_of, list_from
from youju.reports.reading.concepts import concepts
from youju.reports.reading.data import table
from youju.reports.reading.reading import read
from youju.reports.reading.tests.scoring import indicators


def first(text, among):
    return read(text, among).claims[0].code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("全市现有基层工会1126个。", "O01"),
        ("新建非公企业工会97家。", "O02"),
        ("会员总数达到8.92万人。", "O03"),
        ("发展会员671人。", "O04"),
        ("吸收外出务工会员2700人。", "O09"),
        ("货车司机入会812名。", "O10"),
        ("建会率81%。", "O06"),
        ("举办技能培训班9期。", "E01"),
        ("培训工会干部43人次。", "E03"),
        ("安全生产知识培训646人次。", "E04"),
        ("介绍72人到本县企业就业。", "J01"),
        ("慰问困难职工家庭36户。", "H01"),
        ("资助在校贫困生18人。", "H09"),
        ("户均500元的慰问金已发放。", "H19"),
        ("签订集体合同79份。", "R01"),
        ("追回拖欠工资104万元。", "R11"),
        ("查出隐患135处。", "R14"),
        ("征集合理化建议867条。", "P04"),
        ("采纳合理化建议402条。", "P05"),
        ("职工参与率达95%。", "G03"),
    ],
)
def test_a_plain_sentence_is_bound_to_its_indicator(text, code):
    assert first(text, indicators()) == code


def test_the_head_of_a_phrase_is_its_last_word():
    assert first("现有企业劳动争议调解委员会1386家。", indicators()) == "R12"


def test_what_no_indicator_stands_for_is_bound_to_none():
    assert first("发表论文25篇。", indicators()) is None
    assert first("抓住小偷1人。", indicators()) is None


def test_without_a_list_claims_have_no_code_but_a_concept():
    claim = read("新发展会员320人。").claims[0]
    assert (claim.code, claim.concept) == (None, "members_joined")


def test_an_indicator_of_another_list_is_found_by_a_similar_name():
    ours = [Indicator("a.joined", "新发展会员", "人"), Indicator("a.all", "工会会员总数", "人")]
    text = "新发展会员320人，会员总数1316人。"
    assert [claim.code for claim in read(text, ours).claims] == ["a.joined", "a.all"]


def test_a_synonym_names_an_indicator_too():
    ours = [Indicator("x", "本年净进", "人", synonyms=("新发展会员数",))]
    assert first("发展会员20人。", ours) == "x"


def test_an_indicator_outside_the_lexicon_is_found_by_its_own_words():
    ours = [Indicator("bees", "养蜂互助小组", "个")]
    assert first("全县成立养蜂互助小组14个。", ours) == "bees"
    assert first("全县成立球队14个。", ours) is None


def test_of_two_indicators_of_one_concept_the_unit_decides():
    ours = [Indicator("times", "培训工会干部人次", "人次"), Indicator("heads", "工会干部培训人数", "人")]
    text = "培训工会干部40人次。工会干部参加培训30人。"
    assert [claim.code for claim in read(text, ours).claims] == ["times", "heads"]


def test_every_indicator_of_the_examples_has_a_concept():
    assert [one.zh for one in indicators() if not concepts_of(one)] == []


def test_no_two_concepts_share_a_name():
    names = [name for concept in concepts() for name in concept.names]
    assert len(names) == len(set(names))


def test_every_row_of_the_lexicon_is_complete():
    for key, row in table("lexicon").items():
        assert all((row["names"], row["kinds"], row["cues"])), key
        assert all(any(not term.startswith("!") for term in cue.split()) for cue in row["cues"]), key


def test_a_list_is_read_from_rows():
    (one,) = list_from([{"code": "O03", "zh": "会员总数", "unit": "人", "synonyms": "会员;工会会员"}])
    assert (one.code, one.unit, one.synonyms) == ("O03", "人", ("会员", "工会会员"))
    assert Binder([one]).choices["members"] == [one]
