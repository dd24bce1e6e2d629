"""What a union lacks to stand: inner bodies and legal personality."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q

from youju.ledger.dues import due
from youju.ledger.populations import unions
from youju.ledger.rules import rule
from youju.people.models import Sex
from youju.records.parameters import Confidence
from youju.work.organising.headcount import unions_with, workers_by_union
from youju.work.organising.models import LegalPerson, Officer, UnionBody
from youju.work.organising.parameters import (
    AUDIT_MEMBERS_MOST,
    CHANGE_LEGAL_PERSON_DAYS,
    LEGAL_PERSON_ALERT_DAYS,
    UNION_LAW,
    WOMENS_COMMITTEE_FROM,
)

REGISTRATION = "《基层工会法人登记管理办法》"
HANDBOOK = "工会经审工作通行要求（未见原文）"


@rule(
    "organising.no_womens_body",
    "应设未设女职工委员会",
    source="《工会女职工委员会工作条例》（未见原文）",
    confidence=Confidence.UNCONFIRMED,
    parameter=WOMENS_COMMITTEE_FROM,
    remedy=UnionBody,
)
def no_womens_body(scope):
    """截止日女职工达到规定人数、没有女职工委员会的基层工会；人数不足的设女职工委员即可，不在此列。请督促设立。"""
    women = workers_by_union(scope, person__sex=Sex.FEMALE)
    due = unions_with(women, WOMENS_COMMITTEE_FROM.at(scope))
    held = UnionBody.objects.holding(scope).filter(kind=UnionBody.Kind.WOMEN)
    return unions(scope).filter(pk__in=due).exclude(pk__in=held.values("organisation"))


@rule(
    "organising.no_audit_body",
    "无经审组织",
    source=f"{UNION_LAW}第四十五条",
    confidence=Confidence.LAW,
    remedy=UnionBody,
)
def no_audit_body(scope):
    """截止日没有经费审查委员会（委员）的基层工会。经审组织应与工会委员会同时选举产生，请督促补选。"""
    held = UnionBody.objects.holding(scope).filter(kind__in=UnionBody.AUDITING)
    return unions(scope).exclude(pk__in=held.values("organisation"))


@rule("organising.audit_conflict", "经审负责人任职冲突", source=HANDBOOK, confidence=Confidence.UNCONFIRMED)
def audit_conflict(scope):
    """负责人同时是本工会在任主席或副主席的经审组织。主席、副主席不应兼任经审负责人，请改选。"""
    leading = Officer.objects.holding(scope).filter(
        position__in=(Officer.Position.CHAIR, Officer.Position.VICE_CHAIR),
        organisation=OuterRef("organisation"),
        name=OuterRef("head"),
    )
    held = UnionBody.objects.holding(scope).filter(kind__in=UnionBody.AUDITING)
    return held.filter(Exists(leading))


@rule(
    "organising.audit_size",
    "经审委员会人数不合",
    source=HANDBOOK,
    confidence=Confidence.UNCONFIRMED,
    parameter=AUDIT_MEMBERS_MOST,
)
def audit_size(scope):
    """截止日人数少于三人或多于规定人数的经费审查委员会。请核对人数；人数少的可改登经费审查委员。"""
    most = AUDIT_MEMBERS_MOST.at(scope)
    held = UnionBody.objects.holding(scope).filter(kind=UnionBody.Kind.AUDIT)
    return held.filter(Q(members__lt=3) | Q(members__gt=most))


@rule(
    "organising.no_legal_person",
    "未取得法人资格",
    source=f"{REGISTRATION}第二条、第三条",
    confidence=Confidence.LAW,
    remedy=LegalPerson,
)
def no_legal_person(scope):
    """截止日没有有效法人资格证书的基层工会。具备条件的应向县以上总工会申请登记；暂不具备条件的不必处理。"""
    return unions(scope).exclude(pk__in=LegalPerson.objects.holding(scope).values("organisation"))


@rule(
    "organising.legal_person_expiring",
    "法人资格证书即将到期",
    source="系统约定",
    parameter=LEGAL_PERSON_ALERT_DAYS,
)
def legal_person_expiring(scope):
    """将在规定天数内到期、还没有接续证书的法人资格证书。请办理换证。"""
    last = scope.as_of + timedelta(days=LEGAL_PERSON_ALERT_DAYS.at(scope))
    return _not_followed(scope).as_of(scope.as_of).filter(until_on__lte=last)


def _not_followed(scope):
    """Certificates after which the union has no newer one."""
    held = LegalPerson.objects.in_scope(scope)
    next_ = held.filter(organisation=OuterRef("organisation"), from_on__gt=OuterRef("from_on"))
    return held.filter(~Exists(next_))


@due("organising.legal_person", "法人资格证书换证", ledger=LegalPerson.ledger_code, on="until_on")
def legal_person(scope):
    """仍存续的基层工会，法人资格证书到期以前办理换证并登记新证。"""
    return _not_followed(scope).filter(organisation__in=unions(scope).values("pk"))


@rule(
    "organising.representative_outdated",
    "法定代表人未变更",
    source=REGISTRATION,
    confidence=Confidence.UNCONFIRMED,
    parameter=CHANGE_LEGAL_PERSON_DAYS,
)
def representative_outdated(scope):
    """证书上的法定代表人不是在任主席、主席任职又已超过规定天数的法人资格。请办理变更登记。"""
    since = scope.as_of - timedelta(days=CHANGE_LEGAL_PERSON_DAYS.at(scope))
    chairs = Officer.objects.holding(scope).filter(
        position=Officer.Position.CHAIR, organisation=OuterRef("organisation"), from_on__lt=since
    )
    others = chairs.exclude(name=OuterRef("representative"))
    return LegalPerson.objects.holding(scope).filter(Exists(others))
