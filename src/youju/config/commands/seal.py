from pathlib import Path

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from rich.markup import escape

from youju.config import acting
from youju.config.console import Refusal, console
from youju.reports import files, sealing
from youju.reports.models import Edition


def add_arguments(parser):
    acting.add_place(parser)
    parser.add_argument(
        "--out", required=True, metavar="目录", type=Path, help="写入 Word、PDF、网页三个文件的目录"
    )
    parser.add_argument("--again", metavar="理由", default="", help="本期已定稿时，出新一版的理由")
    acting.add_actor(parser)


def run(options) -> int:
    access = acting.access_of(options)
    organisation = acting.organisation(access, options.org)
    period = acting.year(options.year)
    edition = sealing.latest(access, organisation, period)
    if edition is None or options.again:
        edition = _seal(access, organisation, period, options.again)
        console.print(f"已定稿：{escape(str(edition))}")
    else:
        console.print(f"本期已于此前定稿，未作改动：{escape(str(edition))}")
    for path in files.write(edition, options.out.absolute()):
        console.print(f"  {escape(str(path))}")
    return 0


def _seal(access, organisation, period, why: str) -> Edition:
    try:
        with console.status("正在汇总、定稿……"):
            return sealing.seal(access, organisation, period, why=why)
    except ValidationError as error:
        raise Refusal("；".join(error.messages)) from error
    except (PermissionDenied, Http404) as error:
        raise Refusal("该用户无权为这个组织定稿") from error
