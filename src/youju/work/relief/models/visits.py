"""送温暖: visits to, and help for, households in hardship."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from youju.base.fields import MoneyField
from youju.people.models import Household, HouseholdMember
from youju.records.paid import PaidEntry
from youju.records.querysets import holds_on
from youju.work.relief.models.sources import MoneySource, Partner, Round, season_of, without_a_reason


class WarmthVisit(PaidEntry):
    """送温暖: one visit to, or one piece of help for, one household."""

    ledger_code = "relief.visits"
    number_label = "送温暖"
    personal: ClassVar[tuple[str, ...]] = ("repeat_reason",)
    paid = ("amount", "goods_value")
    alike = ("household", "round")

    Round = Round

    class Kind(models.TextChoices):
        VISIT = "visit", _("慰问")
        HELP = "help", _("帮扶")
        DEED = "deed", _("办实事")

    class Group(models.TextChoices):
        """Who the money is for, after the list of 2020; a hardship file is not needed for every group."""

        HARDSHIP = "hardship", _("生活困难职工")
        ILLNESS = "illness", _("患病或受灾致困职工")
        FIRM = "firm", _("困难企业职工")
        INJURY = "injury", _("工伤职工和工亡家属")
        SERIOUS = "serious", _("重大疾病职工")
        HARD_POST = "hard_post", _("长期艰苦岗位职工")
        DISASTER = "disaster", _("抢险救灾一线职工")
        ON_DUTY = "on_duty", _("节日坚守岗位职工")
        AWAY = "away", _("长期在外职工")
        ADVANCED = "advanced", _("劳模和先进职工")
        VILLAGER = "villager", _("其他贫困户")

    occurred_on = models.DateField(_("慰问日期"))
    round = models.CharField(_("批次"), max_length=12, choices=Round)
    season = models.PositiveSmallIntegerField(_("批次年度"), default=0, editable=False)
    household = models.ForeignKey(Household, models.PROTECT, related_name="+", verbose_name=_("困难家庭"))
    kind = models.CharField(_("方式"), max_length=10, choices=Kind, default=Kind.VISIT)
    group = models.CharField(_("对象类别"), max_length=10, choices=Group, blank=True)
    amount = MoneyField(_("慰问金"), null=True, blank=True)
    goods = models.CharField(_("慰问物品"), max_length=100, blank=True)
    goods_value = MoneyField(_("物品折价"), null=True, blank=True)
    deed = models.CharField(_("所办实事"), max_length=100, blank=True)
    money_source = models.CharField(_("资金来源"), max_length=20, choices=MoneySource)
    partner = models.CharField(_("联合单位"), max_length=20, choices=Partner, blank=True)
    visited_by = models.CharField(_("慰问人"), max_length=100, blank=True)
    repeat_reason = models.CharField(
        _("重复慰问理由"), max_length=200, blank=True, help_text=_("同一户同一批次再次慰问时填写。")
    )

    class Meta(PaidEntry.Meta):
        verbose_name = verbose_name_plural = _("送温暖台账")
        indexes = [models.Index(fields=["household", "season"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(corrects__isnull=False)
                | (Q(amount=None) | Q(amount__gte=0)) & (Q(goods_value=None) | Q(goods_value__gte=0)),
                name="visit_money_is_not_negative",
                violation_error_message=_("慰问金和实物折价不能为负数，冲销请用红字。"),
            )
        ]

    def __str__(self) -> str:
        red = "（红字冲销）" if self.is_correction else ""
        return f"{self.household} {self.get_round_display()}{self.get_kind_display()}{red}"

    def clean(self) -> None:
        super().clean()
        if self.occurred_on is None:
            return
        if self.is_correction:
            self.season = self.corrects.season
            return
        self.season = season_of(self.round, self.occurred_on)
        self._check_what_was_given()
        if not self.repeat_reason and self._was_visited():
            raise ValidationError(
                {"repeat_reason": _("该户本批次已慰问过。如确需再次慰问，请填写理由；否则请勿重复登记。")}
            )

    def _check_what_was_given(self) -> None:
        if self.kind == self.Kind.DEED and not self.deed:
            raise ValidationError({"deed": _("方式为“办实事”的，请写明办了什么实事。")})
        if not (self.amount or self.goods or self.deed):
            raise ValidationError({"amount": _("请填写慰问金或慰问物品，两项至少填一项。")})
        if self.goods_value and not self.goods:
            raise ValidationError({"goods": _("填写了物品折价，请写明是什么物品、多少。")})

    def _was_visited(self) -> bool:
        """Whether the round reached this household, or another one of somebody who lives here, already."""
        if self.round == Round.EVERYDAY or self.household_id is None:  # everyday help knows no round
            return False
        visits = without_a_reason(self).filter(round=self.round, season=self.season)
        people = _people(self.household, self.occurred_on)
        return visits.filter(Q(household=self.household_id) | of_households_of(people)).exists()


def _people(household: Household, day) -> list:
    """Ids of the head and of all who belong to the household on a day."""
    members = HouseholdMember._plain.filter(holds_on(day), household=household).exclude(state="voided")
    return [household.head_id, *members.values_list("person", flat=True)]


def of_households_of(people) -> Q:
    """The condition of a visit: it went to a household whose head or member, that day, is one of `people`."""
    return Q(household__head__in=people) | Exists(members_that_day().filter(person__in=people))


def members_that_day() -> QuerySet:
    """Members of the household of the visit around, on its day."""
    day = OuterRef("occurred_on")
    rows = HouseholdMember._plain.exclude(state="voided").filter(household=OuterRef("household"))
    return rows.filter(Q(until_on=None) | Q(until_on__gte=day), from_on__lte=day)
