"""A made-up township for measuring: the same members for the same seed, and none of them a real person."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

import xlsxwriter
from stdnum.cn import ric

from youju.base import vault
from youju.base.clock import today
from youju.config.commands.migrate import migrate
from youju.org import tree
from youju.org.access import Access
from youju.org.models import Organisation, Post, Role, User
from youju.records import writing

HEAD = ("单位", "姓名", "身份证号", "性别", "入会日期", "会员证号")
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
)
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂玲华文玉建国红志海春梅鹏飞宇浩晓东雪峰波辉"
FROM, LATEST, EACH = date(1960, 1, 1), date(2025, 6, 30), 500
PER_FILE = 100_000


@dataclass(frozen=True)
class Office:
    members: int
    seed: int = 20250308

    def found(self) -> None:
        """Keys, tables, a township, its unions and its clerk; the members come by import."""
        vault.create_keys()
        migrate()
        town = self._unit("镇总工会", "ZHEN", Organisation.Kind.TOWN, None)
        for number in range(self.unions):
            self._unit(self.union(number), f"ZHEN-{number:05d}", Organisation.Kind.BASIC, town)
        user = User(login_name="bench", name="经办人")
        user.set_unusable_password()
        user.save()
        writing.enter(Post(user=user, organisation=town, role=Role.CLERK, from_on=today()), by=None)

    @property
    def unions(self) -> int:
        return max(4, self.members // EACH)

    def union(self, number: int) -> str:
        return f"第{number:05d}号企业工会"

    @cached_property
    def access(self) -> Access:
        return Access(User.objects.get(login_name="bench"))

    @cached_property
    def town(self) -> Organisation:
        return self.access.organisation("ZHEN")

    def rows(self, first: int, number: int) -> Iterator[tuple[str, ...]]:
        """Members as rows of a table, each with a right ID number of its own."""
        draw = random.Random(f"{self.seed}/{first}")  # noqa: S311  data for measuring
        for serial in range(first, first + number):
            name = draw.choice(SURNAMES) + "".join(draw.choices(GIVEN, k=draw.choice((1, 2, 2))))
            joined = LATEST - timedelta(days=draw.randrange(5_000))
            union = self.union(draw.randrange(self.unions))
            sex = "男" if serial % 2 else "女"
            yield union, name, id_number(serial), sex, joined.isoformat(), f"HY{serial:08d}"

    def workbook(self, path: Path, first: int, number: int) -> Path:
        with xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_numbers": False}) as book:
            page = book.add_worksheet("会员")
            page.write_row(0, 0, HEAD)
            for line, row in enumerate(self.rows(first, number), start=1):
                page.write_row(line, 0, row)
        return path

    def parts(self) -> list[tuple[int, int]]:
        """First serial and number of rows of each file."""
        firsts = range(0, self.members, PER_FILE)
        return [(first, min(PER_FILE, self.members - first)) for first in firsts]

    def _unit(self, name: str, code: str, kind: str, parent: Organisation | None) -> Organisation:
        unit = Organisation(name=name, short_name=name, code=code, kind=kind, from_on=date(2000, 1, 1))
        return tree.found(unit, parent, by=None)


def id_number(serial: int) -> str:
    """The serial-th of fourteen million made-up numbers; odd ones are men's."""
    days, place = divmod(serial, 998)
    body = f"340321{FROM + timedelta(days=days):%Y%m%d}{place + 2:03d}"
    return body + ric.calc_check_digit(body + "0")
