"""Who works in the demo: the town's office, the chairs of the basic unions, the county, the auditor."""

import secrets
from dataclasses import dataclass
from datetime import date

from youju.demo.places import Place
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
    "蚌埠新材料": "xincailiao", "江凯": "jiangkai", "兴禾米业": "xinghe", "长河砖瓦": "changhe",
    "乡中学": "zhongxue", "乡机关": "xiangjiguan", "乡卫生院": "weishengyuan",
    "启明电子": "qiming", "华森包装": "huasen",
}  # fmt: skip


@dataclass(frozen=True)
class Office:
    """The office of a federation: the first part of its login names, and who works there."""

    prefix: str
    place: str
    clerk: str
    leader: str
    auditor: str


TOWN_OFFICE = Office("zhen", "演示镇总工会", "周敏", "秦立军", "贺文慧")


class Staff:
    """Users of one federation, saved before the first record: the door notes who wrote."""

    def __init__(self, office: Office = TOWN_OFFICE, neighbour: "Staff | None" = None) -> None:
        """The county's people are made with the first town and shared with its neighbour."""
        self.accounts: list[Account] = []
        self.users: list[User] = []
        self.is_first = neighbour is None
        self.clerk = self._user(f"{office.prefix}-jingban", office.clerk, Role.CLERK, office.place)
        self.leader = self._user(f"{office.prefix}-fuzeren", office.leader, Role.LEADER, office.place)
        self.auditor = self._user(f"{office.prefix}-jingshen", office.auditor, Role.AUDITOR, office.place)
        if neighbour is None:
            self.county_officer = self._user("xian-ganbu", "单志远", Role.COUNTY, "演示县总工会")
            self.county_leader = self._user("xian-fuzeren", "仇建国", Role.COUNTY, "演示县总工会")
        else:
            self.county_officer, self.county_leader = neighbour.county_officer, neighbour.county_leader
        self.chairs: dict[str, User] = {}

    def add_chair(self, place: Place, name: str) -> None:
        login = f"{CHAIR_LOGINS[place.short]}-zhuxi"
        self.chairs[place.short] = self._user(login, name, Role.CHAIR, place.short)

    def save(self) -> None:
        User.objects.bulk_create(self.users)

    def posts(self, county: Organisation, town: Organisation) -> list[tuple[date, Post]]:
        """The offices' posts with the day from which each is held."""
        above = [(self.county_officer, county, Role.COUNTY), (self.county_leader, county, Role.COUNTY)]
        here = [(self.clerk, town, Role.CLERK), (self.leader, town, Role.LEADER)]
        here.append((self.auditor, town, Role.AUDITOR))
        offices = [*above, *here] if self.is_first else here
        held = [(user, unit, role, unit.from_on) for user, unit, role in offices]
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
