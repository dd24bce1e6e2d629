"""Help that was given twice, beyond the standard or without proof. Rules about files: `file_rules.py`."""

from collections import defaultdict

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from youju.ledger.rules import rule, without
from youju.org.models import Organisation
from youju.people.models import Household, HouseholdMember
from youju.records.models import Exhibit
from youju.records.parameters import Confidence
from youju.work.relief.models import HardshipFile, ReliefFund, StudentAid, WarmthVisit
from youju.work.relief.parameters import STUDENT_STANDARD, VISIT_CAP, YEAR_CAP
from youju.work.relief.selections import NOTHING, added, festival_visits, visits, with_worth

PRACTICE = "通行做法：送温暖资金实名发放，一户一批次一次（各地规定不一，以当地文件为准）"


@rule("relief.visited_twice", "同一批次重复慰问", source=PRACTICE, confidence=Confidence.CUSTOM)
def visited_twice(scope):
    """同一户在同一批次（同一节日、同一年度）有两次以上慰问，不论是否写明理由，都在此列出供复核。

    请核对是否重复发放；属实的保留并写明理由，重复登记的请作废其中一条。日常帮扶不分批次，不在此列。
    """
    other = WarmthVisit.objects.in_scope(scope).filter(corrects=None).exclude(pk=OuterRef("pk"))
    same = other.filter(household=OuterRef("household"), round=OuterRef("round"), season=OuterRef("season"))
    return festival_visits(scope).filter(Exists(same))


@rule("relief.person_helped_twice", "同一人随两户重复慰问", source=PRACTICE, confidence=Confidence.CUSTOM)
def person_helped_twice(scope):
    """同一批次慰问的两户有同一个人（户主或家庭成员），可能一人重复建户、分户或迁户后重复慰问。

    请核对两户的家庭成员；属于重复建户的，合并家庭档案并作废其中一条慰问记录。
    """
    held = defaultdict(lambda: defaultdict(set))
    found = festival_visits(scope).select_related("household").order_by()
    for visit, people in _with_people(found):
        for person in people:
            held[visit.season, visit.round, person][visit.household_id].add(visit.pk)
    twice = [homes for homes in held.values() if len(homes) > 1]
    ids = {pk for homes in twice for visits_ in homes.values() for pk in visits_}
    return festival_visits(scope).filter(pk__in=ids)


def _with_people(found: QuerySet):
    """Each visit with the ids of all who belonged to its household that day."""
    members = HouseholdMember.objects.filter(household__in=found.values("household"))
    rows = defaultdict(list)
    for row in members.everywhere("limited to the households just above").confirmed():
        rows[row.household_id].append(row)
    for visit in found:
        there = {row.person_id for row in rows[visit.household_id] if row.holds_on(visit.occurred_on)}
        yield visit, {visit.household.head_id, *there}


@rule(
    "relief.no_receipt",
    "慰问金无领取凭据",
    source="通行做法：送温暖资金须有本人签收或银行发放凭据",
    confidence=Confidence.CUSTOM,
)
def no_receipt(scope):
    """登记了慰问金，但没有上传领取凭据（签领表、收条或银行回单）。

    请补传凭据，材料类别选“领取凭据”；只发物品的不在此列。
    """
    return without(visits(scope).filter(amount__gt=0), Exhibit.Kind.RECEIPT)


@rule(
    "relief.aid_no_receipt",
    "助学金无领取凭据",
    source="通行做法：助学金须有本人签收或银行发放凭据",
    confidence=Confidence.CUSTOM,
)
def aid_no_receipt(scope):
    """登记了助学金，但没有上传领取凭据（签领表或银行回单）。请补传凭据，材料类别选“领取凭据”。"""
    return without(StudentAid.objects.within(scope).filter(corrects=None), Exhibit.Kind.RECEIPT)


@rule(
    "relief.over_cap",
    "一次慰问超标准",
    source="山东等地规定每人次三千元以内，供参考（各地不一，以当地文件为准）",
    confidence=Confidence.CUSTOM,
    parameter=VISIT_CAP,
)
def over_cap(scope):
    """一次慰问的慰问金和物品折价之和，扣除红字冲销后仍超过每户每次上限。

    请核对金额；属多发的登记红字冲销，经批准超标准发放的请上传批准文件。
    """
    red = with_worth(WarmthVisit.objects.in_scope(scope).filter(corrects=OuterRef("pk")))
    taken = Subquery(red.order_by().values("corrects").annotate(n=Sum("worth")).values("n"))
    found = with_worth(visits(scope)).annotate(net=added(F("worth"), taken))
    over = Q(pk__in=[])
    for cap, first, last in VISIT_CAP.spans(scope.period.start, scope.period.end, scope.organisation.region):
        over |= Q(occurred_on__range=(first, last), net__gt=cap)
    return found.filter(over)


