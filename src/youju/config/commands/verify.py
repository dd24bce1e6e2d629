from collections.abc import Iterator

from rich.markup import escape

from youju.config import checks
from youju.config.console import Refusal, complain, console
from youju.org import tree
from youju.records import engine, verifying
from youju.records.models import HistoryEvent
from youju.records.verifying import Fault
from youju.reports import verifying as editions


def add_arguments(parser):
    parser.add_argument("--all", action="store_true", help="列出全部不符之处，而不只是第一处")


def run(options) -> int:
    if not checks.database_exists():
        raise Refusal("还没有数据可以核验")
    console.print(escape(engine.in_force()))
    found = 0
    with console.status("正在逐条核对记录、历史、附件和定稿……"):
        for fault in faults():
            found += 1
            complain(str(fault))
            if not options.all:
                break
    if found:
        return 1
    console.print(f"核验通过：{HistoryEvent.objects.count()} 条历史首尾相接，记录、附件、定稿均与历史相符")
    return 0


def faults() -> Iterator[Fault]:
    """Editions first: what readers hold matters most, and their faults are the most telling."""
    yield from editions.faults()
    yield from verifying.faults()
    yield from (Fault("组织树被改", f"单位 {unit} 的上下级关系与隶属记录不符") for unit in tree.differences())
