"""The few things Word documents need below python-docx: Chinese fonts, fields, links, fixed bytes."""

import io
import zipfile
from datetime import UTC, datetime

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

LATIN = "Times New Roman"
# Offices name these faces; a Windows without the _GB2312 set is told what stands for them.
FONTS = {
    "仿宋_GB2312": ("仿宋,FangSong,STFangsong", "modern"),
    "楷体_GB2312": ("楷体,KaiTi,STKaiti", "modern"),
    "黑体": ("SimHei,STHeiti", "modern"),
    "方正小标宋简体": ("方正小标宋_GBK,FZXiaoBiaoSong-B05S,宋体", "auto"),
    "宋体": ("SimSun,STSong", "auto"),
}
# Marks that open no line: the usual Chinese ones, and [ so that a claim's code stays with its claim.
_NOT_AT_START = "!%),.:;>?]}¨·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗！＂％＇），．：；？］｀｜｝～￠["
# The schema wants a paragraph's properties in this order.
_ORDER = ("autoSpaceDE", "autoSpaceDN", "snapToGrid", "spacing", "ind", "jc", "outlineLvl", "rPr", "sectPr")


def child(parent, tag: str, **attributes: str):
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    parent.append(element)
    return element


def set_font(properties, east: str, latin: str = LATIN) -> None:
    """Fonts in a run's or style's properties; a theme's fonts would win over ours and must go."""
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name, face in {"ascii": latin, "hAnsi": latin, "cs": latin, "eastAsia": east}.items():
        fonts.set(qn(f"w:{name}"), face)


def spaced(run: Run, points: float) -> None:
    """Character spacing; schema order puts it before the font size."""
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(round(points * 20)))
    properties = run._r.get_or_add_rPr()
    before = properties.find(qn("w:sz"))
    before.addprevious(spacing) if before is not None else properties.append(spacing)


def raised(run: Run, points: float) -> None:
    position = OxmlElement("w:position")
    position.set(qn("w:val"), str(round(points * 2)))
    run._r.get_or_add_rPr().find(qn("w:sz")).addprevious(position)


def indent(paragraph: Paragraph, **characters: float) -> None:
    """Indents measured in characters (`firstLine`, `left`, `right`), so that they follow the font."""
    element = paragraph._p.get_or_add_pPr().get_or_add_ind()
    for side, count in characters.items():
        element.set(qn(f"w:{side}Chars"), str(round(count * 100)))
        element.set(qn(f"w:{side}"), str(round(count * 320)))


def free_of_grid(paragraph: Paragraph) -> None:
    """Keeps a line that has a pitch of its own from being stretched to two lines of the grid."""
    _switched_off(paragraph, "snapToGrid")


def tight_digits(paragraph: Paragraph) -> None:
    """No quarter space between digits and Chinese: in narrow columns it costs a line."""
    _switched_off(paragraph, "autoSpaceDE")
    _switched_off(paragraph, "autoSpaceDN")


def _switched_off(paragraph: Paragraph, tag: str) -> None:
    switch = OxmlElement(f"w:{tag}")
    switch.set(qn("w:val"), "0")
    paragraph._p.get_or_add_pPr().insert_element_before(
        switch, *(f"w:{name}" for name in _ORDER[_ORDER.index(tag) + 1 :])
    )


def cell_margins(table: Table, side: Length) -> None:
    margins = child(table._tbl.tblPr, "w:tblCellMar")
    for name in ("left", "right"):
        child(margins, f"w:{name}", w=str(round(side.pt * 20)), type="dxa")
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is not None:  # schema order: margins before look
        look.addprevious(margins)


def page_field(run: Run) -> None:
    child(run._r, "w:fldChar", fldCharType="begin")
    child(run._r, "w:instrText").text = "PAGE"
    child(run._r, "w:fldChar", fldCharType="separate")
    child(run._r, "w:t").text = "1"
    child(run._r, "w:fldChar", fldCharType="end")


def link_to(run: Run, bookmark: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), bookmark)
    run._r.addprevious(link)
    link.append(run._r)


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    start = OxmlElement("w:bookmarkStart")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    paragraph._p.get_or_add_pPr().addnext(start)
    child(paragraph._p, "w:bookmarkEnd", id=str(number))


def prepare(document: docx.document.Document, pitch: Pt) -> None:
    """Language, line grid, line-breaking rules, font substitutes; nothing of the template's own past."""
    section = document.sections[0]._sectPr
    grid = section.find(qn("w:docGrid"))
    grid = grid if grid is not None else child(section, "w:docGrid")
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(round(pitch.pt * 20)))
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    _settle(document.settings.element)
    _name_fonts(document)
    relations = document.part.package.rels
    for key in [
        key for key, relation in relations.items() if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL
    ]:
        del relations[key]


def _settle(settings) -> None:
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    settings.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "zh-CN")
    for choice in settings.iter(qn("w:compatSetting")):
        if choice.get(qn("w:name")) == "compatibilityMode":
            choice.set(qn("w:val"), "15")  # else Word opens the file in compatibility mode
    spacing = settings.find(qn("w:characterSpacingControl"))
    spacing.set(qn("w:val"), "compressPunctuation")
    rule = OxmlElement("w:noLineBreaksBefore")
    rule.set(qn("w:lang"), "zh-CN")
    rule.set(qn("w:val"), _NOT_AT_START)
    spacing.addnext(rule)


def _name_fonts(document: docx.document.Document) -> None:
    entries = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{family}"/></w:font>'
        for name, (others, family) in FONTS.items()
    )
    table: Part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {nsdecls("w")}>{entries}</w:fonts>'
    )
    table._blob = xml.encode()


def describe(
    document: docx.document.Document, title: str, author: str, identifier: str, made: datetime
) -> None:
    """Core properties without a clock: the same document always gives the same bytes."""
    about = document.core_properties
    about.title, about.author, about.last_modified_by = title, author, author
    about.identifier, about.comments, about.keywords = identifier, "", ""
    about.language, about.revision = "zh-CN", 1
    about.created = about.modified = made.astimezone(UTC)


def packed(document: docx.document.Document) -> bytes:
    """The file, with the clock taken out of the zip too."""
    raw, out = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(
                zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), source.read(name), zipfile.ZIP_DEFLATED
            )
    return out.getvalue()
