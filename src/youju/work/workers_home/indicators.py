"""Homes built, checked and liked; what stands in them; and where something is tried first."""

from django.db.models import F

from youju.ledger.indicators import Counted, count
from youju.ledger.kinds import Kinds, kinds
from youju.ledger.populations import unions
from youju.ledger.ratios import Ratio, ratio
from youju.ledger.shares import share
from youju.work.workers_home.models import (
    Facility,
    Home,
    Pilot,
    SatisfactionBallot,
    SelfCheck,
    SpotCheck,
)
from youju.work.workers_home.parameters import SATISFACTION_PERCENT

Group, Source = SatisfactionBallot.Group, Facility.Source


@count(
    "workers_home.homes",
    "建家单位",
    unit="家",
    of="organisation",
    synonyms=("开展建家活动单位", "职工之家建设单位", "创建职工之家单位"),
)
def homes(scope):
    """截止日在建或已命名职工之家（小家）的单位家数，一家单位有几个等级的只计一家。以建家台账的起止日期为准。"""
    return Home.objects.holding(scope)


@count(
    "workers_home.homes_named",
    "新命名职工之家",
    unit="家",
    of="organisation",
    synonyms=("创建合格职工之家", "命名职工之家"),
)
def homes_named(scope):
    """本期内命名为合格、先进或模范职工之家的单位家数；创建中的和职工小家不计。以命名日期为准。"""
    levels = (Home.Level.QUALIFIED, Home.Level.ADVANCED, Home.Level.MODEL)
    return Home.objects.begun(scope).filter(level__in=levels)


@count("workers_home.units_self_checked", "建家自查单位", unit="家", of="organisation")
def units_self_checked(scope):
    """本期内对照建家标准自查的单位家数，一家自查几次的只计一家。以自查日期为准，待确认的不计。"""
    return SelfCheck.objects.within(scope)


@share(
    "workers_home.self_check_rate",
    "建家自查率",
    of=unions,
    synonyms=("各单位开展了自查", "对照建家标准自查"),
)
def self_check_rate(scope):
    """截止日存在的基层工会中，本期内对照建家标准自查过的所占比例。以自查日期为准，一家自查几次的只计一次。"""
    return SelfCheck.objects.within(scope)


@count("workers_home.units_spot_checked", "建家抽查单位", unit="家", of="organisation")
def units_spot_checked(scope):
    """本期内被抽查的单位家数，一家抽查几次的只计一家。以抽查日期为准。"""
    return SpotCheck.objects.within(scope)


@share("workers_home.spot_check_rate", "建家抽查率", of=unions, synonyms=("抽查面",))
def spot_check_rate(scope):
    """截止日存在的基层工会中，本期内被抽查过的所占比例。以抽查日期为准，一家抽查几次的只计一次。"""
    return SpotCheck.objects.within(scope)


def _ballots(scope):
    """Ballots of the period with those that were satisfied or basically so."""
    return SatisfactionBallot.objects.within(scope).annotate(content=F("satisfied") + F("basically"))


def _satisfaction(group: SatisfactionBallot.Group, code: str, label: str, *synonyms: str) -> Ratio:
    def answered(scope):
        return _ballots(scope).filter(group=group)

    answered.__doc__ = (
        f"本期内{group.label}满意度测评中，满意与基本满意票数之和占收回票数的比例，几次测评合并计算。\n"
        "未收回的票不进入分母，收回的空白票、废票进入分母。以建家满意度测评台账为准。"
    )
    return ratio(f"workers_home.{code}", label, of="content", base="returned", synonyms=synonyms)(answered)


WORKERS_SATISFIED = _satisfaction(Group.WORKERS, "workers_satisfied", "职工满意率", "职工满意")
OWNERS_SATISFIED = _satisfaction(
    Group.OWNERS, "owners_satisfied", "投资经营者满意率", "投资、经营者满意", "经营者满意率"
)


@kinds(
    "workers_home.two_satisfactions",
    "两个满意达标",
    of="group",
    unit="项",
    synonyms=("达到两个满意", "两个满意"),
)
def two_satisfactions(scope):
    """职工、投资经营者两个方面中，本期内各次测评都达到合格线的方面数，最多2项。

    一次测评的满意率为满意与基本满意之和占收回票数的比例；没有测评的、有一次不达标的方面不计。
    合格线由参数设定，各地不一。
    """
    limit = SATISFACTION_PERCENT.at(scope)
    ballots = _ballots(scope).filter(returned__gt=0)
    low = ballots.alias(hundredfold=F("content") * 100).filter(hundredfold__lt=F("returned") * limit)
    return ballots.exclude(group__in=low.order_by().values("group"))


def _facilities(source: Facility.Source, code: str, label: str, *synonyms: str) -> Kinds:
    def kept(scope):
        return Facility.objects.holding(scope).filter(source=source)

    kept.__doc__ = (
        f"截止日在用、来源为“{source.label}”的阵地设施种类数，同一种类有几处、几件的只计一种。\n"
        "已停用的不计。以阵地设施台账的配置、停用日期为准。"
    )
    return kinds(f"workers_home.{code}", label, of="kind", unit="种", synonyms=synonyms)(kept)


UNION_FACILITIES = _facilities(Source.UNION, "union_facilities", "工会提供设施种类", "镇工会提供器材")
EMPLOYER_FACILITIES = _facilities(Source.EMPLOYER, "employer_facilities", "企业配套设施种类", "企业配套设施")


@count("workers_home.facilities", "阵地设施", unit="处", synonyms=("职工活动阵地", "活动设施"))
def facilities(scope):
    """截止日在用的阵地设施条数，同一设施登记一条计一处，不按件数。已停用的不计。"""
    return Facility.objects.holding(scope)


def _pilots(kind: Pilot.Kind, code: str, *synonyms: str) -> Counted:
    def held(scope):
        return Pilot.objects.in_scope(scope).overlapping(scope.period).filter(kind=kind)

    held.__doc__ = (
        f"本期内为{kind.label}试点的单位家数，本期以前确定、本期仍在试点的计在内，已结束的不计。\n"
        "以试点台账的确定、结束日期为准。"
    )
    label = f"{kind.label}试点单位"
    return count(f"workers_home.{code}", label, unit="家", of="employer", synonyms=synonyms)(held)


HOME_PILOTS = _pilots(Pilot.Kind.HOME, "home_pilots", "职工之家建设试点", "建家试点")
CONTRACT_PILOTS = _pilots(Pilot.Kind.CONTRACT, "contract_pilots", "集体合同制度试点")
DEMOCRACY_PILOTS = _pilots(Pilot.Kind.DEMOCRACY, "democracy_pilots", "民主管理试点")
