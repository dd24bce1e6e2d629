"""Quantities that are no claims, by what stands around them: plans, thresholds, context, rules, durations.

Each rule is a function of a `Place`; the first that answers names the reason.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from youju.reports.reading import units
from youju.reports.reading.numbers import Quantity
from youju.reports.reading.structure import Structure


@dataclass(frozen=True)
class Place:
    """A quantity with the text before and after it: in its clause, and in its sentence."""

    text: str
    shape: Structure
    quantity: Quantity
    previous_end: int

    @property
    def clause_before(self) -> str:
        return self.text[self.shape.clause(self.quantity.start)[0] : self.quantity.start]

    @property
    def sentence_before(self) -> str:
        return self.text[self.shape.sentence(self.quantity.start)[0] : self.quantity.start]

    @property
    def after(self) -> str:
        return self.text[self.quantity.end : self.shape.clause(self.quantity.end)[1]][:24]

    @property
    def near(self) -> str:
        """The words between the quantity before this one and this one."""
        start = max(self.previous_end, self.shape.clause(self.quantity.start)[0])
        return self.text[start : self.quantity.start]


_ADMIN = re.compile(
    r"^(?:个|家)?(?:行政村|自然村|村民小组|村|社区|居委会|居民委员会|乡镇|镇|乡|街道|街镇|县区|区县|县市|县|党支部|党委|民族|省市|省|"
    r"城市|国家|开发区|工业园区?|园区)(?![^,。、\d]{0,4}(?:工会|工联会|联合会|企业|单位|服务|站|书屋|之家|职工|职代会|级|总工))"
)
_WORKED_IN = re.compile(
    r"走访|深入|覆盖|调研|检查|慰问|督[查导]|指导|推广|下到|走进|走遍|涉及|试点|建立|成立|新建|组建|在$"
)
_POPULATION = re.compile(
    r"总?人口|户籍|常住|辖(?!区|内)|辖区(?:总?面积|总?人口)|行政区划|国土|耕地|土地面积|总面积|幅员|农户"
)
_ECONOMY = re.compile(
    r"生产总值|GDP|财政收入|产值|销售(?:收入|额)|利税|税收|工业增加值|固定资产|注册资[本金]|纯收入|利润"
)
_FUTURE = re.compile(
    r"拟(?!定|订)|(?<![年作度产划])计划(?!生育|完成|经济|指标|书|单列|的|数|任务|内|外)|力争|预计|打算|将(?:于|在|再|继续|陆续|新建|举办|组织|发展|投入|达到|进一步)|明年|来年|下一步|下步|"
    r"争取(?:达到|在|年内|实现|完成|让|使|全年|今年|再|明年|覆盖)|确保(?!了)|目标(?:是|为|任务为)|任务(?:是|为)|要(?:达到|完成|确保|实现|力争|保证)|"
    r"准备(?:在|于|再|新|举办|组织|发展|用)|希望|建议(?:上级|市|县)|有望|要求[^,。]*$|(?:还|需|须)要|应(?:达到|不低于)|不得(?:低于|少于|超过)"
)
_BACK_TO_FACT = re.compile(
    r"实际|现已|已经|(?<!力争)已(?!经?下)|完成了|实现了|达到了|目前|截至|截止|超额|取得了"
)
_TARGET_BEFORE = re.compile(
    r"(?:任务|指标|目标|计划|定额|名额)(?:数|人数|是|为|的|共|约)?$|下达[^,。]*(?:任务|指标|目标)[^,。\d]{0,4}$|(?:名额|指标)[^,。\d]{0,3}$"
)
_TARGET_AFTER = re.compile(r"^的?[^,。;、\d]{0,6}(?:任务|目标|指标|计划)(?!的?完成|书|责任)")
_THRESHOLD_AFTER = re.compile(
    r"^的?(?:(?!,|。|;|:|、)\D){0,8}?(?:企业|单位|公司|非公|规模|群体|集体(?:性|劳动|上访)|劳动争议|工会组织|用人|项目|重大|大病|住院|车间|班组|学校|"
    r"工龄|职工方可|会员方可|的可|的,|可享|部门|商户|工地|厂)"
)
_RATE_RULE = re.compile(r"按(?:照)?[^,。]{0,6}(?:工资|总额|标准|基数|营业额|收入|总数)[^,。]{0,4}$|比例(?:为|是|按)?[^,。\d]{0,2}$")
_MONEY_RULE = re.compile(
    r"每(?:人|户|年|月)*(?:交纳|缴纳|缴|交)[^,。]{0,6}$|最低工资[^,。\d]{0,8}$|"
    r"(?:月|年|人均|家庭)[^,。\d]{0,4}(?:收入|工资|花费)[^,。\d]{0,4}(?:低于|高于|在|超过|满|不足)[^,。\d]{0,2}$"
)
_RULE_AFTER = re.compile(r"^(?:的)?(?:比例|标准)(?:收|提|计|缴|拨|上|下|筹|安排|列|返)")
_FREQUENCY = re.compile(r"每(?:半|个)?(?:年|月|周|季度?|学期|半年|天|日|季|半月|两年|逢)[^,。;\d]{0,16}$")
_WORTH = re.compile(
    r"(?:累计|服务|时长|学时|课时|共|连续|安全(?:生产|运行|行车)|值班|志愿|总计|合计|达|节约|减少)[^,。\d]{0,8}$"
)
_LEFT_OVER = re.compile(
    r"^(?:内|后|前|里|以来|来|中|时间|之内|期间|左右的?时间|的?(?:时间|努力|期限|假期|带薪|集训|义务|巡逻))"
)
_ABSTRACT = (
    r"方面|层面|环节|阶段|步骤|部分|关键|重点|中心|结合|原则|要求|意识|代表(?!队|大会|团|参|座|[,。;、]|的|提|讨)|普遍|文明|坚持|转变|突破|确保|到位|"
    r"优先|纳入|同步|基本|主题(?!活动\d|报告|讲)|不同|特点|优势|问题(?!\d|[,。;])|难题|层次|角度|目标|体系|机制|平台|品牌(?!\d)|理念|关系|"
    r"因素|能力|作风|保障(?!金|卡)|抓手|载体|引领|字|不准|严禁|必须|带动|提升|服务(?!站|点|中心|窗口|岗|队|热线|区|室)|全面|维护|确立|自信|"
    r"梦|新(?!建|增|入|成|的?工会|会员|职工|产品|工艺)|大|规定|制度(?!创|文)|职能|权利|社会职能|内容|任务|指标|工程(?!项目|立|竞)|行动|计划|关爱|聚焦|强化|深化|先行|满意|面向|想"
)
_ABSTRACT_AFTER = re.compile(rf"^(?:重点|主要|基本|具体|重要|突出|大)?(?:{_ABSTRACT})")
_ENUMERATED = re.compile(r"(?:[^、,。;:]{1,18}、)+[^、,。;:]{1,14}$|[^、,。;:]{2,8}和[^、,。;:]{2,6}$")
_SUMMARY_AFTER = re.compile(r"^(?:合计|共计|总计|相加|均|都|同时)")
_ONE_COUNTS = frozenset("期 场 家 户 名 位 所 间 辆 台 笔 座 场次 人 期次 幅 本 起 例 处 副 套".split())
_ONE_AT_END = _ONE_COUNTS | frozenset("个 次 项 件 面 块 条 份 篇 部 支 批".split())
_ONE_OF = re.compile(
    r"(?:每|任何|唯|同|另|统|第|这|那|某|哪|其中|有|逐|作为|成为|是|当作|像|如|为|选|于)(?:一?)$"
)
_DONE = re.compile(
    r"(?:了|过|举办|召开|组织|开展|新建|建成|成立|办|开|订|获|设立|命名|创建|评为|购置|配备|慰问|增加|添置|救助|资助)$"
)
_MONEY_NOT_OURS = re.compile(r"(?:特殊)?党费[”\"]?$|票价[^,。]{0,2}$|单价[^,。]{0,2}$|市值[^,。]{0,2}$|售价$")
_AGE_BEFORE = re.compile(r"年龄|工龄|党龄|会龄")


def _future(place: Place) -> str | None:
    if place.shape.is_plan(place.quantity.start):
        return "plan"
    before = place.sentence_before
    last = None
    for last in _FUTURE.finditer(before):
        pass
    return "plan" if last and not _BACK_TO_FACT.search(before, last.end()) else None


def _target(place: Place) -> str | None:
    if place.quantity.kind == units.RATE:
        return None
    before = place.clause_before
    # 完成组建12家工会的任务 is a fact, 完成下达的200人任务 names the target.
    met = re.search("超(?:额|出)?(?:完成)?(?:目标|任务|计划)+数?$|完成(?![^,]*(?:下达|年初|分解|分配|规定|要求|确定))", before)
    asked = _TARGET_BEFORE.search(before) or _TARGET_AFTER.match(place.after)
    return "target" if asked and not met else None


def _threshold(place: Place) -> str | None:
    quantity = place.quantity
    if quantity.kind == units.MONEY and re.match("的?(?:企业|单位|公司|项目)", place.after):
        return "threshold"
    if quantity.kind == units.RATE or not re.search(
        r"以[上下内]$", place.text[quantity.start : quantity.end]
    ):
        return None
    return "threshold" if _THRESHOLD_AFTER.match(place.after) else None


def _context(place: Place) -> str | None:
    admin = place.quantity.written in ("个", "家") and _ADMIN.match(place.after)
    acted = re.search("全部|[都均]|实现|建立|成立|参加|完成", place.after)
    if admin and not acted and not _WORKED_IN.search(place.clause_before):
        return "context"
    before = place.clause_before
    if place.quantity.unit == "人" and re.search("全[镇县乡村区市]$", before) and not place.after:
        return "context"
    if _POPULATION.search(before) or place.text.startswith("人口", place.quantity.end):
        return "context"
    if place.quantity.kind == units.MONEY and (_MONEY_NOT_OURS.search(before) or _ECONOMY.search(place.near)):
        return "context"
    # 辖41个行政村、4个居委会: the list goes on in the same sentence.
    return "context" if admin and _POPULATION.search(place.sentence_before) else None


def _rule(place: Place) -> str | None:
    kind = place.quantity.kind
    if kind == units.RATE and (_RATE_RULE.search(place.near) or _RULE_AFTER.match(place.after)):
        return "rule"
    if kind == units.MONEY and re.search("可(?:申请|享受?|获得?|领取?|报销|得)|最高|上限", place.clause_before):
        return "rule"
    if kind == units.MONEY and _MONEY_RULE.search(place.near):
        return "rule"
    return "age" if _AGE_BEFORE.search(place.near) and place.quantity.kind == units.TIME else None


def _duration(place: Place) -> str | None:
    quantity = place.quantity
    if quantity.kind == units.TIME:
        if _LEFT_OVER.match(place.after) or quantity.chinese:
            return "time"
        return None if quantity.value >= 100 or _WORTH.search(place.near) else "time"
    if quantity.written == "个" and re.match("[多半余](?:月|小时|星期|学期|季度|工作日)", place.after):
        return "time"
    periodic = quantity.kind in (units.TIMES, units.PIECE) and _FREQUENCY.search(place.clause_before)
    return "frequency" if periodic and quantity.value < 20 else None


def _one(place: Place) -> str | None:
    """一 is a number only where it counts events, bodies or persons; else it is an article."""
    quantity, before, after = place.quantity, place.near, place.after
    if quantity.digits == "二":
        return "word"
    if not quantity.bare_one:
        return None
    if re.search(r"每[人户名位个家年月]?$", before):
        return "word"
    if after[:1] == "" or after[0] in "、,":
        ends_list = re.search(r"[^\W\d的了着一每这那有]$", before) and quantity.written in _ONE_AT_END
        return None if ends_list and not _ONE_OF.search(before) else "word"
    counts = quantity.written in _ONE_COUNTS or (quantity.written == "次" and not after.startswith("性"))
    return None if counts and _DONE.search(before) and not _ONE_OF.search(before) else "word"


def _abstract(place: Place) -> str | None:
    quantity = place.quantity
    small = quantity.value <= 12 and quantity.written in (
        "个",
        "项",
        "种",
        "大",
        "条",
        "点",
        "类",
        "级",
        "道",
        "层",
        "方",
    )
    if quantity.chinese and quantity.written == "分":
        return "word"
    if not small:
        return None
    if quantity.written in ("类", "级", "层", "方", "分") or (
        quantity.chinese and quantity.written in ("种", "点", "道")
    ):
        return "word"
    if quantity.chinese and _ABSTRACT_AFTER.match(place.after):
        return "word"
    return "word" if re.match(r"(?:方面|层面|环节|阶段|不同)", place.after) else None


def _apposition(place: Place) -> str | None:
    """电工、焊工、会计四类培训班17期: the Chinese number only sums up the list before it."""
    quantity = place.quantity
    if re.match(r"^(?:合计|共计|总计)", place.after) and quantity.written in ("项", "类", "个", "家"):
        return "apposition"
    if quantity.chinese and quantity.written in ("项", "种") and re.match(r"^\D{2,10}\d", place.after):
        return "apposition"
    if not quantity.chinese or quantity.value > 10 or quantity.vague or place.near.endswith("等"):
        return None
    if not _ENUMERATED.search(place.near) or place.after[:1] in ("", "、"):
        return None
    return "apposition"


def _destination(place: Place) -> str | None:
    """给14个村下达任务: whom something was given to, named in passing."""
    before = place.near
    return "apposition" if re.search(r"(?:^|,)(?:给|向)$", before) and _ADMIN.match(place.after) else None


RULES: tuple[Callable[[Place], str | None], ...] = (
    _future, _target, _threshold, _context, _rule, _duration, _one, _abstract, _apposition, _destination,
)  # fmt: skip


def reason_for_silence(place: Place) -> str | None:
    """Why this quantity is no claim, or None when it is one."""
    return next((reason for rule in RULES if (reason := rule(place))), None)
