"""Festivals left out, and events that cannot be shown."""

from datetime import date

from django.db.models import Q

from youju.ledger.populations import federations
from youju.ledger.rules import rule, without
from youju.records.models import Exhibit
from youju.records.parameters import Confidence
from youju.work.culture.models import Activity

# By when an event of the festival should have been entered: month and day.
KEPT_BY = {Activity.Festival.MAY_DAY: (5, 31), Activity.Festival.NATIONAL: (10, 31)}


@rule(
    "culture.festival_left_out",
    "五一、十一未办活动",
    source="通行做法：每年五一、十一举办文体活动",
    confidence=Confidence.CUSTOM,
    remedy=Activity,
)
def festival_left_out(scope):
    """期末所在年度的五一（5月底止）、十一（10月底止）已过，仍没有节日文体活动记录的乡镇（街道）工会。

    请补办或补登活动，并选对节日。所属单位自办的活动不能代替。
    """
    year = scope.period.end.year
    lacking = Q(pk__in=[])
    for festival, (month, day) in KEPT_BY.items():
        if date(year, month, day) <= scope.as_of:
            held = Activity.objects.in_scope(scope).filter(festival=festival, occurred_on__year=year)
            lacking |= ~Q(pk__in=held.values("organisation"))
    return federations(scope).filter(lacking)


@rule("culture.activity_without_photo", "活动无照片", source="系统约定：文体活动以现场照片为据")
def activity_without_photo(scope):
    """本期举办、没有上传现场照片的文体活动。请补传照片，材料类别选“照片”。"""
    return without(Activity.objects.within(scope), Exhibit.Kind.PHOTO)
