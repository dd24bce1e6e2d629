"""Who works in the demo: the town's office, the chairs of the basic unions, the county, the auditor."""

import secrets
from dataclasses import dataclass
from datetime import date

from youju.demo.places import COUNTY_FROM, TOWN_FROM, Place
from youju.org.models import Organisation, Post, Role, User
from youju.records import writing


@dataclass(frozen=True)
class Account:
    """What is printed once: the password is kept nowhere in clear."""

    login_name: str
    name: str
    role: str
    place: str
    password: str


# Login names of the chairs, in pinyin as people would choose them.
CHAIR_LOGINS = {
    "兰天车轮": "lantian", "晶源石英": "jingyuan", "恒晶石英": "hengjing", "明玉石英": "mingyu",
    "宏达服装": "hongda", "金穗粮油": "jinsui", "康乐食品": "kangle", "永固建材": "yonggu",
    "立新塑业": "lixin", "顺通物流": "shuntong", "磐石铸造": "panshi", "同兴木业": "tongxing",
    "镇机关": "jiguan", "中心学校": "xuexiao", "丰盛纸箱厂": "fengsheng", "宁丰机械厂": "ningfeng",
    "丰平车轮": "fengping", "华丽光电": "huali",
}  # fmt: skip


class Staff:
    """The demo's users, saved before the first record: the door notes who wrote."""

    def __init__(self) -> None:
        self.accounts: list[Account] = []
        self.users: list[User] = []
        self.clerk = self._user("zhen-jingban", "周敏", Role.CLERK, "演示镇总工会")
        self.leader = self._user("zhen-fuzeren", "秦立军", Role.LEADER, "演示镇总工会")
        self.auditor = self._user("zhen-jingshen", "贺文慧", Role.AUDITOR, "演示镇总工会")
        self.county_officer = self._user("xian-ganbu", "单志远", Role.COUNTY, "演示县总工会")
        self.county_leader = self._user("xian-fuzeren", "仇建国", Role.COUNTY, "演示县总工会")
        self.chairs: dict[str, User] = {}

    def add_chair(self, place: Place, name: str) -> None:
        login = f"{CHAIR_LOGINS[place.short]}-zhuxi"
        self.chairs[place.short] = self._user(login, name, Role.CHAIR, place.short)

    def save(self) -> None:
        User.objects.bulk_create(self.users)

    def posts(self, county: Organisation, town: Organisation) -> list[tuple[date, Post]]:
        """The offices' posts with the day from which each is held."""
        held = (
            (self.county_officer, county, Role.COUNTY, COUNTY_FROM),
            (self.county_leader, county, Role.COUNTY, COUNTY_FROM),
            (self.clerk, town, Role.CLERK, TOWN_FROM),
            (self.leader, town, Role.LEADER, TOWN_FROM),
            (self.auditor, town, Role.AUDITOR, TOWN_FROM),
        )
        return [
            (day, Post(user=user, organisation=unit, role=role, from_on=day))
            for user, unit, role, day in held
        ]

    def seat_chair(self, place: Place, union: Organisation) -> None:
        post = Post(user=self.chairs[place.short], organisation=union, role=Role.CHAIR, from_on=place.founded)
        writing.enter(post, by=self.clerk)

    def _user(self, login_name: str, name: str, role: Role, place: str) -> User:
        password = secrets.token_urlsafe(9)
        user = User(login_name=login_name, name=name)
        user.set_password(password)
        self.users.append(user)
        self.accounts.append(Account(login_name, name, str(role.label), place, password))
        return user
