"""换届、干部和工会的立身之本: elections, officers, inner bodies, legal personality, handbooks."""

from django.db.models import Exists, OuterRef, QuerySet

from youju.ledger.indicators import count
from youju.ledger.populations import unions
from youju.ledger.scope import Scope
from youju.ledger.shares import share
from youju.people.models import Membership, Nature, Person, Sex
from youju.work.organising.headcount import unions_with, workers_by_union
from youju.work.organising.indicators.unions import of_nature
from youju.work.organising.models import Election, Handbook, LegalPerson, Officer, UnionBody
from youju.work.organising.parameters import WOMENS_COMMITTEE_FROM

Kind = Election.Kind


def _members_on_the_day(scope: Scope) -> QuerySet:
    people = Person.objects.everywhere("limited to the scope just below").confirmed()
    held = Membership.objects.holding(scope).filter(kind=Membership.Kind.MEMBER)
    return people.filter(pk__in=held.values("person"))


@count(
    "organising.unions_renewed",
    "换届工会数",
    unit="家",
    of="organisation",
    synonyms=("换届选举工会数", "工会换届数", "完成换届工会"),
)
def unions_renewed(scope):
    """选举日期在本期内、完成换届选举的工会家数，一家计 1。
    到会不足三分之二、收回选票多于发出选票、主席得票未过应到人数半数的无效，不计；
    成立选举和届中补选不计。"""
    return Election.objects.within(scope).valid().filter(kind=Kind.RENEWAL)


@count("organising.unions_by_elections", "届中改选（补选）工会数", unit="家", of="organisation")
def unions_by_elections(scope):
    """选举日期在本期内、届中改选或补选有效的工会家数，一家计 1；有效的标准同换届工会数。"""
    return Election.objects.within(scope).valid().filter(kind=Kind.BY_ELECTION)


@count(
    "organising.officers", "工会干部数", unit="人", synonyms=("工会干部", "专兼职工会干部数", "工会工作者数")
)
def officers(scope):
    """截止日在任的专职、兼职工会干部人数，一人在一个工会计 1，兼任几职不重复计。"""
    return Officer.objects.holding(scope)


@count("organising.full_time_officers", "专职工会干部数", unit="人", synonyms=("专职工会干部", "专职干部"))
def full_time_officers(scope):
    """截止日在任的专职工会干部人数。"""
    return Officer.objects.holding(scope).filter(full_time=True)


@count(
    "organising.officer_changes",
    "企业工会干部变动人次",
    unit="人次",
    synonyms=("工会干部变动", "企业工会干部流动"),
)
def officer_changes(scope):
    """企业工会的干部在本期内离任的人次：届满、调动、辞职、离开单位、罢免、去世都计，一人离任两次计 2。
    以不再在任的第一天为准；接任的人不另计。企业工会指截止日覆盖至少一家企业的基层工会。"""
    return Officer.objects.ended(scope).filter(organisation__in=of_nature(scope, Nature.ENTERPRISE))


@count(
    "organising.officers_elected",
    "民主选举新任工会干部数",
    unit="人",
    synonyms=("新任工会干部", "选举产生工会干部", "新配备工会干部"),
)
def officers_elected(scope):
    """任职日期在本期内、由民主选举或补选产生的新任工会干部人数；
    此前已在同一工会担任过同一职务、连选连任的不算新任，任命和聘用的不计。"""
    before = Officer.objects.in_scope(scope).filter(
        organisation=OuterRef("organisation"),
        name=OuterRef("name"),
        position=OuterRef("position"),
        from_on__lt=OuterRef("from_on"),
    )
    return Officer.objects.begun(scope).filter(~Exists(before), began_by__in=Officer.ELECTED)


@count("organising.groups", "工会小组（分会）数", unit="个", synonyms=("工会小组数", "工会小组", "分会数"))
def groups(scope):
    """截止日存在的工会小组和分会（车间工会）个数。"""
    many = (UnionBody.Kind.BRANCH, UnionBody.Kind.GROUP)
    return UnionBody.objects.holding(scope).filter(kind__in=many)


@share(
    "organising.audit_rate",
    "经审组织建立率",
    of=unions,
    synonyms=("经费审查委员会建立率", "经审同步组建率"),
)
def audit_rate(scope):
    """截止日存在的基层工会中，设有经费审查委员会或经费审查委员的所占比例。"""
    return UnionBody.objects.holding(scope).filter(kind__in=UnionBody.AUDITING)


def many_women(scope: Scope, found: QuerySet) -> QuerySet:
    """Unions with enough women workers for a women's committee."""
    women = workers_by_union(scope, person__sex=Sex.FEMALE)
    return found.filter(pk__in=unions_with(women, WOMENS_COMMITTEE_FROM.at(scope)))


@share(
    "organising.womens_body_rate",
    "女职工组织建立率",
    of=unions,
    when=many_women,
    synonyms=("女职工委员会建立率", "女职工组织组建率"),
)
def womens_body_rate(scope):
    """截止日女职工达到规定人数（现行为十人，含十人）的基层工会中，设有女职工委员会的所占比例；
    不足规定人数的工会列为不适用。女职工人数为所覆盖单位截止日在职的女职工。"""
    return UnionBody.objects.holding(scope).filter(kind=UnionBody.Kind.WOMEN)


@share(
    "organising.legal_person_rate",
    "工会法人资格登记率",
    of=unions,
    synonyms=("工会法人登记率", "取得法人资格"),
)
def legal_person_rate(scope):
    """截止日存在的基层工会中，法人资格证书在有效期内的所占比例；发证当日和到期当日均算有效。"""
    return LegalPerson.objects.holding(scope)


@count("organising.handbooks", "会员手册发放数", unit="册", synonyms=("会员手册", "发放会员手册"))
def handbooks(scope):
    """发放日期在本期内的会员手册册数，首次发放、换发、补发都计，一册计 1。"""
    return Handbook.objects.within(scope)


@share(
    "organising.handbook_rate",
    "会员手册持有率",
    of=_members_on_the_day,
    by="person",
    synonyms=("会员手册发放率",),
)
def handbook_rate(scope):
    """截止日在册会员中，到截止日为止领到过会员手册的所占比例。"""
    return Handbook.objects.in_scope(scope).filter(occurred_on__lte=scope.as_of)
