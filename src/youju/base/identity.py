"""Resident identity numbers and unified social credit codes, with an error for each way to be wrong."""

from datetime import date

from stdnum.cn import ric, uscc

from youju.base import clock
from youju.base.text import fold

PROVINCES = frozenset(
    str(code)
    for first, last in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
    for code in range(first, last + 1)
)
DASHES = str.maketrans("", "", "-‐‑–—－'’")


def clean_id_number(text: str) -> str:
    """The number in its standard form; `ValueError` names the first thing wrong with it, in Chinese."""
    number = fold(text).translate(DASHES).upper()
    if len(number) != 18:
        raise ValueError(f"证件号码应为18位，现为{len(number)}位。")
    if not _digits(number[:17]) or number[17] not in "0123456789X":
        raise ValueError("证件号码只能是数字，最后一位可以是X。")
    if not _region_known(number):
        raise ValueError(f"证件号码的地区代码{number[:6]}不存在。")
    _check_birth(number)
    if number[17] != ric.calc_check_digit(number):
        if number.endswith("000"):
            raise ValueError(
                "证件号码末三位为000且校验不符，多半是Excel把它当数字改坏了，请按证件重新录入（单元格先设为文本）。"
            )
        raise ValueError("证件号码的校验位（最后一位）不对，请核对是否录错。")
    return number


def birth_of(id_number: str) -> date:
    return date(int(id_number[6:10]), int(id_number[10:12]), int(id_number[12:14]))


def sex_of(id_number: str) -> str:
    """男 or 女."""
    return "男" if int(id_number[16]) % 2 else "女"


def clean_credit_code(text: str) -> str:
    """The unified social credit code in its standard form; `ValueError` in Chinese."""
    code = fold(text).translate(DASHES).upper()
    if len(code) != 18:
        raise ValueError(f"统一社会信用代码应为18位，现为{len(code)}位。")
    if wrong := sorted({mark for mark in code if mark not in uscc._alphabet}):
        raise ValueError(f"统一社会信用代码中不能有“{''.join(wrong)}”（不用字母I、O、S、V、Z）。")
    if not _digits(code[2:8]):
        raise ValueError("统一社会信用代码第3至8位（登记机关区划码）应为数字。")
    if code[17] != uscc.calc_check_digit(code[:17]):
        raise ValueError("统一社会信用代码的校验位（最后一位）不对，请核对是否录错。")
    return code


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _region_known(number: str) -> bool:
    # Only the province: county codes come and go, and a table behind the times would refuse real people.
    # A card of permanent residence (2023) begins with 9, then the province.
    return number[:2] in PROVINCES or (number[0] == "9" and number[1:3] in PROVINCES)


def _check_birth(number: str) -> None:
    try:
        birth = birth_of(number)
    except ValueError:
        birth = None
    if birth is None or birth.year < 1900 or birth > clock.today():
        raise ValueError(f"证件号码中的出生日期{number[6:14]}不对。")
