"""Drawn photographs: simple scenes, no two alike, with the caption and date that a phone would stamp."""

import io
import random
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 960, 640
RED, GOLD, INK, PAPER = (178, 34, 34), (240, 196, 64), (40, 40, 46), (250, 248, 240)
COATS = (
    (52, 84, 130),
    (120, 52, 60),
    (60, 100, 74),
    (90, 90, 100),
    (150, 110, 60),
    (74, 60, 110),
    (200, 90, 40),
)
SKINS = ((232, 196, 164), (222, 184, 150), (240, 206, 176))
Pen = ImageDraw.ImageDraw
HANDWRITING = "LXGWWenKai-Regular.ttf"


@lru_cache(maxsize=32)
def font(size: int, face: str = HANDWRITING) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    folders = [Path(folder) for folder in (settings.YOUJU_DOCFONTS, settings.YOUJU_FONT_DIR) if folder]
    for path in (
        *(folder / face for folder in folders),
        *(p for f in folders for p in sorted(f.glob("*.tt[fc]"))),
    ):
        if path.is_file():
            return ImageFont.truetype(path, size)
    return ImageFont.load_default(size)  # an installation without Chinese faces: boxes instead of words


def photo(scene: str, caption: str, taken: datetime, rng: random.Random, *, with_exif: bool) -> bytes:
    picture = Image.new("RGB", (WIDTH, HEIGHT))
    pen = ImageDraw.Draw(picture)
    SCENES[scene](pen, caption, rng)
    _stamp(pen, caption, taken)
    out = io.BytesIO()
    exif = _exif(taken) if with_exif else Image.Exif()
    picture.save(out, "JPEG", quality=74, exif=exif)
    return out.getvalue()


def _exif(taken: datetime) -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Demo", "Drawn picture"
    exif[0x0132] = taken.strftime("%Y:%m:%d %H:%M:%S")
    exif.get_ifd(0x8769)[0x9003] = taken.strftime("%Y:%m:%d %H:%M:%S")
    return exif


def _stamp(pen: Pen, caption: str, taken: datetime) -> None:
    pen.rectangle((0, HEIGHT - 46, WIDTH, HEIGHT), fill=(20, 20, 24))
    pen.text((18, HEIGHT - 38), caption, font=font(24), fill=PAPER)
    pen.text((WIDTH - 214, HEIGHT - 38), taken.strftime("%Y-%m-%d %H:%M"), font=font(24), fill=GOLD)


# -- parts -----------------------------------------------------------------------------


def backdrop(pen: Pen, rng: random.Random, top: tuple, bottom: tuple, horizon: int) -> None:
    """A wall or sky that gets lighter downwards, and a floor."""
    shade = rng.randint(-14, 14)
    for y in range(0, horizon, 4):
        part = y / horizon
        colour = tuple(
            min(255, max(0, round(a + (b - a) * part) + shade)) for a, b in zip(top, bottom, strict=True)
        )
        pen.rectangle((0, y, WIDTH, y + 4), fill=colour)
    floor = rng.randint(120, 165)
    pen.rectangle((0, horizon, WIDTH, HEIGHT), fill=(floor, floor - 8, floor - 20))


