"""The demo town, loaded once for all tests of this folder and taken back at their end."""

import pytest
from django.db import connection, transaction


@pytest.fixture(scope="package")
def demo(django_db_setup, django_db_blocker, keys):
    """The accounts of the demo. One transaction around it all, so that nothing remains for other tests."""
    from tests.demo import sharing
    from youju.demo import load

    with django_db_blocker.unblock(), transaction.atomic():
        accounts = sharing.have(load.load)
        connection.check_constraints()  # once here, and not again for a hundred thousand keys after each test
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(connection.features, "can_defer_constraint_checks", False)
            yield accounts
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def sealed(demo, django_db_blocker):
    """Both final summaries, sealed once for a file: every figure is drawn up, which takes its time."""
    from youju.demo import summary

    with django_db_blocker.unblock(), transaction.atomic():
        yield summary.finish_all()
        transaction.set_rollback(True)


@pytest.fixture
def town(demo, db):
    """The demo's town; what a test does to it is rolled back."""
    from youju.org.models import Organisation

    return Organisation.objects.everywhere("x").get(code="DEMO-ZHEN")


@pytest.fixture
def township(demo, db):
    """The township beside the town."""
    from youju.org.models import Organisation

    return Organisation.objects.everywhere("x").get(code="DEMO-XIANG")


@pytest.fixture
def its_year(township):
    from youju.base import periods
    from youju.ledger.scope import Scope
    from youju.org.access import SystemAccess

    return Scope.of(SystemAccess(), township, periods.year(2025))


@pytest.fixture
def year(town):
    from youju.base import periods
    from youju.ledger.scope import Scope
    from youju.org.access import SystemAccess

    return Scope.of(SystemAccess(), town, periods.year(2025))
