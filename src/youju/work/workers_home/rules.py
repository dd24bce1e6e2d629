"""Units that have not measured themselves, and measures that do not agree."""

from django.db.models import F, Q
from django.db.models.functions import Abs

from youju.ledger.dues import due, owed, yearly
from youju.ledger.populations import unions
from youju.ledger.rules import rule, without
from youju.records.models import Exhibit
from youju.records.parameters import Confidence
from youju.work.workers_home import scoring
from youju.work.workers_home.models import (
    Facility,
    Sample,
    SampledUnit,
    SatisfactionBallot,
    SelfCheck,
    SpotCheck,
)
from youju.work.workers_home.parameters import SATISFACTION_PERCENT, SCORE_DIFFERENCE

HABIT = "通行做法：年终各单位对照建家标准自查，乡镇（街道）工会抽查"


@rule("workers_home.not_self_checked", "未自查", source=HABIT, confidence=Confidence.CUSTOM, remedy=SelfCheck)
def not_self_checked(scope):
    """截止日存在、本期内还没有建家自查记录的基层工会。请督促对照标准自查并登记。"""
    return self_check.select(scope)


@owed("workers_home.self_check", "建家自查", ledger=SelfCheck.ledger_code, steps=yearly(12))
def self_check(scope):
    """年终各单位对照建家标准自查，本年还没有自查记录的基层工会。自查后登记得分。"""
    return unions(scope).exclude(pk__in=SelfCheck.objects.within(scope).values("organisation"))


@rule(
    "workers_home.drawn_not_checked",
    "抽中未抽查",
    source=HABIT,
    confidence=Confidence.CUSTOM,
    remedy=SpotCheck,
)
def drawn_not_checked(scope):
    """本期抽样抽中、还没有抽查记录的基层工会。请安排两人以上抽查并登记。"""
    drawn = SampledUnit.objects.filter(parent_id__in=Sample.objects.within(scope).order_by().values("pk"))
    checked = SpotCheck.objects.within(scope).values("organisation")
    return unions(scope).filter(pk__in=drawn.order_by().values("unit")).exclude(pk__in=checked)


@rule(
    "workers_home.scores_differ",
    "自查与抽查相差较大",
    source="系统约定：自查与抽查得分相差超过上限的提请复核",
    parameter=SCORE_DIFFERENCE,
)
def scores_differ(scope):
    """对应自查的总分与抽查总分相差超过上限的抽查。请与该单位核对扣分项目，属自查不实的要求整改。"""
    limit = SCORE_DIFFERENCE.at(scope)
    found = scoring.with_total(SpotCheck.objects.within(scope).filter(self_check__isnull=False))
    found = scoring.with_total(found, "self_check", "own_total").annotate(
        apart=Abs(F("own_total") - F("total"))
    )
    return found.filter(apart__gt=limit)


@rule(
    "workers_home.remedy_overdue",
    "抽查整改逾期",
    source="系统约定：按抽查提出的整改期限提醒",
)
def remedy_overdue(scope):
    """整改期限已过、截止日仍没有整改完成日期的抽查。请督促整改并填写整改完成日期。"""
    return remedy.select(scope).filter(remedy_by__lt=scope.as_of)


@due("workers_home.remedy", "抽查问题整改", ledger=SpotCheck.ledger_code, on="remedy_by")
def remedy(scope):
    """抽查提出整改期限、还没有整改完成的单位。整改后填写整改完成日期。"""
    open_ = Q(remedied_on=None) | Q(remedied_on__gt=scope.as_of)
    return SpotCheck.objects.in_scope(scope).filter(open_)


@rule(
    "workers_home.low_satisfaction",
    "满意率偏低",
    source="各地建家标准对满意率的要求不一，尚未核实统一的合格线",
    confidence=Confidence.UNCONFIRMED,
    parameter=SATISFACTION_PERCENT,
)
def low_satisfaction(scope):
    """满意与基本满意之和占收回票数低于合格线的测评。请了解不满意的原因并整改。"""
    ballots = SatisfactionBallot.objects.within(scope).filter(returned__gt=0)
    ballots = ballots.alias(hundredfold=(F("satisfied") + F("basically")) * 100)
    return ballots.filter(hundredfold__lt=F("returned") * SATISFACTION_PERCENT.at(scope))


@rule("workers_home.facility_without_photo", "设施无照片", source="系统约定：阵地设施以现场照片为据")
def facility_without_photo(scope):
    """截止日在用、没有上传照片的阵地设施。请补传现场照片。"""
    return without(Facility.objects.holding(scope), Exhibit.Kind.PHOTO)
