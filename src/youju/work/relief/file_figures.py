"""Hardship files: how many there are, came and went, and whether they are kept, helped and looked at."""

from youju.ledger.indicators import count
from youju.ledger.shares import ITSELF, share
from youju.work.relief.models import HardshipFile, HardshipFirm, HardshipReview
from youju.work.relief.selections import at_both_levels, filed, households_on_file, visits


@count(
    "relief.files_held",
    "困难职工在档",
    unit="户",
    of="household",
    synonyms=("建立困难职工档案", "困难职工建档", "在档困难职工"),
)
def files_held(scope):
    """截止日在档的困难职工户数：乡镇已建档、尚未退出，一户一档。

    以“乡镇建档日期”不晚于截止日、截止日尚未退出的已确认困难职工档案为准；只申请、未建档的不计。
    """
    return filed(scope)


@count("relief.files_opened", "新建困难职工档案", unit="户", of="household", synonyms=("新增困难职工档案",))
def files_opened(scope):
    """本期内乡镇新建困难职工档案的户数，以“乡镇建档日期”在本期内的已确认档案为准。"""
    days = (scope.period.start, scope.period.end)
    return HardshipFile.objects.in_scope(scope).filter(town_filed_on__range=days)


@count("relief.files_closed", "退出困难职工档案", unit="户", of="household", synonyms=("困难职工脱困退出",))
def files_closed(scope):
    """本期内退出困难职工档案的户数（脱困、类别调整、退休、调离等），只计曾在乡镇建档的。

    退出日期是在档的最后一天，次日起不再在档；次日落在本期内的计入本期。
    """
    return HardshipFile.objects.ended(scope).filter(town_filed_on__isnull=False)


@share(
    "relief.filed_rate",
    "困难职工建档率",
    of=HardshipFile.objects.holding,
    by=ITSELF,
    synonyms=("困难职工建档率（两级）", "困难职工都建立了档案", "两级建档率"),
)
def filed_rate(scope):
    """截止日已发现的困难职工家庭中，乡镇和基层工会两级都建立了档案的比例。

    分母为截止日已申请（发现）、尚未退出的困难职工家庭；分子为其中乡镇和基层两级建档日期都不晚于截止日的；
    没有基层工会、由乡镇直接建档的，乡镇建档即为达到。
    """
    return at_both_levels(scope)


@share(
    "relief.helped_rate",
    "困难职工帮扶率",
    of=households_on_file,
    by="household",
    synonyms=("在档困难职工帮扶率", "建档困难职工帮扶面", "帮扶率"),
)
def helped_rate(scope):
    """截止日在档的困难职工家庭中，本期内得到过慰问或帮扶的比例。

    分母为截止日在档的户数，分子为其中本期内至少有一条已确认送温暖记录的户数，同一户多次只计一户。
    """
    return visits(scope)


@share(
    "relief.review_rate",
    "困难职工档案动态复核率",
    of=filed,
    by="file",
    synonyms=("动态复核率", "动态管理复核率", "档案复核率"),
)
def review_rate(scope):
    """截止日在档的困难职工档案中，本期内复核过的比例。

    分母为截止日在档的档案数，分子为其中本期内至少有一条已确认复核记录的档案数。
    """
    return HardshipReview.objects.within(scope)


@count(
    "relief.firms_held", "困难企业建档", unit="家", of="employer", synonyms=("困难企业档案", "建档困难企业")
)
def firms_held(scope):
    """截止日在档的困难企业家数，以截止日尚未退出的已确认困难企业档案为准，一家企业只计一次。"""
    return HardshipFirm.objects.holding(scope)
