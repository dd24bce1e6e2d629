"""Terms that end, elections that do not hold, chairs that are missing."""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from youju.base.periods import months_later
from youju.ledger.dues import due
from youju.ledger.populations import unions
from youju.ledger.rules import rule
from youju.ledger.scope import Scope
from youju.records.parameters import Confidence
from youju.work.organising.headcount import unions_with, workers_by_union
from youju.work.organising.models import Election, Officer
from youju.work.organising.parameters import (
    CHAIRS,
    COMMITTEE_SEATS,
    ELECTIONS,
    EXTENSION_MOST_MONTHS,
    FULL_TIME_CHAIR_FROM,
    NOTICE_DAYS,
    TERM_ALERT_DAYS,
    TRAIN_CHAIR_MONTHS,
    UNION_LAW,
    VACANT_CHAIR_MONTHS,
)

Position = Officer.Position


def _in_office(scope: Scope) -> QuerySet:
    """The election each union's committee sits by on the as-of day, with the day `due_on` it runs out."""
    held = Election.objects.in_scope(scope).valid().filter(occurred_on__lte=scope.as_of)
    held = held.exclude(kind=Election.Kind.BY_ELECTION)
    later = held.filter(organisation=OuterRef("organisation"), occurred_on__gt=OuterRef("occurred_on"))
    in_office = held.filter(~Exists(later), organisation__in=unions(scope).values("pk"))
    return in_office.annotate(due_on=Coalesce("extended_until", "term_ends_on"))


@due("organising.term", "工会换届", ledger=Election.ledger_code, on="due_on")
def term(scope):
    """任期届满（经批准延期的以延期日为准）以前换届。请督促筹备、报批，选举后登记选举台账。"""
    return _in_office(scope)


@rule(
    "organising.term_ending",
    "届期将满",
    source=f"{UNION_LAW}第十六条",
    confidence=Confidence.LAW,
    parameter=TERM_ALERT_DAYS,
)
def term_ending(scope):
    """任期将在规定天数内届满（经批准延期的以延期日为准）的工会。请督促筹备换届并安排指导。"""
    last = scope.as_of + timedelta(days=TERM_ALERT_DAYS.at(scope))
    return _in_office(scope).filter(due_on__gte=scope.as_of, due_on__lte=last)


@rule("organising.term_over", "超期未换届", source=f"{UNION_LAW}第十六条", confidence=Confidence.LAW)
def term_over(scope):
    """任期已经届满、没有登记换届选举的工会。请督促换届，或登记上级批准的延期日期。"""
    return _in_office(scope).filter(due_on__lt=scope.as_of)


@rule(
    "organising.extension_too_long",
    "延期换届过长",
    source=ELECTIONS,
    confidence=Confidence.UNCONFIRMED,
    parameter=EXTENSION_MOST_MONTHS,
)
def extension_too_long(scope):
    """批准延期超过最长月数的工会。请核对批复，尽快换届。"""
    months = EXTENSION_MOST_MONTHS.at(scope)
    extended = _in_office(scope).exclude(extended_until=None)
    return extended.filter(
        pk__in=[row.pk for row in extended if row.extended_until > months_later(row.term_ends_on, months)]
    )


@rule("organising.no_election", "届期不明", source="系统约定", remedy=Election)
def no_election(scope):
    """截止日存在、没有登记过有效的成立选举或换届选举的基层工会，无法提醒届满。请补登最近一次选举。"""
    return unions(scope).exclude(pk__in=_in_office(scope).values("organisation"))


@rule("organising.not_quorate", "选举到会不足", source=f"{CHAIRS}第十六条", confidence=Confidence.LAW)
def not_quorate(scope):
    """本期内实到不足应到三分之二的选举，不得进行选举，不计入换届。请核对人数，确属不足的应重新召开。"""
    held = Election.objects.within(scope)
    return held.exclude(pk__in=held.quorate().values("pk"))


@rule("organising.ballots_wrong", "选票不符", source=f"{CHAIRS}第十四条", confidence=Confidence.LAW)
def ballots_wrong(scope):
    """本期内收回选票多于发出选票的选举，选举无效。请核对计票单，确属不符的应重新选举。"""
    held = Election.objects.within(scope)
    return held.exclude(pk__in=held.counted().values("pk"))


@rule("organising.not_carried", "得票未过半数", source=f"{CHAIRS}第十六条", confidence=Confidence.LAW)
def not_carried(scope):
    """本期内主席得票没有超过应到人数半数的选举，未当选。请核对得票；注意以应到人数、不以实到人数为基数。"""
    held = Election.objects.within(scope)
    return held.exclude(pk__in=held.carried().values("pk"))


