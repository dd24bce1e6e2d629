"""Tables of the command line, readable at 80 columns: nothing is cut off."""

from collections.abc import Iterable

from rich.table import Table

from youju.ledger.evidence import Figure
from youju.reports import claims


def of_figures(title: str, figures: Iterable[Figure]) -> Table:
    """Each figure with its value, its unit and how many records stand behind it."""
    table = Table(title=title, title_justify="left")
    table.add_column("指标", overflow="fold")
    table.add_column("数值", justify="right", no_wrap=True)
    table.add_column("单位", no_wrap=True)
    table.add_column("记录数", justify="right", no_wrap=True)
    for figure in figures:
        value = claims.value_text(figure) or "无法证明"
        unit = "" if figure.unit == "%" else figure.unit
        table.add_row(f"{figure.label} [dim]{figure.code}[/]", value, unit, str(figure.entries))
    return table
