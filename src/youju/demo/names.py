"""Made-up people: names as they are frequent, ID numbers of a county that does not exist."""

import random
from datetime import date, timedelta

from stdnum.cn import ric

from youju.org.models import Organisation
from youju.people.models import Person, Sex

REGION = "320799"  # a right province, but no such county: nobody's number
SURNAMES = (
    "王王王王李李李李张张张张刘刘刘陈陈陈杨杨赵赵黄周周吴吴徐徐孙孙胡朱朱高林何郭马罗梁宋郑谢韩唐冯于董萧"
    "程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江"
    "史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单解仇查葛庄柏骆"
)
COMPOUND = ("欧阳", "上官", "司马", "诸葛")
_MEN = (
    "建国 志强 国庆 海涛 永刚 卫东 学军 长青 德胜 宝林 新民 立新 庆祥 万里 大勇 成林 光明 玉柱 春雷 文斌 "
    "俊杰 浩然 子豪 宇航 一鸣 家豪 鹏飞 天佑 明轩 晓东 伟 军 强 磊 勇 涛 超 明 刚 平 辉 鑫 波 斌 亮 凯 健 "
    "峰 浩 宁 龙 帅 旭 坤 阳 家乐 思远 立军 红军 兴旺 守信 传义 怀德 金山 玉田 振华 振宇 凤山 少华 志远"
)
_WOMEN = (
    "秀英 桂兰 玉兰 桂英 秀兰 春梅 红梅 雪梅 小红 丽华 丽萍 海燕 晓燕 玉珍 素芳 翠萍 巧云 彩霞 金凤 银花 "
    "静怡 欣怡 梦洁 雨涵 子涵 诗琪 佳怡 思琪 雅婷 婷婷 芳 娜 敏 静 丽 艳 娟 霞 燕 玲 红 梅 莉 慧 颖 洁 琳 "
    "倩 雪 蓉 萍 英 晓丽 晓娟 晓敏 文静 文慧 爱华 爱玲 月娥 月琴 兰芳 玉梅 志红 素珍 凤英 莲花 秋菊 冬梅 倩倩"
)
MEN, WOMEN = _MEN.split(), _WOMEN.split()


class People:
    """Draws persons who do not exist; each ID number and phone once."""

    def __init__(self, rng: random.Random, town: Organisation, taken: set[str] | None = None) -> None:
        self.rng, self.town = rng, town
        self.drawn: list[Person] = []
        self.numbers = set() if taken is None else taken  # shared by towns of one county

    def person(self, *, woman: bool | None = None, born: tuple[int, int] = (1966, 2005)) -> Person:
        woman = self.rng.random() < 0.4 if woman is None else woman
        birth = self.birth(*born)
        person = Person(
            federation_id=self.town.pk,
            name=self.name(woman=woman),
            sex=Sex.FEMALE if woman else Sex.MALE,
            birth_on=birth,
            id_number=self.id_number(birth, woman=woman),
            phone=f"1990000{len(self.drawn):04d}",
        )
        self.drawn.append(person)
        return person

    def birth(self, first: int, last: int) -> date:
        start, end = date(first, 1, 1), date(last, 12, 31)
        return start + timedelta(days=self.rng.randrange((end - start).days))

    def name(self, *, woman: bool) -> str:
        surname = self.rng.choice(COMPOUND) if self.rng.random() < 0.01 else self.rng.choice(SURNAMES)
        return surname + self.rng.choice(WOMEN if woman else MEN)

    def id_number(self, birth: date, *, woman: bool) -> str:
        while True:
            serial = 2 * self.rng.randrange(500) + (0 if woman else 1)
            body = f"{REGION}{birth:%Y%m%d}{serial:03d}"
            number = body + ric.calc_check_digit(body + "0")
            if number not in self.numbers:
                self.numbers.add(number)
                return number
