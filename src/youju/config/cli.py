"""`youju VERB …`: our verbs, in Chinese; Django's own stay under `youju django …`."""

import os
import sys
from argparse import RawDescriptionHelpFormatter
from importlib import import_module
from keyword import iskeyword

from youju.config.chinese import Parser
from youju.config.console import Refusal, complain

# Each verb is a module in `commands` with `add_arguments(parser)` and `run(options) -> int`.
VERBS = {
    "demo": "看演示：建一个虚构的镇，登记一年的工作，做出总结并启动网站",
    "init": "正式使用第一步：建立本级工会和第一位用户",
    "serve": "启动网站，供本机或办公室网络使用",
    "migrate": "升级后把数据库改到新版本",
    "figures": "算出一个组织一个年度的全部指标",
    "seal": "把一个年度的工作总结定稿，写成 Word、PDF 和网页",
    "import": "把一张表格（xlsx、xls、ods、csv）导入一本台账，先逐格检查",
    "export": "把一本台账导出成 Excel 工作簿",
    "verify": "核验记录、历史、附件和定稿是否一致",
    "backup": "把数据库和附件备份成一个文件（不含密钥）",
    "restore": "用备份文件恢复到空的数据目录",
    "read": "读出一份文稿里的每一个数字，以及它说的是哪个指标",
    "check": "数字核对：文稿里的说法与台账是否一致",
    "verify-file": "核验一份总结网页（HTML）是否被改动、由谁签名",
    "notify": "把各单位待办的条数发到邮箱或群机器人，每天最多一条（填了地址才发）",
    "bench": "测速：在临时目录里造一批会员，量出导入、列表、查找、粘贴、导出各要多久",
    "doctor": "自检：密钥、数据库、页面资源是否齐备",
}
FOLDERS = """\
数据放在 YOUJU_HOME（默认 ./var），密钥放在 YOUJU_KEYS（默认在数据目录旁边，名为 <数据目录>-keys）。
密钥不进备份，请另外妥善保管；没有密钥，加密的数据无法恢复。
"""


def main(args: list[str] | None = None) -> int:
    args = sys.argv[1:] if args is None else args
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "youju.config.settings")
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # a terminal without Chinese must not end the work half done
    if args[:1] == ["django"]:
        return _django(args[1:])
    if not args or args[0] not in VERBS:
        return _front_door(args)
    return _run(args[0], args[1:])


def _front_door(args: list[str]) -> int:
    width = max(map(len, VERBS))
    verbs = "\n".join(f"  {verb:<{width}}  {says}" for verb, says in VERBS.items())
    parser = Parser(
        prog="youju",
        usage="youju 命令 [选项]",
        description="有据：乡镇总工会的工作台账、证据和年度总结。",
        epilog=f"命令：\n{verbs}\n\n每个命令的说明：youju 命令 --help\n{FOLDERS}",
        formatter_class=RawDescriptionHelpFormatter,
    )
    if args and args[0] not in ("-h", "--help"):
        parser.error(f"没有“{args[0]}”这个命令")
    parser.print_help()
    return 0


def _run(verb: str, args: list[str]) -> int:
    import django

    django.setup()
    from youju.base.vault import VaultError

    name = verb.replace("-", "_") + "_" * iskeyword(verb)
    command = import_module(f"youju.config.commands.{name}")
    parser = Parser(prog=f"youju {verb}", description=VERBS[verb])
    command.add_arguments(parser)
    options = parser.parse_args(args)
    try:
        return command.run(options)
    except (Refusal, VaultError) as refusal:
        complain(str(refusal))
        return 1
    except KeyboardInterrupt:
        complain("已停止")
        return 130


def _django(args: list[str]) -> int:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["youju django", *args])
    return 0


if __name__ == "__main__":
    sys.exit(main())
