"""Help that was given twice or cannot be shown."""

from django.db.models import Exists, OuterRef

from youju.ledger.rules import rule, without
from youju.records.models import Exhibit
from youju.work.relief.models import WarmthVisit

PRACTICE = "通行做法：送温暖资金实名发放，一户一批次一次（各地规定不一，以当地文件为准）"


@rule("relief.visited_twice", "同一批次重复慰问", source=PRACTICE)
def visited_twice(scope):
    """同一户在同一批次（同一节日、同一年度）有两次以上慰问，不论是否写明理由，都在此列出供复核。

    请核对是否重复发放；属实的保留并写明理由，重复登记的请作废其中一条。日常帮扶不分批次，不在此列。
    """
    other = WarmthVisit.objects.in_scope(scope).exclude(pk=OuterRef("pk"))
    same = other.filter(household=OuterRef("household"), round=OuterRef("round"), season=OuterRef("season"))
    visits = WarmthVisit.objects.within(scope).exclude(round=WarmthVisit.Round.EVERYDAY)
    return visits.filter(Exists(same))


@rule("relief.no_receipt", "慰问金无领取凭据", source="通行做法：送温暖资金须有本人签收或银行发放凭据")
def no_receipt(scope):
    """登记了慰问金，但没有上传领取凭据（签领表、收条或银行回单）。

    请补传凭据，材料类别选“领取凭据”；只发物品的不在此列。
    """
    return without(WarmthVisit.objects.within(scope).filter(amount__gt=0), Exhibit.Kind.RECEIPT)
