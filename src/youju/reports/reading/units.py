"""Units of counting: how they are written, what they are normalised to, and of which kind they are."""

from decimal import Decimal

PERSON, HOUSEHOLD, BODY, MONEY, RATE = "person", "household", "body", "money", "rate"
TIMES, PIECE, GOODS, MEASURE, TIME, OTHER = "times", "piece", "goods", "measure", "time", "other"

_WRITTEN = {
    PERSON: "人次 人 名 位 人(次) 人/次 人·次 名次",
    HOUSEHOLD: "户 户次",
    BODY: "家 个 所 间 家次 个(家) 家(个) 个/家 座 栋 幢 处 站 座次",
    MONEY: "元 块钱 美元 元钱 元人民币 元/人 元每人 元/户 元/年 元/月 元/名 元/人次 角 分钱",
    RATE: "% ‰ 个百分点 百分点 倍",
    TIMES: "场次 场 次 期 届次 轮 班次 趟 遍 场(次) 次(场) 期(次) 车次 批次 批 届 班 轮次 期次 课次",
    PIECE: "项 件 条 份 篇 起 例 宗 桩 对 版 块 幅 副 集 部 首 门 节 讲 堂 课 页 字 档 单 笔 点 案 "
    "件次 条次 项次",
    GOODS: "袋 箱 盒 瓶 桶 包 床 套 台 辆 本 册 张 面 把 支 根 片 枚 顶 双 盏 盆 株 棵 束 只 头 壶 "
    "台次 辆次 册次 "
    "架 艘 颗 件套 台套 台(套) 套(件) 罐 捆 卷 杯 斤 公斤 千克 克 吨 升 kg 队 组 股 扇 朵 匹 尾 提 车 "
    "册(份) 份(册) 部(台) 副(套)",
    MEASURE: "平方米 平方公里 平米 ㎡ m2 亩 公顷 米 公里 千米 km 立方米 时户 千瓦时 度电 课时 学时 字节 "
    "吨标煤",
    TIME: "天 小时 个小时 分钟 个月 个工作日 个季度 个学期 个星期 周 秒 个周 个昼夜 工日 个工日",
    OTHER: "分 种 类 层 级 个类 样 户头 口 代 环 款 系列 道 步 人组 列 线 架次 车 床位 栏 方",
}

_SAME = {
    written: unit
    for unit, others in {
        "人": "名 位",
        "人次": "人(次) 人/次 人·次 名次",
        "个": "个(家) 个/家",
        "家": "家(个)",
        "元": "块钱 元钱 元人民币 分钱 角 元/人 元每人 元/户 元/年 元/月 元/名 元/人次",
        "百分点": "个百分点",
        "平方米": "平米 ㎡ m2",
        "公斤": "kg",
        "公里": "km 千米",
        "场": "场(次)",
        "次": "次(场)",
        "期": "期(次)",
        "台": "台(套)",
        "套": "套(件)",
        "小时": "个小时",
        "度": "度电",
        "册": "册(份)",
        "份": "份(册)",
        "部": "部(台)",
        "副": "副(套)",
    }.items()
    for written in others.split()
}
_TIMES = {"角": Decimal("0.1"), "分钱": Decimal("0.01")}

KINDS: dict[str, str] = {
    unit: kind for kind, written in reversed(_WRITTEN.items()) for unit in written.split()
}
LONGEST_FIRST = sorted(KINDS, key=len, reverse=True)
_BY_FIRST: dict[str, list[str]] = {}
for _unit in LONGEST_FIRST:
    _BY_FIRST.setdefault(_unit[0], []).append(_unit)


def unit_at(text: str, start: int) -> str:
    """The longest unit written at this place, or an empty string."""
    for unit in _BY_FIRST.get(text[start : start + 1], ()):
        if text.startswith(unit, start):
            return unit
    return ""


def normal_unit(written: str) -> str:
    return _SAME.get(written, written)


def multiplier(written: str) -> Decimal:
    return _TIMES.get(written, Decimal(1))


def kind_of(unit: str) -> str:
    return KINDS.get(unit, RATE if unit == "百分点" else OTHER)
