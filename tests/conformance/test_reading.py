"""Reading what stands behind a figure costs as many questions for seven units as for two."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.conformance.makers import MAKERS
from tests.makers import make_employer, make_employment, make_organisation, make_person
from youju.catalogue import INDICATORS, LEDGERS, RULES

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]  # Django asks both as often


def fill(township, numbers) -> None:
    """Some units with a record in every ledger, and a worker whose employer has proven nothing."""
    for number in numbers:
        union = make_organisation(township, name=f"{number}厂工会", code=f"CHANG-{number}")
        for code in LEDGERS:
            MAKERS[code](union)
        make_employment(make_person(union), make_employer(township, name=f"{number}厂", union=union))


def read_evidence(indicator, scope) -> list[str]:
    lines = [line for side in indicator.evidence(scope).sides for line in side.lines]
    return [
        f"{line.subject} {[(str(record), str(record.home)) for record in line.records]}" for line in lines
    ]


def read_offenders(rule, scope) -> list[str]:
    return [str(record) for record in rule.offenders(scope)]


def questions(scope) -> dict[str, int]:
    """How many queries it takes to read each evidence and each list of offenders."""
    asked = {}
    for read, items in ((read_evidence, INDICATORS), (read_offenders, RULES)):
        for code, item in items.items():
            with CaptureQueriesContext(connection) as queries:
                read(item, scope)
            asked[code] = len(queries)
    return asked


def test_no_query_is_asked_for_each_line(township, year_2025):
    fill(township, range(2))
    few = questions(year_2025)
    fill(township, range(2, 7))
    many = questions(year_2025)
    assert {code: (few[code], many[code]) for code in few if many[code] > few[code]} == {}