def person(pen: Pen, rng: random.Random, x: int, foot: int, size: int) -> None:
    head = size // 5
    top = foot - size
    pen.rounded_rectangle(
        (x - head, top + 2 * head, x + head, foot - size // 4), head // 2, fill=rng.choice(COATS)
    )
    pen.rectangle((x - head + 4, foot - size // 4, x + head - 4, foot), fill=INK)
    pen.ellipse((x - head * 0.8, top, x + head * 0.8, top + 1.9 * head), fill=rng.choice(SKINS))
    pen.pieslice((x - head * 0.85, top - 3, x + head * 0.85, top + 1.7 * head), 180, 360, fill=INK)


def people(pen: Pen, rng: random.Random, count: int, foot: int, size: int) -> None:
    step = (WIDTH - 160) / max(count, 1)
    for place in range(count):
        x = round(80 + step * (place + 0.5)) + rng.randint(-14, 14)
        person(pen, rng, x, foot + rng.randint(-8, 8), size + rng.randint(-14, 14))


def banner(pen: Pen, words: str, y: int) -> None:
    pen.rectangle((70, y, WIDTH - 70, y + 62), fill=RED)
    size = min(38, (WIDTH - 180) // max(len(words), 1))
    pen.text((WIDTH // 2, y + 31), words, font=font(size), fill=GOLD, anchor="mm")


# -- scenes ----------------------------------------------------------------------------


def visit(pen: Pen, caption: str, rng: random.Random) -> None:
    """In front of a house, with boxes of goods."""
    backdrop(pen, rng, (150, 190, 225), (222, 232, 236), 380)
    left = rng.randint(40, 300)
    pen.rectangle((left, 180, left + 420, 420), fill=(214, 200, 178))
    pen.polygon(((left - 30, 184), (left + 210, 80), (left + 450, 184)), fill=(140, 70, 54))
    pen.rectangle((left + 170, 260, left + 260, 420), fill=(96, 66, 48))
    for offset in (50, 310):
        pen.rectangle(
            (left + offset, 250, left + offset + 70, 330), fill=(110, 150, 180), outline=PAPER, width=5
        )
    people(pen, rng, rng.randint(3, 6), 560, 210)
    for place in range(rng.randint(2, 4)):
        x = 120 + place * 190 + rng.randint(-20, 20)
        pen.rectangle((x, 530, x + 80, 585), fill=(196, 154, 92), outline=(120, 90, 50), width=3)


def classroom(pen: Pen, caption: str, rng: random.Random) -> None:
    """A screen in front, rows of listeners seen from behind."""
    backdrop(pen, rng, (226, 222, 210), (240, 238, 230), 400)
    pen.rectangle((230, 60, 730, 290), fill=PAPER, outline=(90, 90, 96), width=6)
    size = min(36, 460 // max(len(caption), 1))
    pen.text((480, 140), caption, font=font(size), fill=RED, anchor="mm")
    for line in range(3):
        pen.rectangle(
            (300, 190 + line * 26, 300 + rng.randint(160, 350), 198 + line * 26), fill=(120, 130, 150)
        )
    person(pen, rng, rng.choice((170, 800)), 400, 190)
    for row in range(3):
        people(pen, rng, 7 + row, 480 + row * 62, 110 + row * 20)


def meeting(pen: Pen, caption: str, rng: random.Random) -> None:
    """A platform under a banner, with a long table."""
    backdrop(pen, rng, (176, 60, 52), (206, 98, 84), 360)
    banner(pen, caption, 46)
    people(pen, rng, rng.randint(5, 8), 420, 190)
    pen.rectangle((60, 360, WIDTH - 60, 470), fill=(150, 40, 40))
    for x in range(110, WIDTH - 90, 118):
        pen.rectangle((x, 340, x + 60, 364), fill=PAPER, outline=RED, width=2)
    people(pen, rng, 9, 610, 120)


def board(pen: Pen, caption: str, rng: random.Random) -> None:
    """A notice board with sheets on it."""
    backdrop(pen, rng, (200, 206, 200), (226, 228, 220), 470)
    pen.rectangle((110, 90, 850, 440), fill=(70, 104, 84), outline=(120, 84, 50), width=16)
    pen.text((480, 130), caption, font=font(38), fill=GOLD, anchor="mm")
    for place in range(5):
        x, y = 150 + place * 138, 180 + rng.randint(-8, 8)
        pen.rectangle((x, y, x + 116, y + 220), fill=PAPER)
        for line in range(9):
            pen.rectangle(
                (x + 12, y + 20 + line * 21, x + rng.randint(60, 102), y + 27 + line * 21),
                fill=(150, 150, 156),
            )
    people(pen, rng, rng.randint(1, 3), 590, 230)


def plaque(pen: Pen, caption: str, rng: random.Random) -> None:
    """A metal plaque held up between two people."""
    backdrop(pen, rng, (190, 204, 222), (228, 232, 236), 430)
    banner(pen, caption, 40)
    people(pen, rng, rng.randint(4, 6), 560, 250)
    pen.rectangle((340, 330, 640, 500), fill=(212, 178, 92), outline=(150, 116, 40), width=8)
    size = min(34, 270 // max(len(caption), 1))
    pen.text((490, 415), caption, font=font(size), fill=(110, 30, 24), anchor="mm")


def fair(pen: Pen, caption: str, rng: random.Random) -> None:
    """Stalls of employers in a row."""
    backdrop(pen, rng, (160, 196, 226), (224, 232, 236), 330)
    banner(pen, caption, 40)
    for place in range(4):
        x = 50 + place * 226
        pen.polygon(((x, 220), (x + 190, 220), (x + 170, 170), (x + 20, 170)), fill=rng.choice(COATS))
        pen.rectangle((x + 10, 330, x + 180, 400), fill=(186, 60, 50))
        person(pen, rng, x + 95, 380, 150)
    people(pen, rng, rng.randint(6, 9), 590, 180)


def bus(pen: Pen, caption: str, rng: random.Random) -> None:
    """A coach with people waiting beside it."""
    backdrop(pen, rng, (170, 200, 226), (230, 232, 230), 400)
    colour = rng.choice(((230, 230, 232), (60, 120, 170), (70, 140, 90)))
    pen.rounded_rectangle((90, 170, 870, 440), 30, fill=colour, outline=INK, width=4)
    for place in range(6):
        pen.rectangle((130 + place * 120, 210, 220 + place * 120, 290), fill=(110, 140, 160))
    pen.rectangle((130, 320, 830, 376), fill=RED)
    pen.text((480, 348), caption, font=font(30), fill=GOLD, anchor="mm")
    for x in (230, 720):
        pen.ellipse((x - 46, 400, x + 46, 492), fill=INK)
        pen.ellipse((x - 18, 428, x + 18, 464), fill=(160, 160, 164))
    people(pen, rng, rng.randint(5, 9), 600, 170)


SCENES: dict[str, Callable[[Pen, str, random.Random], None]] = {
    "visit": visit,
    "class": classroom,
    "meeting": meeting,
    "board": board,
    "plaque": plaque,
    "fair": fair,
    "bus": bus,
}
