"""What many tests only look at is made once for all of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.db import transaction

from tests.makers import at_noon, make_organisation
from youju.org.models import Organisation


@contextmanager
def standing(blocker) -> Iterator[None]:
    """What is written inside stays for the tests of a file, at noon of the cast, and is undone after them."""
    with blocker.unblock(), at_noon(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def a_town_with_a_union() -> tuple[Organisation, Organisation]:
    """The township and the village of the cast, and their county."""
    county = make_organisation(kind="county", name="某县总工会", code="XIAN", from_on=date(2000, 1, 1))
    township = make_organisation(
        county, kind="town", name="某镇总工会", code="ZHEN", from_on=date(2005, 1, 1)
    )
    return township, make_organisation(township, name="甲厂工会", code="ZHEN-01")
