"""Campaigns and contests held, innovations, honours, model workers, and how many women take part."""

from django.db.models import Exists, OuterRef, QuerySet

from youju.ledger.indicators import attendances, attendees, count, total
from youju.ledger.kinds import kinds
from youju.ledger.populations import women
from youju.ledger.scope import Scope
from youju.ledger.shares import share
from youju.work.merit.models import (
    Campaign,
    Contest,
    CreationUnit,
    DemonstrationPoint,
    Innovation,
    ModelVisit,
    ModelWorker,
    Studio,
    WomensDriveEntry,
)


@count(
    "merit.creation_units_added",
    "新增创建单位",
    unit="家",
    of="employer",
    synonyms=("新增争创单位", "新增争创树创建单位", "新创建单位"),
)
def creation_units_added(scope):
    """本期内在争创活动中新命名的创建单位家数。

    以命名日期在本期内、已确认的创建单位台账为准；同一单位本期内多次、多级命名，只计一家；
    本期之前已在同一活动中命名过的单位，本期晋级不算新增。
    """
    before = CreationUnit.objects.in_scope(scope).filter(occurred_on__lt=scope.period.start)
    before = before.filter(employer=OuterRef("employer"), drive=OuterRef("drive"))
    return CreationUnit.objects.within(scope).filter(~Exists(before))


@count(
    "merit.demonstration_points",
    "培育学习示范点",
    unit="个",
    synonyms=("学习示范点", "培育示范点", "建立学习示范点"),
)
def demonstration_points(scope):
    """本期内确定的学习示范点个数。

    以确定日期在本期内、已确认的学习示范点台账为准，一个示范点只登记一次。
    """
    return DemonstrationPoint.objects.within(scope)


@share(
    "merit.womens_drive_rate",
    "女职工双争参与率",
    of=women,
    by="person",
    synonyms=("女职工双争活动参与率", "双争参与率", "女职工参与率"),
)
def womens_drive_rate(scope):
    """参加过双争活动的女职工占全部女职工的比例。

    分母为截止日在岗的女职工，按人计算，同时在两家单位就业的只计一人；
    分子为其中本期内至少有一条已确认双争记录的人，同一人多次参加只计一人。
    截止日前离职的女职工，即使参加过，分子分母都不计。参加人次不得作为分子。
    """
    return WomensDriveEntry.objects.within(scope)


# -- campaigns and contests ------------------------------------------------------------


def _running(kind: Campaign.Kind, scope: Scope) -> QuerySet:
    """Campaigns of a kind that ran on some day of the period."""
    return Campaign.objects.in_scope(scope).filter(kind=kind).overlapping(scope.period)


@count("merit.contend_campaigns", "争创树活动", unit="项", synonyms=("开展争创树活动", "争创活动"))
def contend_campaigns(scope):
    """本期内开展的争创树活动项数，以活动期与本期有重叠、类别为“争创树活动”的已确认主题活动台账为准，一项活动计一次。"""
    return _running(Campaign.Kind.CONTEND, scope)


@count("merit.womens_campaigns", "女职工双争活动", unit="项", synonyms=("开展女职工双争活动", "双争活动"))
def womens_campaigns(scope):
    """本期内开展的女职工双争活动项数，口径同“争创树活动”，类别为“女职工双争活动”。参与情况见“女职工双争参与率”。"""
    return _running(Campaign.Kind.WOMEN, scope)


@count("merit.model_campaigns", "劳模品牌工程", unit="项", synonyms=("打造劳模品牌工程", "劳模品牌"))
def model_campaigns(scope):
    """本期内实施的劳模品牌工程项数，口径同“争创树活动”，类别为“劳模品牌工程”。"""
    return _running(Campaign.Kind.MODELS, scope)


@count(
    "merit.contests_held",
    "劳动竞赛",
    unit="场",
    synonyms=("开展劳动竞赛", "组织劳动竞赛", "举办劳动竞赛", "帮助企业开展劳动竞赛"),
)
def contests_held(scope):
    """本期内举办的劳动竞赛和技能竞赛场次，一条已确认的竞赛记录计一场；知识竞赛另计。"""
    kinds_ = (Contest.Kind.LABOUR, Contest.Kind.SKILLS)
    return Contest.objects.within(scope).filter(kind__in=kinds_)


def _quizzes(scope: Scope) -> QuerySet:
    return Contest.objects.within(scope).filter(kind=Contest.Kind.SAFETY)


@count(
    "merit.safety_quizzes", "安全生产知识竞赛", unit="场", synonyms=("安全知识竞赛", "举办安全生产知识竞赛")
)
def safety_quizzes(scope):
    """本期内举办的安全生产知识竞赛场次，一条类别为“安全生产知识竞赛”的已确认竞赛记录计一场。"""
    return _quizzes(scope)


