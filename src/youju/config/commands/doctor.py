from rich.markup import escape

from youju.config import checks
from youju.config.console import console, warn
from youju.records import engine


def add_arguments(parser):
    pass


def run(options) -> int:
    obstacles = checks.obstacles()
    if checks.database_exists() and not obstacles:
        console.print(f"数据库：{engine.in_force()}")
    for remark in checks.remarks():
        warn(remark)
    for obstacle in obstacles:
        console.print(f"[red]问题[/]：{escape(obstacle)}")
    if not obstacles:
        console.print("[green]可以运行[/]")
    return 1 if obstacles else 0
