"""Files of hardship that nobody has looked at, acted upon, or opened as they should be."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from youju.ledger.dues import due
from youju.ledger.rules import rule
from youju.org.models import Organisation, Reach
from youju.records.parameters import Confidence
from youju.records.querysets import holds_on
from youju.work.relief.measuring import Hardship
from youju.work.relief.models import HardshipFile, HardshipReview, LivingStandard, StudentAid, WarmthVisit
from youju.work.relief.parameters import FIRST_CHECK_DAYS, NOTICE_DAYS, REVIEW_DAYS
from youju.work.relief.selections import at_both_levels, filed, visits

FILES = "《困难职工档案管理办法》（总工办发〔2016〕36号）"


@rule(
    "relief.unreviewed",
    "档案一年未复核",
    source="通行做法：困难职工档案每年至少复核一次，动态管理",
    confidence=Confidence.CUSTOM,
    parameter=REVIEW_DAYS,
)
def unreviewed(scope):
    """在档满一年的困难职工档案，最近一年没有复核记录。请入户复核，并在“困难档案复核台账”登记结果。"""
    since = scope.as_of - timedelta(days=REVIEW_DAYS.at(scope))
    recent = HardshipReview.objects.in_scope(scope).filter(occurred_on__range=(since, scope.as_of))
    old = filed(scope).filter(town_filed_on__lt=since)
    return old.filter(~Exists(recent.filter(file=OuterRef("pk"))))


@due("relief.review", "困难职工档案复核", ledger=HardshipReview.ledger_code, on="seen_on", after=REVIEW_DAYS)
def review(scope):
    """在档的困难职工档案每年入户复核一次，复核后在“困难档案复核台账”登记结果。"""
    looked = HardshipReview.objects.in_scope(scope).filter(occurred_on__lte=scope.as_of, file=OuterRef("pk"))
    last = Subquery(looked.order_by("-occurred_on").values("occurred_on")[:1])
    return filed(scope).annotate(seen_on=Coalesce(last, "town_filed_on"))


@rule(
    "relief.filed_not_helped", "建档未帮扶", source=f"{FILES}：建档后及时帮扶", confidence=Confidence.CUSTOM
)
def filed_not_helped(scope):
    """在档的困难职工家庭本期内没有任何慰问或帮扶记录。请安排帮扶；已帮扶未登记的，请补登送温暖台账。"""
    helped = visits(scope).filter(household=OuterRef("household"))
    return filed(scope).filter(~Exists(helped))


@rule("relief.filed_at_one_level", "档案只有一级", source="系统约定：困难职工档案乡镇和基层两级都建")
def filed_at_one_level(scope):
    """乡镇已建档，但基层工会没有建档日期。请基层工会补建档案，并填写“基层建档日期”。"""
    return filed(scope).exclude(pk__in=at_both_levels(scope).values("pk"))


@rule(
    "relief.first_check_due",
    "困难申请逾期未初审",
    source="部分地方建档规程：申请后五日内基层工会初审（各地不一，以当地文件为准）",
    confidence=Confidence.CUSTOM,
    parameter=FIRST_CHECK_DAYS,
)
def first_check_due(scope):
    """困难职工已申请，超过初审期限基层工会仍未建档。请入户核实后建档，或以“不符合条件”退出并告知本人。"""
    before = scope.as_of - timedelta(days=FIRST_CHECK_DAYS.at(scope))
    waiting = HardshipFile.objects.holding(scope).filter(unit_filed_on=None, town_filed_on=None)
    return waiting.filter(from_on__lt=before, organisation__kind=Organisation.Kind.BASIC)


@rule(
    "relief.posted_too_short",
    "建档未公示或公示天数不足",
    source="通行做法：建档前在单位公示五日，公示期限的文件依据尚未核实",
    confidence=Confidence.UNCONFIRMED,
    parameter=NOTICE_DAYS,
)
def posted_too_short(scope):
    """乡镇已建档，但没有公示记录、公示天数不足，或公示期满前就建了档。请补填公示日期；没有公示的请补公示。

    公示只列姓名（隐去一字）、单位和困难类别，不列证件号、住址、病情。
    """
    files = filed(scope)
    days = NOTICE_DAYS.at(scope)
    short = [
        file.pk
        for file in files.order_by()
        if None in (file.posted_on, file.posted_until)
        or (file.posted_until - file.posted_on).days + 1 < days
        or file.town_filed_on < file.posted_until
    ]
    return files.filter(pk__in=short)


@rule(
    "relief.standard_changed",
    "低保标准调整后未重新核定",
    source="系统约定：困难类别按申请时的低保标准核定，标准调整后应复核",
)
def standard_changed(scope):
    """档案核定类别所用的低保标准已经调整。请重新核定：类别变化的，以“类别调整”退出原档，按新标准另立新档。"""
    above = Reach.objects.filter(holds_on(scope.as_of), descendant=OuterRef(OuterRef("organisation")))
    newer = LivingStandard.objects.filter(
        ~Q(amount=OuterRef("standard")),
        holds_on(scope.as_of),
        from_on__gt=OuterRef("from_on"),
        organisation__in=above.values("ancestor"),
    )
    return filed(scope).filter(Exists(newer.everywhere("standards above the file's unit").confirmed()))


@rule(
    "relief.several_kinds",
    "相对困难职工一年享受多种帮扶",
    source="部分地方规定相对困难职工一年只享受一种帮扶，尚未核实，以当地文件为准",
    confidence=Confidence.UNCONFIRMED,
)
def several_kinds(scope):
    """相对困难、在档的家庭本期内既有帮扶金又有助学金。请对照当地规定复核，符合规定的不必处理。"""
    money = visits(scope).filter(kind=WarmthVisit.Kind.HELP, amount__gt=0)
    aid = StudentAid.objects.within(scope).filter(corrects=None)
    same = {"household": OuterRef("household")}
    relative = filed(scope).filter(hardship=Hardship.RELATIVE)
    return relative.filter(Exists(money.filter(**same)), Exists(aid.filter(**same)))


@rule(
    "relief.not_cleared",
    "建档未核对不予建档情形",
    source="部分地方建档规定列有不予建档的情形，尚未逐条核实，以当地文件为准",
    confidence=Confidence.UNCONFIRMED,
)
def not_cleared(scope):
    """乡镇已建档，但没有注明已核对不予建档的情形（高收费私立学校、自费留学、两套以上住房、经商雇工等）。

    请核对后更正档案；有所列情形的，以“不符合条件”退出。
    """
    return filed(scope).filter(cleared=False)
