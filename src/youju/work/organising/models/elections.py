"""换届改选 and 工会干部: elections with their verdict, and who sits in which post from when to when."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from youju.base.masking import mask_name
from youju.base.periods import months_later
from youju.people.models import Person
from youju.people.naming import settle_name
from youju.records import checks
from youju.records.querysets import EntryQuerySet
from youju.records.record import Entry, Register


class ElectionQuerySet(EntryQuerySet):
    def quorate(self) -> Self:
        return self.alias(thirds=F("present") * 3).filter(due__gt=0, thirds__gte=F("due") * 2)

    def counted(self) -> Self:
        """Ballots that add up: no more came back than went out."""
        return self.filter(ballots_returned__lte=F("ballots_issued"))

    def carried(self) -> Self:
        """The chair has more than half of all who were due, not of those who came."""
        return self.alias(doubled=F("chair_votes") * 2).filter(doubled__gt=F("due"))

    def valid(self) -> Self:
        """Elections that hold, as `Election.is_valid` says of one."""
        return self.quorate().counted().carried()


class Election(Entry):
    """换届、改选: one meeting that elects the committee and chair of a union."""

    ledger_code = "organising.elections"
    number_label = "换届"

    class Kind(models.TextChoices):
        FIRST = "first", _("成立选举")
        RENEWAL = "renewal", _("换届选举")
        BY_ELECTION = "by_election", _("届中改选（补选）")

    class Meeting(models.TextChoices):
        ALL = "all", _("会员大会")
        DELEGATES = "delegates", _("会员代表大会")

    class Years(models.IntegerChoices):
        THREE = 3, _("三年")
        FIVE = 5, _("五年")

    occurred_on = models.DateField(_("选举日期"))
    kind = models.CharField(_("选举类别"), max_length=12, choices=Kind, default=Kind.RENEWAL)
    meeting = models.CharField(_("会议形式"), max_length=10, choices=Meeting, default=Meeting.ALL)
    session = models.CharField(_("届次"), max_length=40)
    due = models.PositiveIntegerField(_("应到人数"))
    present = models.PositiveIntegerField(_("实到人数"))
    ballots_issued = models.PositiveIntegerField(_("发出选票"))
    ballots_returned = models.PositiveIntegerField(_("收回选票"))
    ballots_valid = models.PositiveIntegerField(_("有效票"))
    ballots_void = models.PositiveIntegerField(_("废票"), default=0)
    candidates = models.PositiveSmallIntegerField(_("候选人数"), null=True, blank=True)
    seats = models.PositiveSmallIntegerField(_("应选委员"), null=True, blank=True)
    members = models.PositiveIntegerField(_("会员人数"))
    chair = models.CharField(_("当选主席"), max_length=50)
    chair_votes = models.PositiveIntegerField(_("主席得票"))
    noticed_from = models.DateField(_("候选人公示起"), null=True, blank=True)
    noticed_until = models.DateField(_("候选人公示止"), null=True, blank=True)
    approval_number = models.CharField(_("批复文号"), max_length=60, blank=True)
    approved_on = models.DateField(_("批复日期"), null=True, blank=True)
    term_years = models.PositiveSmallIntegerField(_("任期"), choices=Years, default=Years.THREE)
    term_ends_on = models.DateField(_("届满日期"), null=True, editable=False)
    extended_until = models.DateField(_("经批准延期至"), null=True, blank=True)

    objects = ElectionQuerySet.as_manager()

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("换届改选")

    def __str__(self) -> str:
        return f"{self.organisation} {self.session}{self.get_kind_display()}"

    @property
    def is_valid(self) -> bool:
        """Two thirds were present, the ballots add up, and more than half of all due voted for the chair."""
        quorate = 0 < self.due * 2 <= self.present * 3
        return quorate and self.ballots_returned <= self.ballots_issued and self.chair_votes * 2 > self.due

    def clean(self) -> None:
        super().clean()
        checks.not_more(self, "present", "due")
        checks.not_more(self, "ballots_issued", "present")
        checks.not_more(self, "chair_votes", "ballots_valid")
        checks.not_before(self, "noticed_until", "noticed_from")
        checks.not_in_future(self, "approved_on")
        papers = self.ballots_returned, self.ballots_valid, self.ballots_void
        if None not in papers and papers[1] + papers[2] != papers[0]:
            raise ValidationError({"ballots_valid": _("有效票与废票之和应等于收回选票，请核对。")})
        by_election = self.kind == self.Kind.BY_ELECTION
        self.term_ends_on = None
        if self.occurred_on and self.term_years and not by_election:
            self.term_ends_on = months_later(self.occurred_on, 12 * self.term_years)
        if self.extended_until and self.term_ends_on and self.extended_until <= self.term_ends_on:
            raise ValidationError({"extended_until": _("延期后的日期应晚于届满日期，请核对。")})


class Officer(Register):
    """工会干部: one person in one post of a union, from the day of taking office."""

    ledger_code = "organising.officers"
    number_label = "干部"
    personal = ("name",)

    class Position(models.TextChoices):
        CHAIR = "chair", _("主席")
        VICE_CHAIR = "vice_chair", _("副主席")
        COMMITTEE = "committee", _("委员")
        AUDIT = "audit", _("经审委员会主任（委员）")
        WOMEN = "women", _("女职工委员会主任（委员）")
        ORGANISER = "organiser", _("组织员")
        STAFF = "staff", _("工会工作人员")

    class Began(models.TextChoices):
        ELECTED = "elected", _("民主选举")
        BY_ELECTION = "by_election", _("补选")
        APPOINTED = "appointed", _("任命（委派）")
        HIRED = "hired", _("聘用")

    class Ended(models.TextChoices):
        TERM = "term", _("届满")
        MOVED = "moved", _("工作调动")
        RESIGNED = "resigned", _("辞职")
        LEFT = "left", _("离开单位")
        REMOVED = "removed", _("罢免")
        DIED = "died", _("去世")

    ELECTED = (Began.ELECTED, Began.BY_ELECTION)

    from_on = models.DateField(_("任职日期"))
    until_on = models.DateField(_("离任日期"), null=True, blank=True)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("人员卡片")
    )
    name = models.CharField(_("姓名"), max_length=50, blank=True, help_text=_("选了人员卡片的可不填。"))
    position = models.CharField(_("职务"), max_length=12, choices=Position)
    also = models.CharField(_("兼任职务"), max_length=60, blank=True)
    full_time = models.BooleanField(_("专职"), default=False)
    began_by = models.CharField(_("产生方式"), max_length=12, choices=Began, default=Began.ELECTED)
    ended_by = models.CharField(_("离任原因"), max_length=10, choices=Ended, blank=True)
    election = models.ForeignKey(
        Election, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("所属选举")
    )
    trained_on = models.DateField(_("上岗培训日期"), null=True, blank=True)
    duties = models.CharField(_("分工"), max_length=100, blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("工会干部")
        constraints = [
            *Register.Meta.constraints,
            models.CheckConstraint(
                condition=Q(until_on=None, ended_by="") | Q(until_on__isnull=False) & ~Q(ended_by=""),
                name="officer_end_has_a_way",
                violation_error_message=_("离任须同时填写离任日期和离任原因。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.get_position_display()} {mask_name(self.name)}"

    def clean(self) -> None:
        super().clean()
        settle_name(self)
        checks.not_in_future(self, "trained_on")
        message = _("此人在这段时间已登记任职；一人兼任几职的登记一条，其余写入兼任职务。")
        checks.alone(self, "organisation", "name", message=message, field="name")
        if self.position == self.Position.CHAIR:
            taken = _("该工会在这段时间已有主席，请先登记原主席的离任日期和原因。")
            checks.alone(self, "organisation", "position", message=taken, field="position")
