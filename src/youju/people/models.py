"""Persons and where they belong: employers, employments, memberships, households, all dated."""

from collections import defaultdict
from datetime import timedelta
from itertools import batched
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.base import clock, identity, names, vault
from youju.base.fields import EncryptedField, Sealed
from youju.base.masking import mask_id, mask_name
from youju.records import inserting
from youju.records.checks import meet, overlap_of
from youju.records.querysets import RecordQuerySet, holds_on
from youju.records.record import Record, Register

LAST = "\U0010ffff"  # after every character
JUST_NOW = timedelta(days=1)
ELSEWHERE = _("该证件号已登记，请联系上级工会办理转接。")
ONE_UNION = _("该职工在这段时间已有会籍，同一人不能同时在两个工会；请先办理转出。")


class Sex(models.TextChoices):
    MALE = "male", _("男")
    FEMALE = "female", _("女")


SEXES = {str(sex.label): sex.value for sex in Sex}


class PersonQuerySet(RecordQuerySet):
    def named(self, query: str):
        """Persons whose name holds the query (characters, full pinyin or initials) or begins with it."""
        term = names.normalise(query)
        return self.filter(pk__in=PersonGram.beginning(term).values("person")) if term else self.none()


class Person(Record):
    """人员: an identity card. What a person is (worker, member, relative) stands in dated rows."""

    ledger_code = "people.persons"
    starts_confirmed = True
    personal: ClassVar[tuple[str, ...]] = ("name", "id_index")

    name = models.CharField(_("姓名"), max_length=50)
    sex = models.CharField(_("性别"), max_length=6, choices=Sex)
    birth_on = models.DateField(_("出生日期"), null=True, blank=True)
    id_number = EncryptedField(label="person.id_number", verbose_name=_("身份证号"), blank=True)
    id_index = models.CharField(max_length=64, null=True, unique=True, editable=False)  # noqa: DJ001  unique
    phone = EncryptedField(label="person.phone", verbose_name=_("手机号"), blank=True)

    objects = PersonQuerySet.as_manager()
    _tail_index: str | None = None

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = _("人员")
        indexes = [models.Index(fields=["name", "birth_on"])]

    def __str__(self) -> str:
        return mask_name(self.name)

    def clean(self) -> None:
        super().clean()
        if not self._settle_number():
            return
        if Person._plain.filter(id_index=self.id_index).exclude(pk=self.pk).exists():
            raise ValidationError({"id_number": ELSEWHERE})

    @classmethod
    def check_many(cls, records) -> dict:
        """Numbers that others have, or that two of these have, with few queries."""
        wrong, numbered = {}, {}
        for person in records:
            try:
                if person._settle_number() and numbered.setdefault(person.id_index, person) is not person:
                    wrong[person.pk] = ValidationError({"id_number": ELSEWHERE})
            except ValidationError as error:
                wrong[person.pk] = error
        for part in batched(numbered, 900):
            taken = Person._plain.filter(id_index__in=part).values_list("id_index", "pk")
            for person in (numbered[index] for index, pk in taken if numbered[index].pk != pk):
                wrong[person.pk] = ValidationError({"id_number": ELSEWHERE})
        return wrong

    def _settle_number(self) -> bool:
        """Bring a new number into its standard form with what follows from it; False if it is not new."""
        if isinstance(self.id_number, Sealed) or not self.id_number:
            return False
        try:
            self.id_number = identity.clean_id_number(self.id_number)
        except ValueError as error:
            raise ValidationError({"id_number": str(error)}) from error
        self.id_index = vault.blind(self.id_number, label="person.id_number")
        self._tail_index = tail_index(self.id_number)
        self.birth_on = identity.birth_of(self.id_number)
        if self.sex and self.sex != SEXES[identity.sex_of(self.id_number)]:
            raise ValidationError({"sex": _("性别与身份证号不符，请核对。")})
        return True

    @property
    def masked_id(self) -> str:
        return mask_id(self.id_number.open(self.pk)) if isinstance(self.id_number, Sealed) else ""

    def tail_index(self) -> str:
        """The last four of the number under their key; of a number being entered, as noted just then."""
        if self._tail_index is None:
            self._tail_index = tail_index(self.id_number.open(self.pk))
        return self._tail_index

    def age_on(self, day) -> int | None:
        if self.birth_on is None:
            return None
        return (
            day.year - self.birth_on.year - ((day.month, day.day) < (self.birth_on.month, self.birth_on.day))
        )

    @classmethod
    def within_reach(cls, access) -> Q:
        """Through a current employment, membership or household, or kept by one's own federation."""
        day, units = clock.today(), access.organisations()
        current = {"state": "confirmed"}
        covered = Coverage._plain.filter(holds_on(day), organisation__in=units, **current).values("employer")
        workers = Employment._plain.filter(holds_on(day), employer__in=covered, **current).values("person")
        members = Membership._plain.filter(holds_on(day), organisation__in=units).exclude(state="voided")
        homes = Household._plain.filter(holds_on(day), organisation__in=units, **current).values("pk")
        family = HouseholdMember._plain.filter(holds_on(day), household__in=homes).exclude(state="voided")
        # Whoever has just entered a person must be able to say where that person belongs.
        mine = Q(recorded_by=access.user, recorded_at__gte=clock.now() - JUST_NOW) if access.user else Q()
        return (
            Q(federation__in=access.federations)
            | mine
            | Q(pk__in=workers)
            | Q(pk__in=members.values("person"))
            | Q(pk__in=family.values("person"))
        )

    @classmethod
    def after_write(cls, records) -> None:
        # Of persons just entered nothing is derived yet.
        known = [person for person in records if person.row_version > 1]
        for derived in (PersonTail, PersonGram) if known else ():
            derived.objects.filter(person__in=known).delete()
        tails = ((person.pk, person.tail_index()) for person in records if person.id_number)
        inserting.insert_values(PersonTail, PersonTail._meta.concrete_fields, tails)
        fields = [PersonGram._meta.get_field(name) for name in ("person", "gram")]
        grams = ((person.pk, gram) for person in records for gram in names.grams(person.name))
        inserting.insert_values(PersonGram, fields, grams)


