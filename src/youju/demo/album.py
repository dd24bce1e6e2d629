"""The evidence of the demo: each drawing once, kept in the store before the record of its file is written."""

import hashlib
import io
import random
from datetime import date, datetime, time

from youju.base import clock
from youju.demo import drawing, papers
from youju.org.models import Organisation
from youju.records import storing
from youju.records.models import File


class Album:
    def __init__(self, rng: random.Random, federation: Organisation) -> None:
        self.rng, self.federation = rng, federation
        self.contents: dict[str, bytes] = {}
        self._files: dict[str, File] = {}

    def photo(self, scene: str, caption: str, day: date) -> File:
        """A picture as somebody's phone took it; every third one lost its EXIF on the way through a chat."""
        taken = datetime.combine(day, time(self.rng.randint(8, 16), self.rng.randint(0, 59)), clock.CHINA)
        with_exif = self.rng.random() < 0.66
        content = drawing.photo(scene, caption, taken, random.Random(caption), with_exif=with_exif)  # noqa: S311
        return self._file(content, f"{caption}.jpg", "jpg", taken if with_exif else None)

    def sheets(self, title: str, day: date, place: str, names: list[str]) -> list[File]:
        """A sign-in sheet, scanned page by page."""
        pages = [names[start : start + papers.SEATS] for start in range(0, len(names), papers.SEATS)]
        return [
            self._file(
                papers.sign_in(title, day, place, page, number), f"{title}签到表{number}.png", "png", None
            )
            for number, page in enumerate(pages, start=1)
        ]

    def receipt(self, title: str, day: date, rows: list[tuple[str, str, str]]) -> File:
        return self._file(
            papers.receipt(title, day, rows, self.federation.name), f"{title}领取单.png", "png", None
        )

    def contract(self, title: str, first: str, second: str, term: tuple[date, date]) -> File:
        return self._file(papers.contract(title, first, second, term), f"{title}.pdf", "pdf", None)

    def approval(self, title: str, number: str, day: date) -> File:
        return self._file(
            papers.approval(title, number, day, self.federation.name), f"{title}批复.png", "png", None
        )

    def certificate(self, number: str, name: str, term: tuple[date, date]) -> File:
        content = papers.certificate(number, name, term)
        return self._file(content, f"检查员证{number}.jpg", "jpg", None)

    def keep(self) -> None:
        """Put every drawing into the store."""
        for content in self.contents.values():
            storing.store(io.BytesIO(content), self.federation.pk)

    def _file(self, content: bytes, name: str, kind: str, taken_at: datetime | None) -> File:
        digest = hashlib.sha256(content).hexdigest()
        if digest not in self._files:
            self.contents[digest] = content
            self._files[digest] = File(
                federation_id=self.federation.pk,
                sha256=digest,
                size=len(content),
                kind=kind,
                name=name,
                taken_at=taken_at,
            )
        return self._files[digest]
