"""组建: unions that exist, unions newly formed, and employers still to be won."""

from django.db.models import Q, QuerySet

from youju.ledger.indicators import count
from youju.ledger.populations import employers, unions
from youju.ledger.scope import Scope
from youju.ledger.shares import share
from youju.people.models import Coverage, Nature
from youju.work.organising.headcount import employers_with
from youju.work.organising.models import Formation, Measure, Prospect, Visit, WorkGroup
from youju.work.organising.parameters import UNION_FROM_MEMBERS

OFFICES = (Nature.OFFICE, Nature.INSTITUTION)


def of_nature(scope: Scope, *natures: Nature) -> QuerySet:
    """Ids of the unions that cover an employer of one of these natures on the as-of day."""
    return Coverage.objects.holding(scope).filter(employer__nature__in=natures).values("organisation")


def _formed(scope: Scope, *natures: Nature) -> QuerySet:
    joint = Q(employer=None, organisation__in=of_nature(scope, *natures))
    return Formation.objects.within(scope).filter(Q(employer__nature__in=natures) | joint)


def large_enough(scope: Scope, subjects: QuerySet) -> QuerySet:
    """Employers with as many workers as oblige to have a union."""
    return employers_with(scope, subjects, UNION_FROM_MEMBERS.at(scope))


@count(
    "organising.unions",
    "基层工会组织数",
    unit="个",
    synonyms=("基层工会组织", "基层工会", "工会组织", "工会总数"),
)
def unions_existing(scope):
    """截止日存在的基层工会组织个数，联合基层工会计 1 个。
    乡镇、县总工会不是基层工会，不计；截止日以前已撤销的、截止日以后成立的不计。"""
    return unions(scope)


@count(
    "organising.unions_formed",
    "新组建基层工会",
    unit="家",
    synonyms=("新建工会", "新组建工会", "新建基层工会", "新成立工会", "新组建企业工会"),
)
def unions_formed(scope):
    """成立日期在本期内、组建记录已确认的基层工会家数，每个工会计 1 家。
    换届、更名、隶属关系变更不计。日期以组建台账的成立日期为准。"""
    return Formation.objects.within(scope)


@count(
    "organising.enterprise_unions_formed",
    "新建企业工会",
    unit="家",
    synonyms=("新建企业工会数", "企业新建工会"),
)
def enterprise_unions_formed(scope):
    """成立日期在本期内的企业工会家数，口径同新组建基层工会，只计建会单位为企业的；
    联合基层工会覆盖企业的计 1 家。"""
    return _formed(scope, Nature.ENTERPRISE)


@count(
    "organising.office_unions_formed",
    "新建机关事业单位工会",
    unit="家",
    synonyms=("新建机关工会", "新建机关工会数", "新建事业单位工会"),
)
def office_unions_formed(scope):
    """成立日期在本期内的机关、事业单位工会家数，口径同新组建基层工会。"""
    return _formed(scope, *OFFICES)


@count(
    "organising.enterprise_unions",
    "企业工会数",
    unit="家",
    synonyms=("企业建会数", "建会企业工会", "企业工会"),
)
def enterprise_unions(scope):
    """截止日存在的、覆盖至少一家企业的基层工会家数；联合基层工会覆盖几家企业也只计 1 家。"""
    return unions(scope).filter(pk__in=of_nature(scope, Nature.ENTERPRISE))


@share(
    "organising.unionisation_rate",
    "建会率",
    of=employers,
    by="employer",
    when=large_enough,
    synonyms=("工会组建率", "组建率", "应建已建率"),
)
def unionisation_rate(scope):
    """截止日职工人数达到应当建会人数（现为二十五人）的用人单位中，已有工会覆盖的所占比例。
    职工人数按截止日在职的职工计，一人一次；不足规定人数的单位列为不适用。
    覆盖以工会覆盖名册的起止日期为准，联合基层工会覆盖的单位算已建。"""
    return Coverage.objects.holding(scope)


