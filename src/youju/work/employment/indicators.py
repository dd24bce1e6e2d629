"""Posts found, people brought into work and whether they stayed, services held, and labour gone out."""

from youju.ledger.indicators import attendances, count, total
from youju.ledger.kinds import kinds
from youju.ledger.shares import share
from youju.work.employment.models import (
    Destination,
    FollowUp,
    JobOffer,
    JobPlacement,
    LabourExport,
    ServiceEvent,
)


def _hired(scope):
    return JobPlacement.objects.within(scope).filter(hired=True)


@count(
    "employment.people_placed",
    "介绍就业",
    unit="人",
    of="person",
    synonyms=("推荐介绍就业", "介绍就业岗位", "推荐就业", "帮助就业", "介绍到企业就业"),
)
def people_placed(scope):
    """本期内经工会介绍并被用人单位录用的人数。

    同一人多次介绍、先后被几家单位录用，只计一人；以介绍日期在本期内、“已录用”的已确认职业介绍台账为准，
    只介绍未录用的不计。
    """
    return _hired(scope)


@count(
    "employment.people_placed_south",
    "介绍到苏南就业",
    unit="人",
    of="person",
    synonyms=("推荐到苏南就业", "介绍去苏南就业"),
)
def people_placed_south(scope):
    """本期内经工会介绍、被苏南用人单位录用的人数，同一人只计一次。

    口径同“介绍就业”，去向为苏南；同一人本期内先后在不同去向就业的，在各去向分别计入，各去向之和可能大于介绍就业人数。
    """
    return _hired(scope).filter(destination=Destination.SOUTH)


@count(
    "employment.people_placed_county",
    "介绍到本县企业就业",
    unit="人",
    of="person",
    synonyms=("介绍到本县就业", "推荐到本县企业就业", "就近就业"),
)
def people_placed_county(scope):
    """本期内经工会介绍、被本县用人单位录用的人数，同一人只计一次。

    口径同“介绍就业”，去向为本县；同一人本期内先后在不同去向就业的，在各去向分别计入，各去向之和可能大于介绍就业人数。
    """
    return _hired(scope).filter(destination=Destination.COUNTY)


@count(
    "employment.labour_exported",
    "劳务输出",
    unit="人",
    of="person",
    synonyms=("输出劳务", "组织劳务输出", "对外劳务输出", "输出劳动力"),
)
def labour_exported(scope):
    """本期内外出务工的劳务输出人数。

    同一人本期内多次外出，只计一人；以外出日期在本期内、已确认的劳务输出台账为准，
    本期前外出、本期仍在外的不计，本期外出后已返乡的仍计。
    """
    return LabourExport.objects.within(scope)


@count("employment.labour_returned", "务工人员返乡", unit="人", of="person", synonyms=("返乡务工人员",))
def labour_returned(scope):
    """本期内返乡的外出务工人员数，以返乡日期在本期内、已确认的劳务输出台账为准，同一人只计一次。"""
    days = (scope.period.start, scope.period.end)
    return LabourExport.objects.in_scope(scope).filter(returned_on__range=days)


@kinds("employment.destinations", "劳务输出去向", "类", of="destination")
def destinations(scope):
    """本期内劳务输出有几类去向（苏南、省内其他、省外等），同一去向多人只计一类。"""
    return LabourExport.objects.within(scope)


@total(
    "employment.posts_offered",
    "推荐就业岗位",
    of="openings",
    unit="个",
    synonyms=("推荐介绍就业岗位", "提供就业岗位", "推荐岗位"),
)
def posts_offered(scope):
    """本期内登记、向求职人员推荐的就业岗位个数，以登记日期在本期内、已确认的岗位信息台账“招用人数”合计为准。

    招聘会上提供的岗位，须逐条登记到岗位信息台账才计入。
    """
    return JobOffer.objects.within(scope)


@share(
    "employment.followed_up_rate",
    "就业回访率",
    of=_hired,
    by="placement",
    synonyms=("录用人员回访率",),
)
def followed_up_rate(scope):
    """本期内经介绍被录用的人次中，到截止日已回访过的比例；分母为本期“已录用”的职业介绍记录，一条一计。"""
    return FollowUp.objects.in_scope(scope).filter(occurred_on__lte=scope.as_of)


@share(
    "employment.still_there_rate",
    "就业稳定率",
    of=_hired,
    by="placement",
    synonyms=("稳岗率", "就业稳岗率"),
)
def still_there_rate(scope):
    """本期内经介绍被录用的人次中，三个月或六个月回访时仍在岗的比例。

    分母为本期“已录用”的职业介绍记录；分子为其中有“仍在岗”的三个月或六个月回访记录的，未回访的不算在岗。
    """
    found = FollowUp.objects.in_scope(scope).filter(occurred_on__lte=scope.as_of, still_there=True)
    return found.filter(after__in=(FollowUp.After.THREE, FollowUp.After.SIX))


@count(
    "employment.service_events",
    "创业、再就业活动",
    unit="次",
    synonyms=("创业再就业活动", "开展创业、再就业活动", "就业服务活动", "创业再就业活动次数"),
)
def service_events(scope):
    """本期内开展的创业、再就业服务活动次数，含招聘会、创业扶持、再就业帮扶、政策咨询等，一条已确认的记录计一次。"""
    return ServiceEvent.objects.within(scope)


@count("employment.job_fairs", "招聘会", unit="场", synonyms=("举办招聘会", "就业招聘会"))
def job_fairs(scope):
    """本期内举办的招聘会场次，以类别为“招聘会”的已确认就业服务台账为准。"""
    return ServiceEvent.objects.within(scope).filter(kind=ServiceEvent.Kind.JOB_FAIR)


@attendances("employment.service_attendances", "参加就业服务活动", synonyms=("就业服务人次",))
def service_attendances(scope):
    """本期内参加创业、再就业服务活动的人次，按签到逐人逐场计算，附有签到表扫描件的未列名人次一并计入并注明。"""
    return ServiceEvent.objects.within(scope)
