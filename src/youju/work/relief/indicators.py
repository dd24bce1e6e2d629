"""Households and students helped, with how much and whose money. Figures of files: `file_figures.py`."""

from youju.ledger.indicators import count, total
from youju.ledger.kinds import kinds
from youju.work.relief.models import ReliefFund, Round, StudentAid, WarmthVisit
from youju.work.relief.selections import festival_visits, visits

# -- visits and help -------------------------------------------------------------------


@count(
    "relief.households_helped",
    "帮扶慰问困难户",
    unit="户",
    of="household",
    synonyms=(
        "帮扶困难户数",
        "帮扶、慰问困难职工家庭",
        "慰问困难职工家庭",
        "走访慰问困难职工",
        "帮扶困难户",
        "慰问贫困户",
    ),
)
def households_helped(scope):
    """本期内至少得到一次慰问或帮扶的困难家庭户数。

    同一户本期内多次慰问、多个批次慰问，只计一户；以慰问日期在本期内、已确认的送温暖台账为准，
    待确认、已退回、已作废的不计，红字冲销只减金额、不减户数。户数不是人数，也不是慰问次数。
    """
    return visits(scope)


@count(
    "relief.festival_households",
    "节日慰问困难户",
    unit="户",
    of="household",
    synonyms=("节日慰问户数", "节日走访慰问困难职工"),
)
def festival_households(scope):
    """本期内得到节日慰问（元旦春节、五一、送清凉、中秋国庆）的困难家庭户数，同一户几个节日都慰问的只计一户。

    以慰问日期在本期内、已确认、批次不是“日常”的送温暖台账为准。
    """
    return festival_visits(scope)


@kinds(
    "relief.festival_rounds",
    "节日慰问批次",
    "次",
    of=("season", "round"),
    synonyms=("节日慰问次数", "开展节日慰问"),
)
def festival_rounds(scope):
    """本期内开展节日慰问的批次数，一个年度的一个节日为一批，不论走访几户、几天，只计一次。

    春节慰问自上年十二月起即为下一年度的批次，因此一个日历年内可能有两个“元旦春节”批次。
    """
    return festival_visits(scope)


@count(
    "relief.deeds_done",
    "为困难职工办实事",
    unit="件",
    synonyms=("办实事", "为职工办实事", "为困难职工办好事实事"),
)
def deeds_done(scope):
    """本期内为困难家庭办的实事件数。

    以送温暖台账中方式为“帮扶”或“办实事”的已确认记录为准，一条计一件；节日慰问（方式为“慰问”）不计。
    """
    return visits(scope).filter(kind__in=(WarmthVisit.Kind.HELP, WarmthVisit.Kind.DEED))


@kinds(
    "relief.partner_bodies",
    "联合帮扶部门",
    "个",
    of="partner",
    synonyms=("联合帮扶单位", "会同帮扶部门", "会同部门"),
)
def partner_bodies(scope):
    """本期内与工会联合慰问、帮扶困难家庭的部门（单位）个数，同一部门多次联合只计一个。

    以送温暖台账“联合单位”一栏为准，未填联合单位的记录不计。
    """
    return visits(scope)


@total("relief.amount_granted", "发放帮扶慰问金", of="amount", synonyms=("发放慰问金", "发放帮扶资金"))
def amount_granted(scope):
    """本期内发放的慰问金、帮扶金合计，单位为元。

    以慰问日期在本期内、已确认的送温暖台账“慰问金”一栏为准，只计现金（含转账）；
    红字冲销以负数计入冲销当期；慰问物品的折价另计，助学金另计。
    """
    return WarmthVisit.objects.within(scope)


@total("relief.goods_value", "慰问物品折价", of="goods_value", synonyms=("发放慰问品价值", "慰问物资折款"))
def goods_value(scope):
    """本期内发放的慰问物品折价合计，单位为元。

    以慰问日期在本期内、已确认的送温暖台账“物品折价”一栏为准；未填折价的物品不计。
    """
    return WarmthVisit.objects.within(scope)


@count(
    "relief.students_aided",
    "资助在校贫困学生",
    unit="人",
    of="student",
    synonyms=("资助在校贫困生", "资助困难学生", "金秋助学", "资助贫困大学生", "助学"),
    numbers_only=True,
)
def students_aided(scope):
    """本期内得到助学资助的在校学生人数。

    同一学生本期内多次资助，只计一人；以资助日期在本期内、已确认的助学台账为准，红字冲销不减人数。
    涉及未成年人，对外只公布人数，不列姓名和家庭。
    """
    return StudentAid.objects.within(scope).filter(corrects=None)


@total(
    "relief.student_aid_amount",
    "发放助学金",
    of="amount",
    synonyms=("助学资金", "金秋助学金"),
    numbers_only=True,
)
def student_aid_amount(scope):
    """本期内资助在校困难学生的助学金合计，单位为元。

    以资助日期在本期内、已确认的助学台账“助学金”一栏为准。涉及未成年人，对外只公布合计数。
    """
    return StudentAid.objects.within(scope)


# -- money raised ----------------------------------------------------------------------


@total(
    "relief.funds_raised",
    "筹措帮扶慰问资金",
    of="amount",
    synonyms=("筹措慰问资金", "筹集帮扶资金", "筹措资金", "筹集送温暖资金"),
)
def funds_raised(scope):
    """本期内筹措到账的帮扶慰问资金合计，单位为元。

    以到账日期在本期内、已确认的帮扶资金台账为准，含财政拨款、上级工会、本级经费、社会捐赠等各种来源和各种用途；
    红字冲销以负数计入冲销当期。发放数见“发放帮扶慰问金”“发放助学金”。
    """
    return ReliefFund.objects.within(scope)


@total("relief.warmth_funds_raised", "筹措节日慰问资金", of="amount", synonyms=("筹措送温暖资金",))
def warmth_funds_raised(scope):
    """本期内为节日慰问筹措到账的资金合计，单位为元；口径同“筹措帮扶慰问资金”，批次为某一节日。"""
    return ReliefFund.objects.within(scope).exclude(round__in=("", Round.EVERYDAY))


@kinds("relief.fund_sources", "帮扶资金来源", "种", of="source", synonyms=("资金来源渠道", "筹资渠道"))
def fund_sources(scope):
    """本期内帮扶慰问资金有几种来源，以帮扶资金台账“资金来源”一栏为准，同一来源多次到账只计一种。"""
    return ReliefFund.objects.within(scope).filter(corrects=None)