@count(
    "organising.prospects", "应建会单位", unit="家", of="employer", synonyms=("应建会企业", "应建会企业数")
)
def prospects(scope):
    """截止日在应建会名录中的用人单位家数；已建会移出的、单位停办移出的不计。"""
    return Prospect.objects.holding(scope)


@count("organising.prospects_registered", "名录内建成工会单位", unit="家", of="employer")
def prospects_registered(scope):
    """应建会名录中登记建会日期在本期内的用人单位家数，每家计 1。"""
    done = (scope.period.start, scope.period.end)
    return Prospect.objects.in_scope(scope).filter(registered_on__range=done)


@count("organising.work_groups", "建会工作小组", unit="个", synonyms=("建会工作组", "工作小组", "建会专班"))
def work_groups(scope):
    """本期内存在过的建会工作组个数；本期开始前已解散的、本期结束后成立的不计。"""
    return WorkGroup.objects.in_scope(scope).overlapping(scope.period)


@count("organising.forming_measures", "推进建会措施", unit="项", synonyms=("推进建会措施数", "建会措施"))
def forming_measures(scope):
    """实施日期在本期内的推进建会措施项数，以组织建设措施台账为准。"""
    return Measure.objects.within(scope).filter(kind=Measure.Kind.FORMING)


@count(
    "organising.standards_met",
    "自身建设完成事项",
    unit="项",
    synonyms=("自身建设（规范化）完成项数", "规范化建设", "工会自身建设"),
)
def standards_met(scope):
    """完成日期在本期内的工会自身建设（规范化）事项项数，以组织建设措施台账为准。"""
    return Measure.objects.within(scope).filter(kind=Measure.Kind.STANDARDS)


def _visits(scope: Scope, kind: Visit.Kind) -> QuerySet:
    return Visit.objects.within(scope).filter(kind=kind)


@count("organising.visits", "走访指导次数", unit="次", synonyms=("走访指导", "下基层走访"))
def visits(scope):
    """走访日期在本期内的走访指导次数，各种类别都计，一家单位走访几次计几次。"""
    return Visit.objects.within(scope)


@count(
    "organising.employers_visited",
    "走访建会单位",
    unit="家",
    of="employer",
    synonyms=("走访建会企业", "建会走访企业数"),
)
def employers_visited(scope):
    """本期内做过建会走访的用人单位家数，一家走访几次只计 1。"""
    return _visits(scope, Visit.Kind.ORGANISING)


@count(
    "organising.park_employers_visited",
    "工业园区走访建会企业",
    unit="家",
    of="employer",
    synonyms=("工业园区走访建会企业数", "园区走访企业"),
)
def park_employers_visited(scope):
    """本期内做过建会走访的工业园区企业家数，一家走访几次只计 1；园区以用人单位登记的工业园区为准。"""
    in_parks = _visits(scope, Visit.Kind.ORGANISING).filter(employer__nature=Nature.ENTERPRISE)
    return in_parks.exclude(employer__park="")


@count(
    "organising.face_to_face",
    "面对面指导企业次数",
    unit="次",
    synonyms=("面对面指导", "到企业面对面指导"),
)
def face_to_face(scope):
    """走访日期在本期内、类别为面对面指导的走访次数，一家指导几次计几次。"""
    return _visits(scope, Visit.Kind.FACE_TO_FACE)


@count("organising.home_guidance", "建家业务指导次数", unit="次", synonyms=("建家指导", "建家业务指导"))
def home_guidance(scope):
    """走访日期在本期内、类别为建家指导的走访次数。"""
    return _visits(scope, Visit.Kind.HOME)


@count(
    "organising.elections_urged",
    "督促指导改选家数",
    unit="家",
    of="organisation",
    synonyms=("督促指导改选", "督促换届", "指导换届工会"),
)
def elections_urged(scope):
    """本期内做过督促换届走访的基层工会家数，一家督促几次只计 1。"""
    return _visits(scope, Visit.Kind.ELECTION)
