"""What a reader is shown of a record: names in full only to those who keep it."""

import pytest
from tests.makers import make_person
from tests.makers_democracy import make_delegate

from youju.ledger.showing import Reader
from youju.org.access import Access

pytestmark = pytest.mark.django_db


def shown(user, record) -> str:
    [cell] = Reader(Access(user)).cells(record, ["name"])
    return cell.text


def test_the_name_on_a_card_is_masked_for_an_auditor_and_whole_for_the_office(village, clerk, auditor):
    person = make_person(village, name="欧阳小明")
    assert shown(clerk, person) == "欧阳小明"
    assert shown(auditor, person) == "欧阳**"


def test_a_name_without_a_card_is_masked_as_well(village, chair, auditor):
    delegate = make_delegate(village, name="王小明")
    assert (shown(chair, delegate), shown(auditor, delegate)) == ("王小明", "王**")
