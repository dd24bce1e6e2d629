"""Masks show what the rule allows and never more, whatever comes in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youju.base.masking import mask_card, mask_id, mask_name, mask_phone


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("张三", "张*"),
        ("王小明", "王**"),
        ("欧阳娜", "欧阳*"),
        ("欧阳娜娜", "欧阳**"),
        ("欧阳", "欧*"),
        ("买买提·吐尔逊", "买**"),
        ("John Smith", "J**"),
        (" 张 三 ", "张**"),
        ("张", "*"),
        ("", ""),
        (None, ""),
    ],
)
@pytest.mark.provokes("PI-09")
def test_of_a_name_the_surname_is_shown(name, shown):
    assert mask_name(name) == shown


@pytest.mark.parametrize(
    ("mask", "text", "shown"),
    [
        (mask_id, "320924198001011234", "320924********1234"),
        (mask_id, "32092419800101123X", "320924********123X"),
        (mask_id, "G12345678", "*********"),
        (mask_phone, "13800001234", "138****1234"),
        (mask_phone, "138 0000 1234", "138****1234"),
        (mask_phone, "81234567", "********"),
        (mask_card, "6222020000001234567", "***************4567"),
        (mask_card, "4567", "****"),
        (mask_card, "", ""),
        (mask_id, None, ""),
    ],
)
@pytest.mark.provokes("PI-09")
def test_of_a_number_only_its_ends_are_shown(mask, text, shown):
    assert mask(text) == shown


@given(st.text(max_size=40))
def test_of_odd_input_at_least_as_much_is_hidden_as_its_end_shows(text):
    for mask, most in ((mask_id, 10), (mask_phone, 7), (mask_card, 4)):
        masked = mask(text)
        assert len(masked) == len("".join(text.split()))
        assert len(masked) - masked.count("*") <= most
        assert masked.count("*") >= min(len(masked), 4)


@given(st.text(max_size=40))
def test_of_an_odd_name_never_more_than_two_characters_are_shown(text):
    assert len(mask_name(text).rstrip("*")) <= 2
