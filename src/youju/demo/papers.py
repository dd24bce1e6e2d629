"""Drawn papers: sign-in sheets, receipts, covers of contracts, approvals, certificates."""

import io
from datetime import date

from PIL import Image, ImageDraw

from youju.demo.drawing import INK, RED, font

PAGE = (744, 1052)  # A4 at 90 dots an inch
SEATS = 54  # signatures a page
BLUE = (28, 52, 130)  # ball pen
LINE = (120, 120, 124)
SERIF = "NotoSerifSC-Regular.ttf"
Sheet = tuple[Image.Image, ImageDraw.ImageDraw]


def sign_in(title: str, day: date, place: str, names: list[str], number: int) -> bytes:
    """Three columns of numbered names, each in somebody's own slope and size."""
    paper, pen = _sheet(f"{title}签到表")
    pen.text((60, 128), f"时间：{_day(day)}    地点：{place}    第{number}页", font=font(18, SERIF), fill=INK)
    rows = SEATS // 3
    for line in range(rows + 1):
        pen.line((60, 170 + line * 46, 684, 170 + line * 46), fill=LINE)
    for x in (60, 112, 268, 320, 476, 528, 684):
        pen.line((x, 170, x, 170 + rows * 46), fill=LINE)
    for seat, name in enumerate(names):
        x, y = 60 + seat // rows * 208, 170 + seat % rows * 46
        pen.text(
            (x + 26, y + 23),
            str((number - 1) * SEATS + seat + 1),
            font=font(16, SERIF),
            fill=INK,
            anchor="mm",
        )
        jitter = sum(map(ord, name)) % 9 - 4
        pen.text(
            (x + 70 + jitter, y + 23 + jitter // 2), name, font=font(24 + jitter // 2), fill=BLUE, anchor="lm"
        )
    return _png(paper)


def receipt(title: str, day: date, rows: list[tuple[str, str, str]], issuer: str) -> bytes:
    """Who received what, with a signature on each line."""
    paper, pen = _sheet(f"{title}领取单")
    pen.text((60, 128), f"{issuer}    {_day(day)}", font=font(18, SERIF), fill=INK)
    for place, (name, what, when) in enumerate((("姓名", "领取内容", "日期"), *rows)):
        y = 170 + place * 40
        pen.line((60, y, 684, y), fill=LINE)
        pen.text((72, y + 20), str(place or "序"), font=font(17, SERIF), fill=INK, anchor="lm")
        pen.text((130, y + 20), what, font=font(17, SERIF), fill=INK, anchor="lm")
        pen.text(
            (380, y + 20),
            name,
            font=font(22) if place else font(17, SERIF),
            fill=BLUE if place else INK,
            anchor="lm",
        )
        pen.text((560, y + 20), when, font=font(17, SERIF), fill=INK, anchor="lm")
    pen.line((60, 210 + len(rows) * 40, 684, 210 + len(rows) * 40), fill=LINE)
    _seal(pen, 560, 930)
    return _png(paper)


def contract(title: str, first: str, second: str, term: tuple[date, date]) -> bytes:
    """The cover page, as a scanned PDF."""
    paper, pen = _sheet("")
    pen.text((372, 260), title, font=font(min(44, 640 // len(title)), SERIF), fill=INK, anchor="mm")
    lines = (f"甲方（企业）：{first}", f"乙方（工会）：{second}", f"期限：{_day(term[0])} 至 {_day(term[1])}")
    for place, line in enumerate(lines):
        pen.text((110, 520 + place * 70), line, font=font(22, SERIF), fill=INK)
    _seal(pen, 240, 840)
    _seal(pen, 520, 840)
    out = io.BytesIO()
    # Pillow writes the time into a PDF unless told; the same seed must give the same bytes.
    when = term[0].timetuple()
    paper.save(out, "PDF", resolution=90, quality=70, creationDate=when, modDate=when)
    return out.getvalue()


def approval(title: str, number: str, day: date, issuer: str) -> bytes:
    """A red-headed answer of the federation."""
    paper, pen = _sheet("")
    pen.text((372, 120), f"{issuer}文件", font=font(46, SERIF), fill=RED, anchor="mm")
    pen.text((372, 190), number, font=font(22, SERIF), fill=INK, anchor="mm")
    pen.line((60, 216, 684, 216), fill=RED, width=3)
    pen.text((372, 290), f"{title}的批复", font=font(30, SERIF), fill=INK, anchor="mm")
    pen.text((100, 380), "　　同意成立，请依照《工会法》和《中国工会章程》", font=font(22, SERIF), fill=INK)
    pen.text((100, 424), "选举产生工会委员会，并报本会备案。", font=font(22, SERIF), fill=INK)
    pen.text((460, 820), _day(day), font=font(22, SERIF), fill=INK)
    _seal(pen, 540, 810)
    return _png(paper)


def certificate(number: str, name: str, term: tuple[date, date]) -> bytes:
    paper = Image.new("RGB", (640, 440), (246, 240, 224))
    pen = ImageDraw.Draw(paper)
    pen.rectangle((14, 14, 625, 425), outline=RED, width=6)
    pen.text((320, 80), "劳动保护监督检查员证", font=font(38, SERIF), fill=RED, anchor="mm")
    lines = (
        f"姓名：{name}",
        f"编号：{number}",
        f"有效期：{_day(term[0])} 至 {_day(term[1])}",
        "发证：演示县总工会",
    )
    for place, line in enumerate(lines):
        pen.text((70, 150 + place * 56), line, font=font(24), fill=INK)
    _seal(pen, 520, 340)
    out = io.BytesIO()
    paper.save(out, "JPEG", quality=76)
    return out.getvalue()


def _sheet(title: str) -> Sheet:
    paper = Image.new("RGB", PAGE, (252, 251, 247))
    pen = ImageDraw.Draw(paper)
    if title:
        pen.text((372, 76), title, font=font(min(30, 640 // len(title)), SERIF), fill=INK, anchor="mm")
    return paper, pen


def _seal(pen: ImageDraw.ImageDraw, x: int, y: int) -> None:
    pen.ellipse((x - 62, y - 62, x + 62, y + 62), outline=RED, width=4)
    pen.text((x, y), "演示", font=font(30, SERIF), fill=RED, anchor="mm")


def _png(paper: Image.Image) -> bytes:
    out = io.BytesIO()
    few = paper.quantize(48, method=Image.Quantize.FASTOCTREE)
    few.save(out, "PNG", compress_level=6)
    return out.getvalue()


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
