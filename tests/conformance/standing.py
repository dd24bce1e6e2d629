"""What many tests only look at is made once for all of them."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from tests.makers import at_noon


@contextmanager
def standing(blocker) -> Iterator[None]:
    """What is written inside stays for the tests of a file, at noon of the cast, and is undone after them."""
    with blocker.unblock(), at_noon(), transaction.atomic():
        yield
        transaction.set_rollback(True)
