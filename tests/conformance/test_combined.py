"""Figures over several lines of work."""

import pytest

from tests.figures import proven
from tests.makers_bargaining import make_consultation, make_contract
from tests.makers_democracy import make_congress
from tests.makers_relief import make_warmth_visit
from youju.combined import means_of_protection

pytestmark = pytest.mark.django_db


def test_each_means_counts_once_and_only_where_it_was_used(village, year_2025):
    make_congress(village, delegates_present=1)
    make_consultation(village, met_on=None)
    assert proven(means_of_protection, year_2025) == 0
    makers = (make_consultation, make_contract, make_congress, make_warmth_visit)
    for expected, make in enumerate(makers, start=1):
        make(village)
        make(village)
        assert proven(means_of_protection, year_2025) == expected
