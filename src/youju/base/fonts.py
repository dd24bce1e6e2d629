"""Which of the faces on this machine stands for each face an official document asks for."""

import functools
import os
from pathlib import Path

import typst

PACKAGE_FONTS = Path(__file__).resolve().parents[1] / "docfonts"
# The real face first, then what stands for it; the last ones come with the program.
_SERIF = ("Noto Serif SC", "Source Han Serif SC", "Noto Serif CJK SC")
_SANS = ("Noto Sans SC", "Source Han Sans SC", "Noto Sans CJK SC")
ROLES = {
    "小标宋": ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋简体", *_SERIF),
    "仿宋": ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong", "FandolFang R", *_SERIF),
    "黑体": ("SimHei", "黑体", "STHeiti", *_SANS),
    "楷体": ("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "STKaiti", "LXGW WenKai", "AR PL UKai CN"),
    "宋体": ("SimSun", "宋体", "STSong", *_SERIF),
}
LATIN = ("Times New Roman",)


class FontsMissing(RuntimeError):
    """No face for a role: Typst would set empty boxes without a word."""


def folders() -> tuple[Path, ...]:
    """The office's own folder (YOUJU_FONT_DIR) goes before the faces that come with the program."""
    own = os.environ.get("YOUJU_FONT_DIR")
    return tuple(
        folder for folder in (Path(own) if own else None, PACKAGE_FONTS) if folder and folder.is_dir()
    )


@functools.lru_cache(maxsize=4)
def found(places: tuple[Path, ...], *, system: bool = True) -> typst.Fonts:
    """Reading all faces of a machine takes long, and they do not change while the program runs."""
    return typst.Fonts(include_system_fonts=system, include_embedded_fonts=False, font_paths=list(places))


def chosen(families: list[str]) -> dict[str, list[str | dict[str, str]]]:
    """For each role the face to use, after the Latin face if there is one, in Typst's own terms."""
    known = {family.casefold(): family for family in families}
    faces = {role: next((n for n in names if n.casefold() in known), None) for role, names in ROLES.items()}
    missing = [role for role, face in faces.items() if face is None]
    if missing:
        raise FontsMissing(
            f"生成 PDF 缺少中文字体：{'、'.join(missing)}。"
            "请把字体文件放入环境变量 YOUJU_FONT_DIR 所指的文件夹，或重新安装本程序以取回自带字体。"
        )
    # Quotation marks and dashes stay with the Chinese face: the Latin one would set them too narrow.
    latin = [{"name": name, "covers": "latin-in-cjk"} for name in LATIN if name.casefold() in known]
    return {role: [*latin, known[face.casefold()]] for role, face in faces.items()}
