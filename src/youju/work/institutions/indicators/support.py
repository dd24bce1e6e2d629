"""What Party, government and upper unions assigned and gave; and surveys."""

from youju.ledger.indicators import Counted, count
from youju.ledger.kinds import kinds
from youju.ledger.lines import LineOfWork
from youju.ledger.shares import ITSELF, share
from youju.work.institutions.models import PartyLink, Survey, UpperSupport

Body, Kind = UpperSupport.Body, UpperSupport.Kind


def _support(scope, kind: UpperSupport.Kind):
    return UpperSupport.objects.within(scope).filter(kind=kind)


@kinds(
    "institutions.leading_bodies",
    "领导和支持单位",
    of="body",
    unit="个",
    synonyms=("在县总工会的领导下", "领导单位"),
)
def leading_bodies(scope):
    """本期内有交办、指导、支持或专题研究记录的上级单位个数，县总工会、党委政府各计1个，多次的只计一次。"""
    return UpperSupport.objects.within(scope).exclude(body=Body.OTHER)


@count("institutions.guided", "上级指导", unit="次", synonyms=("县总工会指导", "上级工会指导"))
def guided(scope):
    """本期内上级单位来指导工会工作的次数，以上级交办与支持台账中类别为“指导”的为准，每条计1次。"""
    return _support(scope, Kind.GUIDED)


@count(
    "institutions.studied",
    "党政专题研究工会工作",
    unit="次",
    synonyms=("专题研究工会工作", "党委专题研究工会工作"),
)
def studied(scope):
    """本期内党委、政府专题研究工会工作的次数，以上级单位为“党委、政府”、类别为“专题研究”的为准。"""
    return _support(scope, Kind.STUDIED).filter(body=Body.PARTY)


@count(
    "institutions.supported",
    "党政和上级支持事项",
    unit="项",
    synonyms=("上级支持事项", "党政支持事项"),
)
def supported(scope):
    """本期内党委政府、县总工会和其他上级给予资金、物资、培训、政策等支持的事项数，每条计1项。"""
    return _support(scope, Kind.SUPPORTED)


@count("institutions.county_supported", "县总工会支持事项", unit="项", synonyms=("县总工会支持",))
def county_supported(scope):
    """本期内县总工会给予支持的事项数，口径同“党政和上级支持事项”，只计县总工会的。"""
    return _support(scope, Kind.SUPPORTED).filter(body=Body.COUNTY_UNION)


@count(
    "institutions.safety_orders_done",
    "落实县总安全生产部署",
    unit="项",
    synonyms=("落实安全生产部署", "贯彻县总工会安全生产部署"),
)
def safety_orders_done(scope):
    """县总工会交办、服务条线为“劳动保护”、办结日期在本期内的事项数；尚未办结的不计。"""
    days = (scope.period.start, scope.period.end)
    orders = UpperSupport.objects.in_scope(scope).filter(kind=Kind.ASSIGNED, body=Body.COUNTY_UNION)
    return orders.filter(served_line=LineOfWork.SAFETY, done_on__range=days)


def _assigned(scope):
    """What the county federation assigned with a time limit inside the period."""
    days = (scope.period.start, scope.period.end)
    orders = UpperSupport.objects.in_scope(scope).filter(kind=Kind.ASSIGNED, body=Body.COUNTY_UNION)
    return orders.filter(due_on__range=days)


@share(
    "institutions.county_orders_rate",
    "县总交办事项办结率",
    of=_assigned,
    by=ITSELF,
    synonyms=("交办事项办结率", "县总工会交办事项办结率"),
)
def county_orders_rate(scope):
    """县总工会交办、办结期限在本期内的事项中，在期限当日或以前办结的所占比例；逾期办结的不算。"""
    return _assigned(scope).on_time()


@count(
    "institutions.within_party_work",
    "工会工作纳入党建",
    unit="家",
    of="organisation",
    synonyms=("把工会工作纳入党建范畴", "纳入党建"),
)
def within_party_work(scope):
    """本期内有“工会工作纳入党建”记录的工会家数，一家有几条的只计一家。应附党委文件或会议记录。"""
    return PartyLink.objects.within(scope).filter(kind=PartyLink.Kind.INCLUDED)


@count(
    "institutions.joint_deployments",
    "党建带群建统筹部署",
    unit="次",
    synonyms=("与共青团和妇联工作通盘考虑", "工青妇统筹部署"),
)
def joint_deployments(scope):
    """本期内党组织把工会与共青团、妇联等群团工作一并部署的次数，每次计1次。"""
    return PartyLink.objects.within(scope).filter(kind=PartyLink.Kind.JOINT)


@count("institutions.surveys", "调研", unit="项", synonyms=("专题调研", "开展调研"))
def surveys(scope):
    """本期内开展的调研项数，自行开展和协助上级工会的都计，每个主题计1项。以调研日期为准。"""
    return Survey.objects.within(scope)


def _surveys_of(line: LineOfWork, label: str, *synonyms: str) -> Counted:
    def found(scope):
        return Survey.objects.within(scope).filter(line=line)

    found.__doc__ = f"本期内属于“{line.label}”条线的调研项数，自行开展和协助上级工会的都计，每个主题计1项。"
    return count(f"institutions.surveys_{line}", label, unit="项", synonyms=synonyms)(found)


SURVEYS_OF = (
    _surveys_of(LineOfWork.SAFETY, "劳动保护调研"),
    _surveys_of(LineOfWork.BARGAINING, "专项合同调研", "专项合同签订调研"),
)
