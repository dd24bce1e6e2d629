"""Boards and catalogues not renewed, ideas and voices not answered, boxes not opened."""

from datetime import timedelta

from django.db.models import OuterRef, Q, QuerySet, Subquery

from youju.base.periods import months_later
from youju.ledger.dues import due
from youju.ledger.populations import unions
from youju.ledger.rules import rule
from youju.ledger.scope import Scope
from youju.records.parameters import Confidence
from youju.work.democracy.models import (
    Board,
    Box,
    CatalogueItem,
    Dialogue,
    Disclosure,
    Opening,
    Rhythm,
    Suggestion,
    Voice,
)
from youju.work.democracy.parameters import (
    ANSWER_VOICE_DAYS,
    BOARD_GRACE_DAYS,
    OPEN_BOX_DAYS,
    REGULATION,
    REVIEW_WITHIN_DAYS,
)


@rule(
    "democracy.no_disclosure",
    "未公开",
    source=REGULATION,
    confidence=Confidence.UNCONFIRMED,
    remedy=Disclosure,
)
def no_disclosure(scope):
    """本期内没有公开记录的基层工会。请督促公开并登记。"""
    held = Disclosure.objects.within(scope)
    return unions(scope).exclude(pk__in=held.values("organisation"))


def _overdue(scope: Scope, held: QuerySet, key: str) -> QuerySet:
    """Boards or catalogue items whose last disclosure lies further back than their rhythm and the grace."""
    told = Disclosure.objects.in_scope(scope).filter(**{key: OuterRef("pk")}, occurred_on__lte=scope.as_of)
    last = Subquery(told.order_by("-occurred_on").values("occurred_on")[:1])
    latest = scope.as_of - timedelta(days=BOARD_GRACE_DAYS.at(scope))
    late = [
        row.pk
        for row in held.annotate(last_on=last)
        if months_later(row.last_on or row.from_on, Rhythm(row.rhythm).months) < latest
    ]
    return held.filter(pk__in=late)


@rule(
    "democracy.board_overdue",
    "公开栏逾期未更新",
    source=REGULATION,
    confidence=Confidence.UNCONFIRMED,
    parameter=BOARD_GRACE_DAYS,
)
def board_overdue(scope):
    """截止日设有、最近一次公开（没有公开过的按设立日期）距今超过更新周期和宽限天数的公开栏。请更新并登记公开事项。"""
    return _overdue(scope, Board.objects.holding(scope), "board")


@rule(
    "democracy.catalogue_overdue",
    "公开目录事项逾期未公开",
    source=REGULATION,
    confidence=Confidence.UNCONFIRMED,
    parameter=BOARD_GRACE_DAYS,
)
def catalogue_overdue(scope):
    """截止日在公开目录中、最近一次公开（没有公开过的按列入日期）距今超过公开周期和宽限天数的事项。请公开并登记。"""
    return _overdue(scope, CatalogueItem.objects.holding(scope), "catalogue_item")


@rule(
    "democracy.suggestion_unreviewed",
    "合理化建议未评审",
    source="系统约定",
    parameter=REVIEW_WITHIN_DAYS,
)
def suggestion_unreviewed(scope):
    """提出已超过规定天数、还没有评审结果的合理化建议。请组织评审并答复建议人。"""
    since = scope.as_of - timedelta(days=REVIEW_WITHIN_DAYS.at(scope))
    open_ = Suggestion.objects.in_scope(scope).filter(verdict=Suggestion.Verdict.OPEN)
    return open_.filter(occurred_on__lt=since)


@rule("democracy.suggestion_not_carried_out", "采纳建议逾期未实施", source="系统约定")
def suggestion_not_carried_out(scope):
    """已采纳、计划完成日期已过、没有登记实施完成的合理化建议。请督促实施，或调整计划日期。"""
    return carrying_out.select(scope).filter(due_on__lt=scope.as_of)


@due("democracy.carrying_out", "采纳建议实施", ledger=Suggestion.ledger_code, on="due_on")
def carrying_out(scope):
    """已采纳、还没有实施完成的合理化建议，到计划完成日期以前实施，完成后填写实施完成日期。"""
    adopted = Suggestion.objects.in_scope(scope).filter(verdict=Suggestion.Verdict.ADOPTED)
    return adopted.filter(carried_out_on=None)


@rule("democracy.voice_overdue", "职工诉求逾期未办结", source="系统约定", parameter=ANSWER_VOICE_DAYS)
def voice_overdue(scope):
    """办理期限已过（没有约定期限的按受理后规定天数）仍未办结的职工诉求。请催办承办部门。"""
    since = scope.as_of - timedelta(days=ANSWER_VOICE_DAYS.at(scope))
    open_ = Voice.objects.in_scope(scope).filter(answered_on=None)
    return open_.filter(Q(due_on__lt=scope.as_of) | Q(due_on=None, occurred_on__lt=since))


@due("democracy.voice", "职工诉求办结", ledger=Voice.ledger_code, on="due_on")
def voice(scope):
    """约定了办理期限、尚未办结的职工诉求，到期以前办结并回复本人。"""
    return Voice.objects.in_scope(scope).filter(answered_on=None)


@rule("democracy.voice_not_told", "诉求办结未回复", source="系统约定")
def voice_not_told(scope):
    """本期内受理、已办结、不是匿名而没有登记回复日期的职工诉求。请回复本人并登记。"""
    done = Voice.objects.within(scope).exclude(answered_on=None)
    return done.filter(told_on=None, anonymous=False)


@rule("democracy.box_not_opened", "意见箱逾期未开箱", source="系统约定", parameter=OPEN_BOX_DAYS)
def box_not_opened(scope):
    """截止日设有、超过规定天数没有开箱的意见箱。请两人以上开箱并登记，没有信件的也登记。"""
    since = scope.as_of - timedelta(days=OPEN_BOX_DAYS.at(scope))
    opened = Opening.objects.in_scope(scope).filter(occurred_on__gte=since, occurred_on__lte=scope.as_of)
    held = Box.objects.holding(scope).filter(from_on__lt=since)
    return held.exclude(pk__in=opened.values("box"))


@rule("democracy.promise_overdue", "对话承诺逾期未兑现", source="系统约定")
def promise_overdue(scope):
    """承诺兑现期限已过、没有登记兑现日期的领导与职工对话。请督促兑现并告知职工。"""
    return promise.select(scope).filter(due_on__lt=scope.as_of)


@due("democracy.promise", "对话承诺兑现", ledger=Dialogue.ledger_code, on="due_on")
def promise(scope):
    """领导在对话中承诺、还没有登记兑现日期的事项，到期以前兑现并告知职工。"""
    return Dialogue.objects.in_scope(scope).filter(kept_promise_on=None)
