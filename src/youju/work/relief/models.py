"""Help given: visits to households in hardship, and aid to students."""

from decimal import Decimal
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.base import clock
from youju.base.fields import MoneyField
from youju.people.models import Household, Person
from youju.records.record import Entry, State


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


NOT_NEGATIVE = MinValueValidator(Decimal(0), _("金额不能为负数；多发、错发的请作废原记录后重新登记。"))
MORE_THAN_NOTHING = MinValueValidator(Decimal("0.01"), _("助学金须大于零。"))


def refuse_changed_money(record: Entry, *fields: str) -> None:
    """Money paid is not corrected in place: the confirmed record is voided and a new one entered."""
    paid = None if record._state.adding else type(record)._plain.filter(pk=record.pk).first()
    if paid is None or paid.state != State.CONFIRMED:
        return
    changed = [name for name in fields if getattr(paid, name) != getattr(record, name)]
    if changed:
        message = _("已确认的金额不能更改；确有错误的，请作废本条后重新登记。")
        raise ValidationError(dict.fromkeys(changed, message))


def without_a_reason(model: type[Entry], record: Entry):
    """Standing records other than this one that claim to be the first help of their round or year."""
    others = model._plain.filter(repeat_reason="").exclude(pk=record.pk)
    return others.exclude(state__in=(State.VOIDED, State.RETURNED))


class WarmthVisit(Entry):
    """送温暖: one visit to, or one piece of help for, one household."""

    ledger_code = "relief.visits"
    number_label = "送温暖"
    personal: ClassVar[tuple[str, ...]] = ("repeat_reason",)

    class Round(models.TextChoices):
        NEW_YEAR = "new_year", _("元旦春节")
        MAY_DAY = "may_day", _("五一")
        SUMMER = "summer", _("送清凉")
        AUTUMN = "autumn", _("中秋国庆")
        EVERYDAY = "everyday", _("日常")

    class Kind(models.TextChoices):
        VISIT = "visit", _("慰问")
        HELP = "help", _("帮扶")

    occurred_on = models.DateField(_("慰问日期"))
    round = models.CharField(_("批次"), max_length=12, choices=Round)
    season = models.PositiveSmallIntegerField(_("批次年度"), default=0, editable=False)
    household = models.ForeignKey(Household, models.PROTECT, related_name="+", verbose_name=_("困难家庭"))
    kind = models.CharField(_("方式"), max_length=10, choices=Kind, default=Kind.VISIT)
    amount = MoneyField(_("慰问金"), null=True, blank=True, validators=[NOT_NEGATIVE])
    goods = models.CharField(_("慰问物品"), max_length=100, blank=True)
    goods_value = MoneyField(_("物品折价"), null=True, blank=True, validators=[NOT_NEGATIVE])
    money_source = models.CharField(_("资金来源"), max_length=20, choices=MoneySource)
    partner = models.CharField(_("联合单位"), max_length=20, choices=Partner, blank=True)
    visited_by = models.CharField(_("慰问人"), max_length=100, blank=True)
    repeat_reason = models.CharField(
        _("重复慰问理由"), max_length=200, blank=True, help_text=_("同一户同一批次再次慰问时填写。")
    )

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("送温暖台账")
        indexes = [models.Index(fields=["household", "season"])]
        constraints = [
            models.CheckConstraint(
                condition=(Q(amount=None) | Q(amount__gte=0)) & (Q(goods_value=None) | Q(goods_value__gte=0)),
                name="visit_money_is_not_negative",
            )
        ]

    def __str__(self) -> str:
        return f"{self.household} {self.get_round_display()}{self.get_kind_display()}"

    def clean(self) -> None:
        super().clean()
        if self.occurred_on is None:
            return
        self.season = self._season()
        refuse_changed_money(self, "amount", "goods_value")
        if not self.amount and not self.goods:
            raise ValidationError({"amount": _("请填写慰问金或慰问物品，两项至少填一项。")})
        if self.goods_value and not self.goods:
            raise ValidationError({"goods": _("填写了物品折价，请写明是什么物品、多少。")})
        if not self.repeat_reason and self._was_visited():
            raise ValidationError(
                {"repeat_reason": _("该户本批次已慰问过。如确需再次慰问，请填写理由；否则请勿重复登记。")}
            )

    def _season(self) -> int:
        """The year whose festival it is: help for the Spring Festival begins in the December before."""
        early = self.round == self.Round.NEW_YEAR and self.occurred_on.month >= 7
        return self.occurred_on.year + early

    def _was_visited(self) -> bool:
        if self.round == self.Round.EVERYDAY:  # everyday help knows no round
            return False
        same = {"household": self.household_id, "round": self.round, "season": self.season}
        return without_a_reason(WarmthVisit, self).filter(**same).exists()


class StudentAid(Entry):
    """助学: money for one student in one school year."""

    ledger_code = "relief.student_aid"
    number_label = "助学"
    personal: ClassVar[tuple[str, ...]] = ("school", "repeat_reason")

    class Stage(models.TextChoices):
        PRIMARY = "primary", _("小学")
        JUNIOR = "junior", _("初中")
        SENIOR = "senior", _("高中")
        VOCATIONAL = "vocational", _("中职（技校）")
        COLLEGE = "college", _("大专（高职）")
        UNIVERSITY = "university", _("本科及以上")

    occurred_on = models.DateField(_("资助日期"))
    student = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("学生"))
    household = models.ForeignKey(
        Household, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("困难家庭")
    )
    school = models.CharField(_("就读学校"), max_length=60)
    stage = models.CharField(_("学段"), max_length=12, choices=Stage)
    school_year = models.PositiveSmallIntegerField(
        _("学年"),
        validators=[MinValueValidator(1990), MaxValueValidator(2100)],
        help_text=_("填学年开始的年份，如 2025 表示 2025—2026 学年。"),
    )
    amount = MoneyField(_("助学金"), validators=[MORE_THAN_NOTHING])
    paid_on = models.DateField(_("发放日期"), null=True, blank=True)
    money_source = models.CharField(_("资金来源"), max_length=20, choices=MoneySource, blank=True)
    partner = models.CharField(_("联合单位"), max_length=20, choices=Partner, blank=True)
    repeat_reason = models.CharField(
        _("重复资助理由"), max_length=200, blank=True, help_text=_("同一学生同一学年再次资助时填写。")
    )

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("助学台账")
        indexes = [models.Index(fields=["student", "school_year"])]
        constraints = [models.CheckConstraint(condition=Q(amount__gt=0), name="student_aid_is_positive")]

    def __str__(self) -> str:
        return f"{self.student} {self.school_year}—{self.school_year + 1}学年助学"

    def clean(self) -> None:
        super().clean()
        if self.paid_on and self.paid_on > clock.today():
            raise ValidationError({"paid_on": _("发放日期不能晚于今天；尚未发放的请留空。")})
        refuse_changed_money(self, "amount")
        same = {"student": self.student_id, "school_year": self.school_year}
        if not self.repeat_reason and without_a_reason(StudentAid, self).filter(**same).exists():
            raise ValidationError(
                {"repeat_reason": _("该学生本学年已资助过。如确需再次资助，请填写理由；否则请勿重复登记。")}
            )
