"""Drawing units for a spot-check so that anybody with the seed draws the same ones."""

from collections.abc import Iterable
from hashlib import sha256

from youju.org.models import Organisation


def draw(units: Iterable[Organisation], seed: str, percent: int) -> list[Organisation]:
    """So many per cent of the units, rounded up, at least one, in the order in which they were drawn.

    Each unit's place in the draw is the digest of seed and unit code: no unit's chance depends on the order
    of the list, on the others, or on the Python version.
    """
    ranked = sorted(units, key=lambda unit: (sha256(f"{seed}\n{unit.code}".encode()).digest(), unit.code))
    return ranked[: -(-len(ranked) * percent // 100)]
