"""职工与会员: who works, who is a member, who came and went."""

from django.db.models import Exists, OuterRef, QuerySet

from youju.ledger.indicators import count
from youju.ledger.populations import employments, unionised
from youju.ledger.scope import Scope
from youju.ledger.shares import share
from youju.people.models import Membership, Person, Sex

Began, Ended = Membership.Began, Membership.Ended


def _members(rows: QuerySet) -> QuerySet:
    return rows.filter(kind=Membership.Kind.MEMBER)


def _unionised_workers(scope: Scope) -> QuerySet:
    """Persons employed on the as-of day where there is a union."""
    held = employments(scope).filter(employer__in=unionised(scope).values("pk"))
    people = Person.objects.everywhere("limited to the scope just below").confirmed()
    return people.filter(pk__in=held.values("person"))


@count(
    "organising.workers",
    "职工总数",
    unit="人",
    of="person",
    synonyms=("现有职工", "在职职工", "职工人数", "共有职工"),
)
def workers(scope):
    """截止日在本辖区各用人单位就业的职工人数，含尚未建会的单位。
    一人同时在几个单位就业的只计一次；截止日以前离职的、只登记为家庭成员或培训学员的不计。
    日期以职工名册的起止日期为准，起止当日均计在内。"""
    return employments(scope)


@count(
    "organising.members",
    "会员总数",
    unit="人",
    of="person",
    synonyms=("会员", "工会会员", "现有会员", "会员人数", "在册会员"),
)
def members(scope):
    """截止日在册的会员人数，不含保留会籍的人员。
    会籍最后一日恰为截止日的仍计在内；已转出、退会、视为退会、开除、死亡的不计。"""
    return _members(Membership.objects.holding(scope))


@count(
    "organising.women_members",
    "女会员数",
    unit="人",
    of="person",
    synonyms=("女会员", "女工会会员", "其中女会员"),
)
def women_members(scope):
    """截止日在册的女会员人数，口径同会员总数。"""
    return members.select(scope).filter(person__sex=Sex.FEMALE)


@count(
    "organising.members_retained",
    "保留会籍人数",
    unit="人",
    of="person",
    synonyms=("保留会籍",),
)
def members_retained(scope):
    """截止日保留会籍（退休、失业、单位终止等）的人数，不计入会员总数。"""
    return Membership.objects.holding(scope).filter(kind=Membership.Kind.RETAINED)


@count(
    "organising.members_joined",
    "新发展会员",
    unit="人",
    synonyms=("发展会员", "新增会员", "新入会会员", "新会员", "吸收会员"),
)
def members_joined(scope):
    """批准入会日期在本期内的会员人数，退会后重新批准入会的计在内。
    转入、恢复会籍的不计，待确认的入会申请不计；本期内入会又离开的仍计。"""
    return _members(Membership.objects.begun(scope)).filter(began_by=Began.JOINED)


def _came(scope: Scope) -> QuerySet:
    return _members(Membership.objects.begun(scope)).filter(began_by=Began.TRANSFERRED)


def _went(scope: Scope) -> QuerySet:
    return _members(Membership.objects.ended(scope)).filter(ended_by=Ended.TRANSFERRED)


def _between(**days) -> Exists:
    """Another episode of the person lies between the two: whoever was elsewhere meanwhile did leave."""
    rows = Membership.objects.filter(person=OuterRef("person"), **days)
    return Exists(rows.everywhere("asked only whether there is one").confirmed())


@count("organising.members_transferred_in", "转入会员", unit="人", synonyms=("转入", "会员转入", "接转会员"))
def members_transferred_in(scope):
    """由本辖区以外转入、转入日期在本期内的会员人数；不属于新发展会员。
    在本辖区各工会之间互转、转出和转入都在本期内的，只在有关工会的数字中列出，在上级抵消，
    所以各工会之和可以大于本级；期初＋入会＋转入＋恢复－转出－减少＝期末在各级都成立。"""
    between = _between(from_on__gt=OuterRef("from_on"), from_on__lt=OuterRef(OuterRef("from_on")))
    here = _went(scope).filter(~between, person=OuterRef("person"), until_on__lt=OuterRef("from_on"))
    return _came(scope).filter(~Exists(here))


@count("organising.members_resumed", "恢复会籍", unit="人", synonyms=("恢复会籍会员",))
def members_resumed(scope):
    """由保留会籍恢复为会员、恢复日期在本期内的人数；不属于新发展会员。"""
    return _members(Membership.objects.begun(scope)).filter(began_by=Began.RESUMED)


@count("organising.members_transferred_out", "转出会员", unit="人", synonyms=("转出", "会员转出"))
def members_transferred_out(scope):
    """转到本辖区以外、在本期内转出的会员人数，以不再在册的第一天为准。
    在本辖区各工会之间互转、转出和转入都在本期内的，只在有关工会的数字中列出，在上级抵消，
    所以各工会之和可以大于本级。"""
    between = _between(from_on__lt=OuterRef("from_on"), from_on__gt=OuterRef(OuterRef("from_on")))
    here = _came(scope).filter(~between, person=OuterRef("person"), from_on__gt=OuterRef("until_on"))
    return _went(scope).filter(~Exists(here))


@count(
    "organising.members_left",
    "退会等减少会员",
    unit="人",
    synonyms=("减少会员", "退会", "会员减少", "终止会籍"),
)
def members_left(scope):
    """除转出以外在本期内减少的会员人数：退会、视为退会、开除、死亡和转为保留会籍。
    以不再在册的第一天为准。期初会员＋入会＋转入＋恢复－转出－减少＝期末会员。"""
    return _members(Membership.objects.ended(scope)).exclude(ended_by=Ended.TRANSFERRED)


@share(
    "organising.membership_rate",
    "入会率",
    of=_unionised_workers,
    by="person",
    synonyms=("职工入会率", "会员入会率"),
)
def membership_rate(scope):
    """截止日已建会单位的职工中，会籍在册的会员所占比例。
    分母为在已建会单位就业的职工（一人一次），分子为其中在本辖区工会有会籍的人；
    保留会籍的、不在这些单位就业的会员不进入分子。"""
    return _members(Membership.objects.holding(scope))
