"""A text made plain for reading; every character keeps its place, so that offsets are the source's."""

import re

_HALF = {ord("　"): " ", ord("﹪"): "%", ord("“"): "“", ord("＂"): '"'}
_HALF |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_HALF |= {ord(a): b for a, b in zip("０１２３４５６７８９", "0123456789", strict=True)}
_HALF |= {ord(a): b for a, b in zip("﹣－–—―～〜", "-------", strict=True)}

# A scanned 1 comes out as l, I or |, a scanned 0 as O or o; letters count only beside a real digit.
_SCANNED = re.compile(r"(?<![A-Za-z0-9])(?=[0-9lIOo|]*[0-9])[0-9lIOo|]{2,}(?![A-Za-z])")
_SCANNED_TEN = re.compile(r"(?<![A-Za-z0-9])[lI][Oo](?=[名人家个场次期件条份户元万%])")
_SCANNED_TO = str.maketrans("lI|Oo", "11100")
_UNIT_AFTER = r"(?=\d{1,3}\s*(?:%|‰|万|亿|个百分点|百分点|吨|分(?![钟之])))"
_SCANNED_POINT = re.compile(rf"(?<=\d)[。·．]{_UNIT_AFTER}")
_SCANNED_COMMA = re.compile(r"(?<=\d),(?=\d{1,2}\s*%)")


def plain(text: str) -> str:
    """Half-width forms, scanning errors inside numbers mended; same length as the source."""
    out = text.replace("——", " ;").translate(_HALF)
    out = _SCANNED.sub(lambda found: found[0].translate(_SCANNED_TO), out)
    out = _SCANNED_TEN.sub("10", out)
    out = _SCANNED_POINT.sub(".", out)
    return _SCANNED_COMMA.sub(".", out)
