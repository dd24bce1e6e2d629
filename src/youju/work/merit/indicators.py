"""Units and points named, and how many women take part in their drive."""

from django.db.models import Exists, OuterRef

from youju.ledger.indicators import count
from youju.ledger.populations import women
from youju.ledger.shares import share
from youju.work.merit.models import CreationUnit, DemonstrationPoint, WomensDriveEntry


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
