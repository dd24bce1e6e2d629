"""Identity numbers: what is taken, and one precise reason for each way to be wrong."""

from datetime import date

import pytest
from stdnum.cn import ric, uscc

from youju.base import identity
from youju.base.identity import clean_credit_code, clean_id_number


def numbered(front: str) -> str:
    """An invented number with its right check digit."""
    return front + ric.calc_check_digit(front + "0")


def coded(front: str) -> str:
    return front + uscc.calc_check_digit(front)


GOOD = numbered("32092419800101123")
ENDS_IN_X = next(n for n in (numbered(f"32092419800101{i:03}") for i in range(100, 200)) if n.endswith("X"))


def reason(clean, text: str) -> str:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 the message is what the tests are about
        clean(text)
    return str(refused.value)


def test_a_good_number_is_taken_as_it_is():
    assert clean_id_number(GOOD) == GOOD


@pytest.mark.parametrize(
    "written",
    [
        ENDS_IN_X.lower(),
        f" {ENDS_IN_X}\n",
        f"{ENDS_IN_X[:6]} {ENDS_IN_X[6:14]}-{ENDS_IN_X[14:]}",
        f"'{ENDS_IN_X}",
    ],
)
def test_the_ways_people_write_it_are_one_number(written):
    assert clean_id_number(written) == ENDS_IN_X


def test_full_width_digits_are_digits():
    wide = ENDS_IN_X.translate({ord(mark): ord(mark) + 0xFEE0 for mark in "0123456789X"})
    assert clean_id_number(wide) == ENDS_IN_X


@pytest.mark.parametrize(("text", "length"), [(GOOD[:15], 15), (GOOD[:17], 17), (GOOD + "1", 19), ("", 0)])
def test_a_wrong_length_is_told_with_what_it_is(text, length):
    assert reason(clean_id_number, text) == f"证件号码应为18位，现为{length}位。"


@pytest.mark.parametrize(
    "text", [GOOD[:10] + "O" + GOOD[11:], "X" + GOOD[1:], GOOD[:17] + "Y", "三" + GOOD[1:], "٣" + GOOD[1:]]
)
def test_letters_are_told(text):
    assert "只能是数字" in reason(clean_id_number, text)


def test_an_unknown_region_is_told():
    assert reason(clean_id_number, numbered("99092419800101123")) == "证件号码的地区代码990924不存在。"


def test_a_county_abolished_or_founded_since_is_no_fault():
    assert clean_id_number(numbered("32099919500101123"))


def test_cards_of_residents_from_abroad_and_from_hong_kong_are_taken():
    assert clean_id_number(numbered("91115619841001123"))
    assert clean_id_number(numbered("81000019841001123"))


@pytest.mark.parametrize("birth", ["19800230", "19801301", "18991231", "29990101", "00000000"])
def test_an_impossible_birth_is_told(birth):
    assert reason(clean_id_number, numbered(f"320924{birth}123")) == f"证件号码中的出生日期{birth}不对。"


def test_a_wrong_check_digit_is_told():
    wrong = GOOD[:17] + ("1" if GOOD[17] != "1" else "2")
    assert "校验位" in reason(clean_id_number, wrong)


def test_every_single_slip_of_a_digit_is_caught():
    for place in range(17):
        slipped = GOOD[:place] + str((int(GOOD[place]) + 1) % 10) + GOOD[place + 1 :]
        assert reason(clean_id_number, slipped)


def test_a_number_damaged_by_excel_is_recognised():
    assert "Excel" in reason(clean_id_number, "320924198001011000")


def test_a_number_that_rightly_ends_in_zeros_is_taken():
    made = (numbered(f"320924198{year}01{day:02}100") for year in range(10) for day in range(1, 29))
    sound = next(number for number in made if number.endswith("000"))
    assert clean_id_number(sound) == sound


def test_birth_and_sex_are_read_from_the_number():
    assert identity.birth_of(GOOD) == date(1980, 1, 1)
    assert identity.sex_of(GOOD) == "男"
    assert identity.sex_of(numbered("32092419800101124")) == "女"


def test_a_good_credit_code_is_taken_however_written():
    good = coded("91320924MA1X2345Y")
    assert clean_credit_code(f" {good[:8].lower()} {good[8:]}") == good


def test_each_fault_of_a_credit_code_is_told():
    good = coded("91320924MA1X2345Y")
    assert "应为18位，现为17位" in reason(clean_credit_code, good[:17])
    assert "不能有“IO”" in reason(clean_credit_code, good[:10] + "OI" + good[12:])
    assert "区划码" in reason(clean_credit_code, coded("91A20924MA1X2345Y"))
    assert "校验位" in reason(clean_credit_code, good[:17] + ("1" if good[17] != "1" else "2"))
