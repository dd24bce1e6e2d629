"""Small matters of text."""

import pytest

from youju.base.text import fold, join_names, shorten


def test_widths_and_spaces_are_folded():
    assert fold("　１２ ３Ａ（ｘ） ") == "123A(x)"


@pytest.mark.parametrize(
    ("names", "text"), [("甲乙丙", "甲、乙和丙"), ("甲乙", "甲和乙"), ("甲", "甲"), ("", "")]
)
def test_names_are_joined_as_a_sentence_wants(names, text):
    assert join_names(iter(names)) == text


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("正好八个字不用截", 8, "正好八个字不用截"),
        ("新发展会员，覆盖全镇企业", 6, "新发展会员…"),
        ("新发展会员320人", 8, "新发展会员…"),
        ("参与率95.5%以上", 7, "参与率…"),
        ("东镇总工会（原东乡）", 9, "东镇总工会…"),
        ("东镇（东）总工会机关", 8, "东镇（东）总工…"),
        ("abcdefghij", 5, "abcd…"),
    ],
)
def test_a_text_is_cut_between_words_not_inside_a_number_or_bracket(text, width, short):
    assert shorten(text, width) == short
    assert len(shorten(text, width)) <= width