class PersonGram(models.Model):
    """Derived from the name: every way of asking for it (characters, pinyin, initials)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    gram = models.CharField(max_length=80)

    class Meta:
        indexes = [models.Index(fields=["gram", "person"])]

    @classmethod
    def beginning(cls, term: str) -> models.QuerySet:
        return cls.objects.filter(gram__gte=term, gram__lt=term + LAST)


class PersonTail(models.Model):
    """Derived from the number: its last four under a key, so that they can be asked for but not read."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="+")
    tail = models.CharField(max_length=64, db_index=True)


def tail_index(number: str) -> str:
    """Of a whole number or of its last four."""
    return vault.blind(number[-4:].upper(), label="person.id_tail")


class Nature(models.TextChoices):
    ENTERPRISE = "enterprise", _("企业")
    OFFICE = "office", _("机关")
    INSTITUTION = "institution", _("事业单位")
    SOCIAL = "social", _("社会组织")
    VILLAGE = "village", _("村（社区）")


class Employer(Register):
    """用人单位. `organisation` is the federation of the place; unions cover it through `Coverage`."""

    ledger_code = "people.employers"
    starts_confirmed = True
    unit_must_exist = False  # a firm may be older than the federation that lists it

    code = models.CharField(_("统一社会信用代码"), max_length=18, null=True, blank=True, unique=True)
    name = models.CharField(_("单位名称"), max_length=100)
    nature = models.CharField(_("单位性质"), max_length=20, choices=Nature)
    industry = models.CharField(_("行业"), max_length=40, blank=True)
    park = models.CharField(_("工业园区"), max_length=40, blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("用人单位")

    def __str__(self) -> str:
        return self.name


class Coverage(Register):
    """覆盖: a union (`organisation`) covers an employer; a joint union covers several."""

    ledger_code = "people.coverages"
    starts_confirmed = True

    employer = models.ForeignKey(
        Employer, models.PROTECT, related_name="coverages", verbose_name=_("用人单位")
    )

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("工会覆盖")

    def __str__(self) -> str:
        return f"{self.organisation} 覆盖 {self.employer}"


class Employment(Register):
    """就业: a person works for an employer. `organisation` is the federation of the place."""

    ledger_code = "people.employments"
    starts_confirmed = True
    unit_must_exist = False

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("职工"))
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="+", verbose_name=_("用人单位"))

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("职工")
        indexes = [models.Index(fields=["person"]), models.Index(fields=["employer", "from_on"])]

    def __str__(self) -> str:
        return f"{self.person} {self.employer}"


