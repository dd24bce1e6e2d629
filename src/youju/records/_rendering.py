"""Pictures out of strangers' images and PDFs; runs inside the sandbox only, so it imports nothing of ours.

Everything is decoded and encoded anew: what reaches a browser are our pixels, without the sender's metadata.
"""

import contextlib
import errno
import warnings
from datetime import datetime
from pathlib import Path

from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

THUMB, VIEW = 480, 1600
QUALITY = {THUMB: 78, VIEW: 84}
# A JPEG is scaled down while it is decoded; the others must be held whole.
MOST_PIXELS = {"jpg": 260_000_000, "png": 50_000_000, "heic": 80_000_000}
FORMATS = {"jpg": ("JPEG", "MPO"), "png": ("PNG",), "heic": ("HEIF",)}
DAMAGED = "图片已损坏或不完整，打不开。"
FULL = "磁盘空间不足，没有做成预览图。请清理磁盘后再试。"
MOST_ICC = 16 * 1024


def render(request: dict) -> list[dict]:
    """One answer per source `{path, code}`, in order; pictures are written as `<place>.<page>.<size>.jpg`."""
    # Our own bound, with a sentence in Chinese, stands before Pillow's.
    Image.MAX_IMAGE_PIXELS = None
    warnings.simplefilter("ignore")
    return [_attempt(place, source, request["most_pages"]) for place, source in enumerate(request["sources"])]


def _attempt(place: int, source: dict, most_pages: int) -> dict:
    try:
        if source["code"] == "pdf":
            return _pdf(source["path"], str(place), most_pages)
        return _image(source["path"], source["code"], str(place))
    except MemoryError:
        return {"refused": "图片展开后太大，超出内存限制。"}
    except OSError as error:
        return {"refused": FULL if error.errno in (errno.ENOSPC, errno.EDQUOT) else DAMAGED}
    except ValueError as error:
        return {"refused": str(error) if not str(error).isascii() else DAMAGED}
    except Exception:  # noqa: BLE001 a decoder may raise anything; one file must not spoil the batch
        return {"refused": DAMAGED}


def _image(path: str, code: str, stem: str) -> dict:
    with _opened(path, code) as image:
        if image.width * image.height > MOST_PIXELS[code]:
            raise ValueError(f"图片尺寸太大（{image.width}×{image.height}），请缩小后上传。")
        taken_at = _taken_at(image)
        image.draft("RGB", (VIEW, VIEW))
        image.load()
        profile = image.info.get("icc_profile") or b""
        picture = _flat(ImageOps.exif_transpose(image))
    width, height = _write(picture, f"{stem}.1", profile if len(profile) <= MOST_ICC else b"")
    return {"pages": 1, "shown": 1, "width": width, "height": height, "taken_at": taken_at}


def _opened(path: str, code: str) -> Image.Image:
    if code == "heic":
        from pillow_heif import register_heif_opener

        register_heif_opener(thumbnails=False)
    try:
        return Image.open(path, formats=FORMATS[code])
    except UnidentifiedImageError as error:
        raise ValueError(DAMAGED) from error


def _flat(image: Image.Image) -> Image.Image:
    """Transparent parts on white, every mode in RGB."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        image.thumbnail((VIEW, VIEW))
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    elif image.mode.startswith("I"):
        image = image.point(lambda value: value / 256).convert("L")
    return image.convert("RGB")


def _taken_at(image: Image.Image) -> str | None:
    """When the camera says it was taken, ISO without a zone unless it names one; absent is normal."""
    with contextlib.suppress(Exception):
        details = image.getexif().get_ifd(ExifTags.IFD.Exif)
        day, time = str(details[ExifTags.Base.DateTimeOriginal])[:19].split(" ")
        moment = f"{day.replace(':', '-')}T{time}"
        offset = str(details.get(ExifTags.Base.OffsetTimeOriginal, "")).strip("\0 ")
        with contextlib.suppress(ValueError):
            return datetime.fromisoformat(moment + offset).isoformat()
        return datetime.fromisoformat(moment).isoformat()
    return None


def _pdf(path: str, stem: str, most_pages: int) -> dict:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        secret = "password" in str(error).lower()
        raise ValueError("PDF有密码，请去掉密码后上传。" if secret else "PDF已损坏，打不开。") from error
    if not len(document):
        raise ValueError("PDF里没有页。")
    size, shown = (0, 0), min(len(document), most_pages)
    for number in range(shown):
        page = document[number]
        longest = max(page.get_size()) or 1
        picture = page.render(scale=VIEW / longest).to_pil()
        written = _write(_flat(picture), f"{stem}.{number + 1}", b"")
        size = size if number else written
    return {"pages": len(document), "shown": shown, "width": size[0], "height": size[1], "taken_at": None}


def _write(picture: Image.Image, stem: str, profile: bytes) -> tuple[int, int]:
    picture.info = {}
    picture.thumbnail((VIEW, VIEW))
    size = picture.size
    for bound, name in ((VIEW, "view"), (THUMB, "thumb")):
        picture.thumbnail((bound, bound))
        picture.save(Path(f"{stem}.{name}.jpg"), "JPEG", quality=QUALITY[bound], icc_profile=profile)
    return size
