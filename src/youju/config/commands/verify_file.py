from pathlib import Path

from rich.markup import escape

from youju.config.console import Refusal, console
from youju.reports import readers_file


def add_arguments(parser):
    parser.add_argument("file", type=Path, metavar="文件", help="总结网页（.html）")
    parser.add_argument(
        "--key", metavar="指纹", default="", help="报送单位告知的公钥指纹；不填则与本系统的钥匙比较"
    )


def run(options) -> int:
    try:
        data = options.file.read_bytes()
    except OSError as error:
        raise Refusal(f"打不开 {options.file}") from error
    examined = readers_file.examine(data, options.key)
    if document := examined.document:
        console.print(escape(f"《{document.title}》 {document.organisation}"))
        if document.seal:
            seal = document.seal
            console.print(escape(f"{seal.edition}　{seal.version}　{seal.sealed_at}　{seal.sealed_by}"))
    for one in examined.findings:
        console.print(f"[{'green' if one.good else 'red'}]{'✓' if one.good else '✗'}[/] {escape(one.text)}")
    console.print("[green]核验通过[/]" if examined.good else "[red]核验不通过[/]")
    return 0 if examined.good else 1
