"""argparse in Chinese: headings, help, and one clear line for wrong arguments."""

import argparse
import re
import sys
from contextlib import contextmanager
from typing import NoReturn

from youju.config.console import complain

# What argparse would say, and what we say; `%(…)s` stand where argparse puts them.
WORDS = {
    "usage: ": "用法：",
    "options": "选项",
    "positional arguments": "参数",
    "show this help message and exit": "显示这份说明",
    "the following arguments are required: %s": "缺少参数：%s",
    "unrecognized arguments: %s": "不认识的参数：%s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s %(message)s",
    "expected one argument": "后面要写一个值",
    "expected at least one argument": "后面至少要写一个值",
    "invalid %(type)s value: %(value)r": "的值 %(value)r 不对",
    "invalid choice: %(value)r (choose from %(choices)s)": "的值 %(value)r 不对，可选：%(choices)s",
    "invalid choice: %(value)r, maybe you meant %(suggestion)r? (choose from %(choices)s)": (
        "的值 %(value)r 不对，是否想写 %(suggestion)r？可选：%(choices)s"
    ),
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s 不明确，可能是 %(matches)s",
    "not allowed with argument %s": "不能与 %s 一起使用",
    "one of the arguments %s is required": "%s 之中要写一个",
    "ignored explicit argument %r": "后面不能写值 %r",
}


class Parser(argparse.ArgumentParser):
    def __init__(self, **options):
        with chinese():
            super().__init__(allow_abbrev=False, **options)

    def parse_args(self, args=None, namespace=None):
        with chinese():
            return super().parse_args(args, namespace)

    def format_help(self):
        with chinese():
            return re.sub(r"(?m)^(选项|参数):$", r"\1：", super().format_help())

    def error(self, message: str) -> NoReturn:
        complain(f"{message}。用法见 {self.prog} --help")
        sys.exit(2)


@contextmanager
def chinese():
    """argparse looks its words up through these two names when it needs them."""
    kept = argparse._, argparse.ngettext
    argparse._ = lambda text: WORDS.get(text, text)
    argparse.ngettext = lambda one, many, n: WORDS.get(one, one if n == 1 else many)
    try:
        yield
    finally:
        argparse._, argparse.ngettext = kept
