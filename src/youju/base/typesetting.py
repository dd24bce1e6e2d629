"""Typst: one template and its data into a PDF, with the faces of this machine."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from youju.base import fonts


def typeset(
    template: Path, data: dict[str, Any], *, folder: Path | None = None, when: datetime | None = None
) -> bytes:
    """PDF/A-2b; pictures that the data names lie in `folder`. The same data give the same bytes."""
    compiler, inputs = _compiler(template, data, folder)
    moment = when and when.astimezone(UTC).replace(microsecond=0)  # Typst refuses parts of a second
    return compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards=["a-2b"], timestamp=moment)


def pictures(template: Path, data: dict[str, Any], *, ppi: float) -> list[bytes]:
    """The same pages as PNG pictures, for looking at them on a screen."""
    compiler, inputs = _compiler(template, data, None)
    made = compiler.compile(format="png", sys_inputs=inputs, ppi=ppi)
    return made if isinstance(made, list) else [made]


def _compiler(template: Path, data: dict[str, Any], folder: Path | None) -> tuple[typst.Compiler, dict]:
    """A compiler of our own for each call: Typst's is not safe to share between threads."""
    faces = fonts.found(fonts.folders())
    data = {**data, "faces": fonts.chosen(faces.families())}
    source: bytes | Path = template.read_bytes()
    options = {}
    if folder is not None:
        source = folder / template.name
        source.write_bytes(template.read_bytes())
        options["root"] = folder
    compiler = typst.Compiler(source, font_paths=faces, **options)
    return compiler, {"data": json.dumps(data, ensure_ascii=False)}
