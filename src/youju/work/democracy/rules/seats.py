"""Companies without a worker on their boards, and area congresses with too many owners."""

from django.db.models import Count, F

from youju.ledger.populations import employments, enterprises
from youju.ledger.rules import rule
from youju.records.parameters import Confidence
from youju.work.democracy.models import Congress, WorkerSeat
from youju.work.democracy.parameters import OWNERS_MOST, WORKER_SEAT_FROM

JOINT = (Congress.Kind.AREA, Congress.Kind.TRADE)


@rule(
    "democracy.no_worker_seat",
    "应有未有职工董事",
    source="《公司法》第六十八条",
    confidence=Confidence.LAW,
    parameter=WORKER_SEAT_FROM,
    remedy=WorkerSeat,
)
def no_worker_seat(scope):
    """截止日职工达到规定人数、既没有职工董事也没有职工监事的已建会企业。

    公司才有此要求：不是公司的不必处理；是公司的，请推动由职代会选举并登记。
    """
    held = employments(scope).order_by().values("employer").annotate(n=Count("person", distinct=True))
    large = held.filter(n__gte=WORKER_SEAT_FROM.at(scope)).values("employer")
    seated = WorkerSeat.objects.holding(scope).values("employer")
    return enterprises(scope).filter(pk__in=large).exclude(pk__in=seated)


@rule(
    "democracy.too_many_owners",
    "经营者代表过多",
    source="《浙江省企业民主管理条例》第十八条",
    confidence=Confidence.LOCAL,
    parameter=OWNERS_MOST,
)
def too_many_owners(scope):
    """本期内召开、经营者代表超过应到代表规定比例的区域性、行业性职代会。请核对代表名单，下次选举时调整。"""
    held = Congress.objects.within(scope).filter(kind__in=JOINT)
    counts = held.alias(hundredfold=F("owners") * 100, most=F("delegates_due") * OWNERS_MOST.at(scope))
    return counts.filter(hundredfold__gt=F("most"))
