"""Each of the cast at a desk of their own."""

import pytest


@pytest.fixture
def at_desk():
    """A browser in which somebody of the cast is logged in."""
    from django.test import Client  # pytest reads this file before Django is set up

    from youju.desk.tests.signing_in import sign_in

    return lambda user: sign_in(Client(), user)


@pytest.fixture
def desk(at_desk, clerk):
    return at_desk(clerk)