@rule(
    "relief.over_year_cap",
    "一户全年慰问超标准",
    source="山东等地规定每人全年六千元以内，供参考（各地不一，以当地文件为准）",
    confidence=Confidence.CUSTOM,
    parameter=YEAR_CAP,
)
def over_year_cap(scope):
    """截止日所在年度内，一户各次慰问的慰问金和物品折价之和（扣除红字冲销）超过每户全年上限。请复核发放依据。"""
    year = (scope.as_of.replace(month=1, day=1), scope.as_of)
    given = with_worth(WarmthVisit.objects.in_scope(scope).filter(occurred_on__range=year)).order_by()
    sums = given.values("household").annotate(total=Sum("worth"))
    over = sums.filter(total__gt=YEAR_CAP.at(scope)).values("household")
    return Household.objects.filter(pk__in=over).everywhere("households of the visits just above")


@rule(
    "relief.over_student_standard",
    "助学金超标准",
    source="湖北天门2024年金秋助学标准，供参考（各地不一，以当地文件为准）",
    confidence=Confidence.CUSTOM,
    parameter=STUDENT_STANDARD,
)
def over_student_standard(scope):
    """一笔助学金超过该学段的标准上限；小学、初中没有统一标准，不在此列。请核对学段和当地当年标准。"""
    over = Q(pk__in=[])
    for caps, first, last in STUDENT_STANDARD.spans(
        scope.period.start, scope.period.end, scope.organisation.region
    ):
        for stage, cap in caps.items():
            over |= Q(occurred_on__range=(first, last), stage=stage, amount__gt=cap)
    return StudentAid.objects.within(scope).filter(over)


@rule(
    "relief.helped_without_file",
    "未建档先帮扶",
    source="《困难职工档案管理办法》（总工办发〔2016〕36号）：先建档、后帮扶、实名制",
    confidence=Confidence.CUSTOM,
)
def helped_without_file(scope):
    """发放帮扶金时，该户没有在档的困难职工档案。节日慰问可以慰问未建档的对象，不在此列；其他贫困户也不在此列。

    请补建档案，或核对方式是否应为“慰问”。
    """
    given_on = OuterRef("occurred_on")
    files = HardshipFile.objects.in_scope(scope).filter(household=OuterRef("household"))
    live = files.filter(Q(until_on=None) | Q(until_on__gte=given_on), town_filed_on__lte=given_on)
    helped = visits(scope).filter(kind=WarmthVisit.Kind.HELP, amount__gt=0)
    return helped.exclude(group=WarmthVisit.Group.VILLAGER).filter(~Exists(live))


@rule("relief.fund_no_voucher", "筹措资金无凭证", source="系统约定：到账资金须有凭证号或银行回单")
def fund_no_voucher(scope):
    """帮扶资金到账记录既没有凭证号，也没有上传到账凭据。请补填凭证号或补传银行回单。"""
    funds = ReliefFund.objects.within(scope).filter(voucher="", corrects=None)
    return without(funds, Exhibit.Kind.RECEIPT)


@rule(
    "relief.more_given_than_raised", "发放多于筹措", source="系统约定：发放的资金应有来源", remedy=ReliefFund
)
def more_given_than_raised(scope):
    """本期内发放的慰问金、助学金合计多于同期筹措到账资金的单位。

    请核对：有上期结余的属正常；到账资金未登记的，请补登“帮扶资金台账”。
    """
    given = added(_sum_here(WarmthVisit, scope), _sum_here(StudentAid, scope))
    units = Organisation.objects.filter(pk__in=scope.organisations).everywhere("limited to the scope")
    return units.annotate(given=given, raised=_sum_here(ReliefFund, scope)).filter(given__gt=F("raised"))


def _sum_here(model, scope) -> Coalesce:
    """What the entries of a unit in the period add up to."""
    entries = model.objects.within(scope).filter(organisation=OuterRef("pk")).order_by()
    sums = entries.values("organisation").annotate(n=Sum("amount")).values("n")
    return Coalesce(Subquery(sums), NOTHING)
