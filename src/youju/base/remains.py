"""The collector of garbage while much is made that is none.

Python walks again and again through everything that lives to find circles that nobody holds any more. Where a
hundred thousand rows are built that all remain until they are saved, a fifth of the time goes into that walk.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

USUAL = gc.get_threshold()
# What is young is still looked through, for whatever else the process does meanwhile; all that lives is not.
PATIENT = (50_000, 20, 1_000)
MANY = 1_000


@contextmanager
def much_remains(number: int) -> Iterator[None]:
    """Let the collector leave alone what is built inside, where it is much; as usual again afterwards.

    The setting is the process's: of two blocks at once, the first to end ends it for both, which costs time.
    """
    if number < MANY:
        yield
        return
    gc.set_threshold(*PATIENT)
    try:
        yield
    finally:
        gc.set_threshold(*USUAL)
