"""Words that several ledgers share: who helps beside the union, whose money it is, for which festival."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.records.paid import PaidEntry
from youju.records.record import State


class Partner(models.TextChoices):
    """Bodies that help beside the union; their lists are where double aid comes from."""

    CIVIL_AFFAIRS = "civil_affairs", _("民政办")
    CHARITY = "charity", _("慈善协会")
    EDUCATION = "education", _("教育部门")
    DISABLED = "disabled", _("残联")
    WOMEN = "women", _("妇联")
    ENTERPRISE = "enterprise", _("爱心企业")
    OTHER = "other", _("其他单位")


class MoneySource(models.TextChoices):
    FINANCE = "finance", _("财政拨款")
    UPPER_UNION = "upper_union", _("上级工会拨款")
    OWN_BUDGET = "own_budget", _("本级工会经费")
    DONATION = "donation", _("社会捐赠")
    EMPLOYER = "employer", _("单位行政资助")
    OTHER = "other", _("其他来源")


class Round(models.TextChoices):
    NEW_YEAR = "new_year", _("元旦春节")
    MAY_DAY = "may_day", _("五一")
    SUMMER = "summer", _("送清凉")
    AUTUMN = "autumn", _("中秋国庆")
    EVERYDAY = "everyday", _("日常")


def season_of(round_: str, day) -> int:
    """The year whose festival it is: help for the Spring Festival begins in the December before."""
    return day.year + (round_ == Round.NEW_YEAR and day.month >= 7)


def without_a_reason(record: PaidEntry):
    """Standing records other than this one that claim to be the first help of their round or year."""
    others = type(record)._plain.filter(repeat_reason="", corrects=None).exclude(pk=record.pk)
    return others.exclude(state__in=(State.VOIDED, State.RETURNED))
