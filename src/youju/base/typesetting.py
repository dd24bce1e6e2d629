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
    faces = fonts.found(fonts.folders())
    data = {**data, "faces": fonts.chosen(faces.families())}
    source: bytes | Path = template.read_bytes()
    options = {}
    if folder is not None:
        source = folder / template.name
        source.write_bytes(template.read_bytes())
        options["root"] = folder
    # A compiler of our own for each call: Typst's is not safe to share between threads.
    compiler = typst.Compiler(source, font_paths=faces, **options)
    return compiler.compile(
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["a-2b"],
        timestamp=when and when.astimezone(UTC),
    )
