"""Congresses not held, or not as they should be; delegates; proposals."""

from datetime import timedelta

from django.db.models import Count, Exists, OuterRef, Q

from youju.ledger.dues import due, owed, yearly
from youju.ledger.populations import unions
from youju.ledger.rules import rule
from youju.records.parameters import Confidence
from youju.work.democracy.models import Congress, Delegate, Proposal
from youju.work.democracy.parameters import (
    ANSWER_PROPOSAL_DAYS,
    DELEGATES_ALERT_DAYS,
    DELEGATES_FEWEST,
    MANAGERS_MOST,
    PAPERS_DAYS,
    POST_WITHIN_DAYS,
    REGULATION,
)


@rule(
    "democracy.no_congress",
    "未召开职代会",
    source=REGULATION,
    confidence=Confidence.UNCONFIRMED,
    remedy=Congress,
)
def no_congress(scope):
    """本期内还没有召开有效职代会的基层工会；职代会每年至少召开一次。请督促召开并登记。"""
    return congress.select(scope)


@owed("democracy.congress", "职代会", ledger=Congress.ledger_code, steps=yearly(12))
def congress(scope):
    """职代会每年至少召开一次，本年还没有召开有效职代会的基层工会。开会后登记，附签到表和决议。"""
    held = Congress.objects.within(scope).valid()
    return unions(scope).exclude(pk__in=held.values("organisation"))


@rule("democracy.not_quorate", "职代会到会不足", source=REGULATION, confidence=Confidence.UNCONFIRMED)
def not_quorate(scope):
    """实到代表不足应到三分之二的职代会，决议无效，不计入建制率。请核对人数，确属不足的应重新召开。"""
    held = Congress.objects.within(scope)
    return held.exclude(pk__in=held.valid().values("pk"))


@rule(
    "democracy.papers_late",
    "职代会材料送达不足",
    source=REGULATION,
    confidence=Confidence.UNCONFIRMED,
    parameter=PAPERS_DAYS,
)
def papers_late(scope):
    """本期内召开、没有登记材料送达日期，或送达至召开不足规定天数的职代会。请核对并补登送达日期。"""
    days = timedelta(days=PAPERS_DAYS.at(scope))
    held = Congress.objects.within(scope)
    in_time = [row.pk for row in held if row.papers_sent_on and row.occurred_on - row.papers_sent_on >= days]
    return held.exclude(pk__in=in_time)


@rule(
    "democracy.not_posted",
    "职代会决议逾期未公布",
    source="《上海市职工代表大会条例》第三十二条",
    confidence=Confidence.LOCAL,
    parameter=POST_WITHIN_DAYS,
)
def not_posted(scope):
    """本期内召开、已超过规定天数仍没有登记决议公布日期的有效职代会。请公布决议、报上级工会并登记日期。"""
    since = scope.as_of - timedelta(days=POST_WITHIN_DAYS.at(scope))
    return Congress.objects.within(scope).valid().filter(posted_on=None, occurred_on__lt=since)


def _delegates_by_union(scope):
    """Each union that has delegates on the day: how many, and how many of them are managers."""
    managers = Count("pk", filter=Q(group=Delegate.Group.MANAGERS))
    held = Delegate.objects.holding(scope).order_by().values("organisation")
    return held.annotate(all=Count("pk"), managers=managers).values_list("organisation", "all", "managers")


@rule(
    "democracy.delegates_too_few",
    "职工代表人数不足",
    source=REGULATION,
    confidence=Confidence.UNCONFIRMED,
    parameter=DELEGATES_FEWEST,
    remedy=Delegate,
)
def delegates_too_few(scope):
    """截止日有职工代表、但人数少于规定最少人数的单位；职工较少的可以改开职工大会。请核对代表名册或补选。"""
    fewest = DELEGATES_FEWEST.at(scope)
    few = [union for union, number, _managers in _delegates_by_union(scope) if number < fewest]
    return unions(scope).filter(pk__in=few)


@rule(
    "democracy.too_many_managers",
    "领导人员代表过多",
    source="部分省市条例（如浙江、上海）",
    confidence=Confidence.LOCAL,
    parameter=MANAGERS_MOST,
    remedy=Delegate,
)
def too_many_managers(scope):
    """截止日职工代表中，中层以上领导人员超过规定比例的单位。请在下次选举时调整，或核对代表类别。"""
    most = MANAGERS_MOST.at(scope)
    rows = _delegates_by_union(scope)
    return unions(scope).filter(pk__in=[u for u, number, managers in rows if managers * 100 > number * most])


@rule(
    "democracy.delegates_ending",
    "职工代表将届满",
    source="系统约定",
    parameter=DELEGATES_ALERT_DAYS,
    remedy=Delegate,
)
def delegates_ending(scope):
    """在任职工代表的任期将在规定天数内届满的单位。请筹备换届选举职工代表。"""
    last = scope.as_of + timedelta(days=DELEGATES_ALERT_DAYS.at(scope))
    ending = Delegate.objects.holding(scope).filter(until_on__lte=last)
    return unions(scope).filter(pk__in=ending.values("organisation"))


@due("democracy.delegates", "职工代表换届", ledger=Delegate.ledger_code, on="until_on", of="organisation")
def delegates(scope):
    """职工代表任期届满以前选举新一届职工代表，并登记代表名册。"""
    held = Delegate.objects.in_scope(scope)
    later = held.filter(organisation=OuterRef("organisation"), from_on__gt=OuterRef("until_on"))
    return held.filter(~Exists(later), organisation__in=unions(scope).values("pk"))


@due("democracy.proposal", "提案答复", ledger=Proposal.ledger_code, on="due_on")
def proposal(scope):
    """已立案、约定了答复期限、尚未答复的提案，到期以前由承办部门答复提案人。"""
    return Proposal.objects.in_scope(scope).filter(decision=Proposal.Decision.FILED, answered_on=None)


@rule(
    "democracy.proposal_unanswered",
    "提案逾期未答复",
    source="提案办理通行做法",
    confidence=Confidence.CUSTOM,
    parameter=ANSWER_PROPOSAL_DAYS,
)
def proposal_unanswered(scope):
    """已立案、答复期限已过（没有约定期限的按提出后规定天数）仍未答复的提案。请催办承办部门。"""
    since = scope.as_of - timedelta(days=ANSWER_PROPOSAL_DAYS.at(scope))
    open_ = Proposal.objects.in_scope(scope).filter(decision=Proposal.Decision.FILED, answered_on=None)
    return open_.filter(Q(due_on__lt=scope.as_of) | Q(due_on=None, occurred_on__lt=since))
