"""The cast that enters a second time is the cast that entered first, with a whole history."""

import pytest

from tests import stage
from tests.makers import make_membership
from youju.records import verifying
from youju.records.models import HistoryEvent

pytestmark = pytest.mark.django_db
SEEN = []


@pytest.mark.parametrize("turn", ["first", "again"])
def test_an_entrance_is_repeated_row_by_row(turn, request, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        village, clerk = map(request.getfixturevalue, ("village", "clerk"))
    SEEN.append((village.pk, clerk.pk, list(HistoryEvent.objects.order_by("seq", "id").values_list("mac"))))
    assert len({str(one) for one in SEEN}) == 1
    with django_capture_on_commit_callbacks(execute=True):
        make_membership(village)
    assert list(verifying.faults()) == []


def test_whoever_enters_after_other_writes_is_made_anew(request, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make_membership(request.getfixturevalue("village"))
        known = len(stage.SCENES)
        request.getfixturevalue("chair")
    assert len(stage.SCENES) == known + 1
    assert list(verifying.faults()) == []
