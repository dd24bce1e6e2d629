"""People brought into work, by where they went, and labour gone out."""

from youju.ledger.indicators import count
from youju.work.employment.models import Destination, JobPlacement, LabourExport


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