@attendees(
    "merit.safety_quiz_people", "安全知识竞赛参加人数", synonyms=("职工参加了竞赛", "参加安全知识竞赛职工")
)
def safety_quiz_people(scope):
    """本期内参加安全生产知识竞赛的职工人数，同一人参加几场只计一人；未列名、未核身份的不计入人数。"""
    return _quizzes(scope)


@attendances("merit.safety_quiz_attendances", "安全知识竞赛参加人次")
def safety_quiz_attendances(scope):
    """本期内参加安全生产知识竞赛的人次，按签到（报名）逐人逐场计算，附有签到表扫描件的未列名人次一并计入并注明。"""
    return _quizzes(scope)


@attendances("merit.contest_attendances", "参加劳动竞赛", synonyms=("劳动竞赛参加人次", "参赛职工"))
def contest_attendances(scope):
    """本期内参加各类竞赛（劳动、技能、安全和其他知识竞赛）的人次，按签到（报名）逐人逐场计算。"""
    return Contest.objects.within(scope)


# -- innovation ------------------------------------------------------------------------


@count(
    "merit.innovations",
    "群众性技术创新",
    unit="项",
    synonyms=("经济技术创新活动", "职工经济技术创新", "群众性技术创新活动", "技术创新项目"),
)
def innovations(scope):
    """本期内完成的职工技术创新项目数，含技术革新、节能减排、五小和其他经济技术创新，一条已确认的记录计一项。"""
    return Innovation.objects.within(scope)


@count("merit.energy_savings", "节能减排", unit="项", synonyms=("节能减排活动", "节能减排项目"))
def energy_savings(scope):
    """本期内完成的节能减排项目数，以类别为“节能减排”的已确认技术创新台账为准。"""
    return Innovation.objects.within(scope).filter(kind=Innovation.Kind.SAVING)


@count("merit.renovations", "技术革新", unit="项", synonyms=("技术革新项目", "技术改造"))
def renovations(scope):
    """本期内完成的技术革新项目数，以类别为“技术革新”的已确认技术创新台账为准，五小中的“小革新”另计。"""
    return Innovation.objects.within(scope).filter(kind=Innovation.Kind.RENOVATION)


@count("merit.five_small", "五小成果", unit="项", synonyms=("五小活动", "小发明小创造", "五小竞赛成果"))
def five_small(scope):
    """本期内的五小成果数：小发明、小创造、小革新、小设计、小建议，一条已确认的记录计一项。"""
    return Innovation.objects.within(scope).filter(kind__in=Innovation.FIVE_SMALL)


@kinds("merit.innovation_kinds", "技术创新形式", "种", of="kind", synonyms=("形式多样的创新活动",))
def innovation_kinds(scope):
    """本期内技术创新有几种形式（技术革新、节能减排、小发明等），同一形式多项只计一种。"""
    return Innovation.objects.within(scope)


@count(
    "merit.units_innovating",
    "开展技术创新单位",
    unit="家",
    of="organisation",
    synonyms=("各单位开展技术创新",),
)
def units_innovating(scope):
    """本期内有技术创新成果的单位家数，同一单位几项成果只计一家，以台账所属单位为准。"""
    return Innovation.objects.within(scope)


@total("merit.innovation_benefit", "技术创新效益", of="benefit", synonyms=("创造经济效益", "创效"))
def innovation_benefit(scope):
    """本期内完成的技术创新项目年经济效益合计，单位为元，以技术创新台账“年经济效益”一栏为准，未填的不计。"""
    return Innovation.objects.within(scope)


# -- model workers ---------------------------------------------------------------------


@count("merit.model_workers", "在册劳模", unit="人", of="person", synonyms=("劳模", "劳动模范"))
def model_workers(scope):
    """截止日在册的劳模（含五一劳动奖章获得者、工匠）人数，按人计算，以已确认的劳模台账为准。"""
    return ModelWorker.objects.holding(scope)


@share(
    "merit.models_visited_rate",
    "劳模走访率",
    of=ModelWorker.objects.holding,
    by="model_worker",
    synonyms=("走访慰问劳模", "劳模走访面"),
)
def models_visited_rate(scope):
    """截止日在册的劳模中，本期内走访过的比例；分子为其中本期内至少有一条已确认走访记录的人，多次走访只计一人。"""
    return ModelVisit.objects.within(scope)


@count(
    "merit.studios",
    "劳模创新工作室",
    unit="个",
    synonyms=("建立劳模创新工作室", "劳模工作室", "创新工作室"),
)
def studios(scope):
    """截止日已建立、尚未撤销的劳模创新工作室个数，设在企业、机关或村（社区）的都计，以已确认的台账为准。"""
    return Studio.objects.holding(scope)


@count("merit.studios_founded", "新建劳模创新工作室", unit="个", synonyms=("新建立劳模创新工作室",))
def studios_founded(scope):
    """本期内建立的劳模创新工作室个数，以建立日期在本期内的已确认台账为准。"""
    return Studio.objects.begun(scope)
