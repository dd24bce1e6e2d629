"""Photos for readers: only those an officer ticked 可公开, redrawn small, without what a camera wrote."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from django.utils.formats import date_format
from PIL import Image

from youju.base import clock
from youju.records import previews, storing
from youju.records.models import Exhibit
from youju.records.sandbox import ParseFailed
from youju.reports.document import Photo

LONGEST = 800  # pixels
QUALITY = 72
MOST = 4  # of one record


def published(exhibits: Iterable[Exhibit]) -> Iterator[Photo]:
    """The first few photos of a record that readers may see; one that cannot be drawn is left out."""
    ticked = [one for one in exhibits if one.kind == Exhibit.Kind.PHOTO and one.may_publish]
    for exhibit in ticked[:MOST]:
        file = exhibit.file
        try:
            path = previews.picture(file.federation_id, file.sha256, file.kind, "view")
        except (LookupError, ParseFailed, storing.StoreFailed):
            continue
        yield Photo(_caption(exhibit), _small(path), file.sha256)


def _caption(exhibit: Exhibit) -> str:
    """When it was taken; a file's name may hold names of people."""
    taken = exhibit.file.taken_at
    if taken is None:
        return str(exhibit.get_kind_display())
    day = date_format(taken.astimezone(clock.CHINA), "Y年n月j日")
    return f"{exhibit.get_kind_display()}，{day}拍摄"


@lru_cache(maxsize=64)
def _small(path: Path) -> str:
    """Our own preview once more, smaller, as base64; the sandbox drew it, so it is safe to open."""
    with Image.open(path) as picture:
        picture.thumbnail((LONGEST, LONGEST))
        out = BytesIO()
        picture.convert("RGB").save(out, "JPEG", quality=QUALITY, optimize=True)
    return b64encode(out.getvalue()).decode()