class Membership(Register):
    """会籍: one episode of one person at one union (`organisation`). Episodes never overlap."""

    ledger_code = "organising.members"
    number_label = "会员"

    class Kind(models.TextChoices):
        MEMBER = "member", _("会员")
        RETAINED = "retained", _("保留会籍")

    class Began(models.TextChoices):
        JOINED = "joined", _("入会")
        TRANSFERRED = "transferred", _("转入")
        RESUMED = "resumed", _("恢复")

    class Ended(models.TextChoices):
        TRANSFERRED = "transferred", _("转出")
        LEFT = "left", _("退会")
        LAPSED = "lapsed", _("视为退会")
        EXPELLED = "expelled", _("开除")
        DIED = "died", _("死亡")
        RETAINED = "retained", _("转保留")

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("会员"))
    kind = models.CharField(_("会籍类别"), max_length=10, choices=Kind, default=Kind.MEMBER)
    began_by = models.CharField(_("入会方式"), max_length=12, choices=Began, default=Began.JOINED)
    ended_by = models.CharField(_("终止方式"), max_length=12, choices=Ended, blank=True)
    card_number = models.CharField(_("会员证号"), max_length=30, blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("会员")
        indexes = [
            models.Index(fields=["person"]),
            models.Index(fields=["organisation", "from_on"]),
            # The order of the list, all of it and of one state.
            models.Index(fields=["from_on", "id"]),
            models.Index(fields=["state", "from_on", "id"]),
        ]
        constraints = [
            *Register.Meta.constraints,
            models.CheckConstraint(
                condition=Q(until_on=None, ended_by="") | Q(until_on__isnull=False) & ~Q(ended_by=""),
                name="membership_end_has_a_way",
                violation_error_message=_("终止会籍须同时填写截止日期和终止方式。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.organisation}"

    def clean(self) -> None:
        self._check_days()
        if self.person_id is None or self.from_on is None:
            return
        others = Membership._plain.filter(person=self.person_id).exclude(pk=self.pk)
        if others.exclude(state__in=("voided", "returned")).filter(overlap_of(self)).exists():
            raise ValidationError({"from_on": ONE_UNION})

    @classmethod
    def check_many(cls, records) -> dict:
        """Episodes that meet another one of the same person, kept already or among these."""
        wrong: dict = {}
        spans = defaultdict(list)
        for part in batched({row.person_id for row in records}, 900):
            kept = Membership._plain.filter(person__in=part).exclude(state__in=("voided", "returned"))
            for row in kept.only("person", "from_on", "until_on"):
                spans[row.person_id].append(row)
        for row in records:
            try:
                row._check_days()
            except ValidationError as error:
                wrong[row.pk] = error
                continue
            if any(other.pk != row.pk and meet(row, other) for other in spans[row.person_id]):
                wrong[row.pk] = ValidationError({"from_on": ONE_UNION})
            spans[row.person_id].append(row)
        return wrong

    def _check_days(self) -> None:
        super().clean()
        if self.from_on is not None and self.from_on > clock.today():
            raise ValidationError({"from_on": _("日期不能晚于今天，请改为批准入会的当天。")})


class Household(Register):
    """家庭: one household, one file. `organisation` is the body that keeps it."""

    ledger_code = "people.households"
    starts_confirmed = True

    head = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("户主"))
    village = models.CharField(_("村（社区）"), max_length=40, blank=True)
    address = EncryptedField(label="household.address", verbose_name=_("住址"), blank=True)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("家庭")

    def __str__(self) -> str:
        return _("%(head)s户（%(village)s）") % {"head": self.head, "village": self.village or "—"}


class HouseholdMember(Register):
    """家庭成员: a person is in one live household at a time."""

    ledger_code = "people.household_members"
    starts_confirmed = True

    household = models.ForeignKey(Household, models.PROTECT, related_name="+", verbose_name=_("家庭"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("人员"))
    relation = models.CharField(_("与户主关系"), max_length=20)

    class Meta(Register.Meta):
        verbose_name = verbose_name_plural = _("家庭成员")

    def __str__(self) -> str:
        return f"{self.person}（{self.relation}）"

    def clean(self) -> None:
        super().clean()
        if self.person_id is None or self.from_on is None:
            return
        others = HouseholdMember._plain.filter(person=self.person_id).exclude(pk=self.pk)
        if others.exclude(state="voided").filter(overlap_of(self)).exists():
            raise ValidationError({"person": _("该人员已在另一户家庭中，一人只能属于一户。")})
