"""Households and students helped, and with how much."""

from youju.ledger.indicators import count, total
from youju.work.relief.models import StudentAid, WarmthVisit


@count(
    "relief.households_helped",
    "帮扶慰问困难户",
    unit="户",
    of="household",
    synonyms=("帮扶、慰问困难职工家庭", "慰问困难职工家庭", "走访慰问困难职工", "帮扶困难户", "慰问贫困户"),
)
def households_helped(scope):
    """本期内至少得到一次慰问或帮扶的困难家庭户数。

    同一户本期内多次慰问、多个批次慰问，只计一户；以慰问日期在本期内、已确认的送温暖台账为准，
    待确认、已退回、已作废的不计。户数不是人数，也不是慰问次数。
    """
    return WarmthVisit.objects.within(scope)


@total("relief.amount_granted", "发放帮扶慰问金", of="amount", synonyms=("发放慰问金", "发放帮扶资金"))
def amount_granted(scope):
    """本期内发放的慰问金、帮扶金合计，单位为元。

    以慰问日期在本期内、已确认的送温暖台账“慰问金”一栏为准，只计现金（含转账）；
    慰问物品的折价另计，助学金另计。
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

    同一学生本期内多次资助，只计一人；以资助日期在本期内、已确认的助学台账为准。
    涉及未成年人，对外只公布人数，不列姓名和家庭。
    """
    return StudentAid.objects.within(scope)


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
