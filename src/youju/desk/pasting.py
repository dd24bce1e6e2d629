"""Rows pasted from a spreadsheet: a grid on the page, corrected cell by cell, saved as a whole or in part."""

from uuid import uuid4

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from youju.desk.sheets import entering, entrance, place_of, saved
from youju.ledger.sheets import pasting, saving, waiting
from youju.ledger.sheets.checking import Checked, Row, check
from youju.ledger.sheets.columns import Kind, Layout
from youju.ledger.sheets.pasting import FIRST, Grid
from youju.ledger.sheets.reading import Refused
from youju.ledger.sheets.saving import batches
from youju.ledger.sheets.uploads import Asked

FIGURES, LISTED = (Kind.NUMBER, Kind.MONEY), (Kind.FLAG, Kind.RECORD)


@require_POST
def sheet_grid(request, code):
    """The rows with what is wrong at each cell; the good ones are saved while the rest stays."""
    ledger = entering(request, code)
    try:
        grid = _grid(request, ledger)
    except Refused as refused:
        return entrance(request, ledger, str(refused), pasted=request.POST.get("text", ""))
    checked, error = _checked(request, ledger, grid)
    refused = bool(error)
    if "save" in request.POST and checked:
        done = saved(request, checked)
        refused = done is None
        if done and not (done.now and checked.faulty):
            return redirect("import-batch", code=code, pk=done.pk)
        if done:
            _tell(request, checked, done.pk)
            grid = pasting.without_good(grid, checked)
            checked, error = _checked(request, ledger, grid)
    context = _context(request, ledger, grid, checked) | {"error": error}
    return render(request, "desk/sheet_grid.html", context, status=422 if refused else 200)


@require_POST
def sheet_recheck(request, code):
    """What is wrong with the rows that were sent: those that changed, and those that repeat them."""
    ledger = entering(request, code)
    try:
        grid = pasting.from_some(ledger, request.access, place_of(request), request.POST)
        checked = check(ledger, request.access, grid.table, place=place_of(request))
    except Refused:
        return JsonResponse({"rows": []})  # emptied rows, or columns that are told of with the whole grid
    rows = [
        {
            "row": row.number - FIRST,
            "good": row.is_good,
            "cells": {
                place: fault
                for place, key in enumerate(grid.keys)
                if key and (fault := checked.fault_of(row, key))
            },
            "rest": _rest(checked, grid, row),
        }
        for row in checked.rows
    ]
    return JsonResponse({"rows": rows})


def _grid(request, ledger) -> Grid:
    here = ledger, request.access, place_of(request)
    if "text" in request.POST:
        return pasting.from_text(*here, request.POST["text"])
    if token := request.POST.get("token"):
        try:
            table, asked = waiting.fetch(request.user, token), Asked.of(request.GET)
            return pasting.from_table(*here, table.looked_at(asked.sheet, asked.head), dict(asked.chosen))
        except LookupError as error:
            raise Refused(_("这个文件已经处理过或超过一天，请重新上传。")) from error
    return pasting.from_cells(*here, request.POST)


def _checked(request, ledger, grid: Grid) -> tuple[Checked | None, str]:
    """The grid after checking, or why it could not be: a column is missing that its head can be set to."""
    try:
        return check(ledger, request.access, grid.table, place=place_of(request)), ""
    except Refused as refused:
        return None, str(refused)


def _tell(request, checked: Checked, pk: str) -> None:
    batch = batches(checked.ledger, request.access).get(pk=pk)
    context = {"ledger": checked.ledger, "batch": batch, "left": len(checked.faulty)}
    messages.success(request, render_to_string("desk/sheet_saved.html", context))


def _context(request, ledger, grid: Grid, checked: Checked | None) -> dict:
    layout = checked.layout if checked else Layout(ledger, request.access, place_of(request))
    columns = {column.key: column for column in layout.columns}
    used = [columns.get(key) for key in grid.keys]
    lists = {column.key: words for column in used if column and (words := layout.words(column))}
    rows = {row.number: row for row in checked.rows} if checked else {}
    lines = [
        _line(grid, used, checked, rows.get(number), number)
        for number in range(FIRST, FIRST + len(grid.rows))
    ]
    return {
        "ledger": ledger,
        "checked": checked,
        "grid": grid,
        "lists": lists,
        "offered": layout.columns,
        "lines": lines,
        "known": saving.known_import(ledger, layout.place, grid.table.sha256),
        "key": uuid4().hex,
        "here": layout.place,
    }


def _line(grid: Grid, used: list, checked: Checked | None, row: Row | None, number: int) -> dict:
    cells = [
        {
            "text": text,
            "fault": checked.fault_of(row, column.key) if row and column else "",
            "figure": column is not None and column.kind in FIGURES,
            "list": column is not None and bool(column.choices or column.kind in LISTED) and column.key,
        }
        for text, column in zip(grid.rows[number - FIRST], used, strict=True)
    ]
    rest = _rest(checked, grid, row) if row else ""
    return {"id": number - FIRST, "number": number, "row": row, "cells": cells, "rest": rest}


def _rest(checked: Checked, grid: Grid, row: Row) -> str:
    """What no cell of the grid is to blame for."""
    faults = [fault for fault in row.faults if not fault.key or fault.key not in grid.keys]
    if not faults:
        return ""
    return render_to_string("desk/sheet_rest.html", {"ledger": checked.ledger, "row": row, "faults": faults})