@rule("organising.no_surplus", "候选人未差额", source=ELECTIONS, confidence=Confidence.UNCONFIRMED)
def no_surplus(scope):
    """本期内候选人数不多于应选委员名额的选举。请核对候选人名单。"""
    return Election.objects.within(scope).filter(candidates__lte=F("seats"))


@rule(
    "organising.notice_too_short",
    "主席候选人公示不足",
    source=f"{CHAIRS}第十条",
    confidence=Confidence.LAW,
    parameter=NOTICE_DAYS,
)
def notice_too_short(scope):
    """本期内没有登记候选人公示、或公示不足规定天数（起止日都算）的选举。请补登公示起止日期。"""
    days = timedelta(days=NOTICE_DAYS.at(scope) - 1)
    held = Election.objects.within(scope)
    long_enough = [
        row.pk
        for row in held
        if row.noticed_from and row.noticed_until and row.noticed_until - row.noticed_from >= days
    ]
    return held.exclude(pk__in=long_enough)


@rule(
    "organising.committee_size",
    "委员名额不合规定",
    source=f"{ELECTIONS}第八条",
    confidence=Confidence.LAW,
    parameter=COMMITTEE_SEATS,
)
def committee_size(scope):
    """本期内应选委员名额不在会员人数所对应范围内的选举。请核对名额；会员不足二十五人的可只设主席或组织员。"""
    steps = COMMITTEE_SEATS.at(scope)
    held = Election.objects.within(scope).exclude(seats=None)

    def fits(election: Election) -> bool:
        fewest, most = next(((a, b) for top, a, b in steps if election.members <= top), steps[-1][1:])
        return fewest <= election.seats <= most

    return held.exclude(pk__in=[row.pk for row in held if fits(row)])


@rule(
    "organising.not_approved_by_upper", "选举结果缺批复", source=ELECTIONS, confidence=Confidence.UNCONFIRMED
)
def not_approved_by_upper(scope):
    """本期内没有上一级工会批复文号的选举。请报批，并补登批复文号和日期。"""
    return Election.objects.within(scope).filter(approval_number="")


@rule(
    "organising.chair_vacant",
    "主席空缺逾期未补选",
    source=f"{CHAIRS}第十八条",
    confidence=Confidence.LAW,
    parameter=VACANT_CHAIR_MONTHS,
    remedy=Officer,
)
def chair_vacant(scope):
    """主席离任已超过规定月数、截止日没有主席在任的基层工会。请督促补选并登记新任主席。"""
    before = months_later(scope.as_of, -VACANT_CHAIR_MONTHS.at(scope))
    chairs = Officer.objects.in_scope(scope).filter(position=Position.CHAIR)
    recent = chairs.filter(from_on__lte=scope.as_of, until_on__gte=before)
    sitting = chairs.as_of(scope.as_of).values("organisation")
    left = chairs.filter(until_on__lt=before).values("organisation")
    vacant = unions(scope).filter(pk__in=left).exclude(pk__in=sitting)
    return vacant.exclude(pk__in=recent.values("organisation"))


@rule(
    "organising.chair_untrained",
    "新任主席未培训",
    source="基层工会建设通行要求",
    confidence=Confidence.CUSTOM,
    parameter=TRAIN_CHAIR_MONTHS,
)
def chair_untrained(scope):
    """任职已满规定月数、没有登记上岗培训日期的在任工会主席。请安排培训并登记。"""
    since = months_later(scope.as_of, -TRAIN_CHAIR_MONTHS.at(scope))
    return chair_training.select(scope).filter(from_on__lte=since)


@due(
    "organising.chair_training",
    "新任主席培训",
    ledger=Officer.ledger_code,
    on="from_on",
    after=TRAIN_CHAIR_MONTHS,
    months=True,
)
def chair_training(scope):
    """在任工会主席任职后在规定月数内参加上岗培训，训后填写上岗培训日期。"""
    return Officer.objects.holding(scope).filter(position=Position.CHAIR, trained_on=None)


@rule(
    "organising.full_time_chair",
    "可设专职主席",
    source=f"{UNION_LAW}第十四条",
    confidence=Confidence.LAW,
    parameter=FULL_TIME_CHAIR_FROM,
    remedy=Officer,
)
def full_time_chair(scope):
    """截止日职工达到规定人数、没有专职主席的基层工会。法律规定可以设专职主席，本条只作提示，不是差错。"""
    large = unions_with(workers_by_union(scope), FULL_TIME_CHAIR_FROM.at(scope))
    full = Officer.objects.holding(scope).filter(position=Position.CHAIR, full_time=True)
    return unions(scope).filter(pk__in=large).exclude(pk__in=full.values("organisation"))
