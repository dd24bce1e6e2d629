"""A name is found by any of its characters, by pinyin however it is read, and by initials."""

import re

import pytest

from youju.base.names import LONGEST_GRAM, grams, holds, normalise, surname_length
from youju.base.readings import COMPOUND_SURNAMES


def found(query: str, name: str) -> bool:
    return any(gram.startswith(normalise(query)) for gram in grams(name))


@pytest.mark.parametrize(
    "query", ["王", "小", "明", "王小", "小明", "王小明", "wangxiaoming", "xiaoming", "xiao", "wxm", "xm"]
)
def test_every_run_of_a_name_finds_it(query):
    assert found(query, "王小明")


@pytest.mark.parametrize("query", ["王明", "wangming", "wm", "ming wang", "an", "李"])
def test_what_does_not_stand_together_does_not(query):
    assert not found(query, "王小明")


READINGS = """
单 shan 曾 zeng 解 xie 仇 qiu 查 zha 区 ou 朴 piao 盖 ge 任 ren 华 hua 缪 miao 覃 qin 覃 tan 纪 ji 翟 zhai
翟 di 乐 yue 乐 le 冼 xian 员 yun 员 yuan 尉 yu 尉 wei 繁 po 种 chong 秘 bi 折 she 召 shao 重 chong 洗 xian
黑 he 牟 mu 卜 bu 宓 fu 郗 chi 隗 wei 柏 bo 薄 bo 都 du 阚 kan 沈 shen 石 shi 谌 chen 瞿 qu 宁 ning 葛 ge
"""


@pytest.mark.parametrize(("surname", "reading"), re.findall(r"(\S) (\S+)", READINGS))
def test_a_surname_is_found_by_its_own_reading(surname, reading):
    assert found(f"{reading}jianguo", surname + "建国")
    assert found(f"{reading[0]}jg", surname + "建国")


@pytest.mark.parametrize(
    ("surname", "ordinary"),
    [
        ("单", "dan"),
        ("曾", "ceng"),
        ("解", "jie"),
        ("仇", "chou"),
        ("查", "cha"),
        ("区", "qu"),
        ("朴", "pu"),
        ("盖", "gai"),
    ],
)
def test_whoever_does_not_know_the_reading_finds_it_by_the_ordinary_one(surname, ordinary):
    assert found(f"{ordinary}jianguo", surname + "建国")


def test_the_reading_of_a_surname_is_no_reading_of_a_given_name():
    assert found("yue", "乐小明")
    assert not found("xiaoou", "王小区")


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("尉迟恭", "yuchigong"),
        ("万俟卨", "moqi"),
        ("单于明", "chanyuming"),
        ("长孙无忌", "zhangsun"),
        ("令狐冲", "lhc"),
    ],
)
def test_compound_surnames_are_read_as_such(name, query):
    assert found(query, name)


def test_every_compound_surname_has_one_reading_a_character():
    assert all(len(surname) == len(reading.split()) == 2 for surname, reading in COMPOUND_SURNAMES.items())


@pytest.mark.parametrize("query", ["lvbu", "lubu", "lyubu", "lübu", "lb", "LÜ"])
def test_a_sound_without_a_key_is_found_however_it_is_typed(query):
    assert found(query, "吕布")


@pytest.mark.parametrize(
    "query", ["买买提·吐尔逊", "买买提吐尔逊", "买买提.吐尔逊", "吐尔逊", "tuerxun", "mmttex"]
)
def test_names_with_a_dot_are_found_with_and_without_it(query):
    assert found(query, "买买提·吐尔逊")
    assert found(query, "买买提•吐尔逊")


@pytest.mark.parametrize("query", ["JOHN", "john smith", "smith", "Johnsmith", "js"])
def test_latin_names_are_found_in_either_case(query):
    assert found(query, "John Smith")


def test_accents_and_widths_do_not_matter():
    assert found("jose", "José")
    assert found("ｗａｎｇ　小", "王 小明") is False
    assert found("ｗａｎｇ", "王小明")
    assert found(" 王　小 ", "王小明")


def test_rare_characters_are_found_as_they_stand():
    assert found("𬭊", "王𬭊")
    assert found("龘", "王龘")


@pytest.mark.parametrize("name", ["", " ", "·", "——"])
def test_nothing_is_found_by_nothing(name):
    assert grams(name) == set()
    assert normalise(name) == ""


@pytest.mark.parametrize(
    "name", ["阿卜杜热合曼·阿卜力米提·买买提明·艾合买提", "乐" * 500, "a" * 5000, "单曾解仇" * 20]
)
def test_a_name_of_any_length_costs_a_bounded_number_of_rows(name):
    made = grams(name)
    assert len(made) < 2500
    assert max(map(len, made)) <= LONGEST_GRAM
    assert normalise(name)[:20] in {gram[:20] for gram in made}


def test_an_ordinary_name_costs_few_rows():
    assert len(grams("王小明")) == 9


def test_a_compound_surname_counts_two_only_when_a_name_follows():
    assert [surname_length(name) for name in ("欧阳娜", "欧阳", "欧小阳", "")] == [2, 1, 1, 1]


@pytest.mark.parametrize("term", ["甲厂", "jiachang", "jc", "jcgh", "gonghui", "gh", "厂工"])
def test_a_text_holds_its_words_by_characters_pinyin_and_initials(term):
    assert holds("甲厂工会", term)


@pytest.mark.parametrize("term", ["乙", "iachang", "cj", "厂甲", "x"])
def test_a_text_does_not_hold_what_begins_inside_a_syllable_or_stands_elsewhere(term):
    assert not holds("甲厂工会", term)


def test_a_code_is_held_whatever_its_case_and_width():
    assert holds("ZHEN-01", normalise("ｚｈｅｎ-01"))
