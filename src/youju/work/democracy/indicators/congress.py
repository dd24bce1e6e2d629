"""职代会: congresses held, who sits in them, what they bring about."""

from django.db.models import Q

from youju.ledger.indicators import count
from youju.ledger.populations import unions
from youju.ledger.several import aspects
from youju.ledger.shares import ITSELF, share
from youju.work.democracy.models import Congress, Delegate, Disclosure, Proposal, Suggestion, WorkerSeat

Decision, Opinion = Proposal.Decision, Proposal.Opinion
JOINT = (Congress.Kind.AREA, Congress.Kind.TRADE)


def _of_one_unit(scope):
    return Congress.objects.within(scope).valid().exclude(kind__in=JOINT)


@share(
    "democracy.congress_rate",
    "职代会建制率",
    of=unions,
    synonyms=("职工代表大会制度", "职代会制度", "建立职代会", "教代会"),
)
def congress_rate(scope):
    """截止日存在的基层工会中，本期内至少召开一次有效职代会的所占比例。
    职工代表大会、教职工代表大会、职工大会均算，联合工会召开的区域性、行业性职代会也算；实到代表不足应到三分之二的无效，不算。
    日期以职代会台账的召开日期为准。"""
    return Congress.objects.within(scope).valid()


@count(
    "democracy.congress_units",
    "建立职代会单位数",
    unit="家",
    of="organisation",
    synonyms=("建立职代会单位", "推行职工代表大会制度", "职代会建制单位数"),
)
def congress_units(scope):
    """本期内至少召开一次有效职代会（教代会、职工大会）的单位家数，一家开几次只计 1；
    到会不足三分之二的不算，区域性、行业性职代会另计。"""
    return _of_one_unit(scope)


@count("democracy.congresses", "职代会召开次数", unit="次", synonyms=("召开职代会", "召开教代会"))
def congresses(scope):
    """召开日期在本期内的有效职代会、教代会、职工大会次数；区域性、行业性职代会另计。"""
    return _of_one_unit(scope)


@count(
    "democracy.delegates",
    "参与民主管理职工数",
    unit="人",
    synonyms=("职工代表", "职工代表人数", "参与企业民主管理"),
)
def delegates(scope):
    """截止日在任的职工代表人数：职工通过职工代表参与民主管理。
    一人在一个单位计 1，任期届满的不计；不设职工代表、开职工大会的单位不在内。"""
    return Delegate.objects.holding(scope)


@count("democracy.proposals", "职工提案数", unit="件", synonyms=("职代会提案数", "提案数", "提案"))
def proposals(scope):
    """提出日期在本期内的职工提案件数，转为建议的、不立案的也计。"""
    return Proposal.objects.within(scope)


def _filed(scope):
    return Proposal.objects.within(scope).filter(decision=Decision.FILED)


@share(
    "democracy.proposals_answered_rate",
    "提案办复率",
    of=_filed,
    by=ITSELF,
    synonyms=("提案落实率", "提案答复率"),
)
def proposals_answered_rate(scope):
    """提出日期在本期内、已立案的提案中，截止日已答复提案人的所占比例；列入计划办理、说明暂不能办的也算已答复。"""
    return _filed(scope).filter(answered_on__lte=scope.as_of)


@share("democracy.proposals_satisfied_rate", "提案满意率", of=_filed, by=ITSELF, synonyms=("提案人满意率",))
def proposals_satisfied_rate(scope):
    """提出日期在本期内、已立案的提案中，提案人表示满意或基本满意的所占比例；没有表示意见的不算满意。"""
    return _filed(scope).filter(opinion__in=(Opinion.SATISFIED, Opinion.MOSTLY))


@aspects(
    "democracy.rights_upheld",
    "四权维护",
    synonyms=("维护职工的参与权、决策权、知情权、监督权", "四权", "职工民主权利"),
)
def rights_upheld(scope):
    """本期内有记录证明得到维护的职工民主权利项数，最多四项：
    参与权以合理化建议、决策权以职代会审议通过的议题、
    知情权以厂务（校务、政务）公开、监督权以职代会审查监督和民主评议的议题为准；职代会须有效。"""
    held = Congress.objects.within(scope).valid()
    return {
        "参与权": Suggestion.objects.within(scope),
        "决策权": held.filter(passes=True),
        "知情权": Disclosure.objects.within(scope),
        "监督权": held.filter(Q(supervises=True) | Q(appraises=True)),
    }


@count(
    "democracy.worker_seats",
    "职工董事、职工监事席位",
    unit="席",
    synonyms=("职工董事", "职工监事", "职工董事监事人数"),
)
def worker_seats(scope):
    """截止日由职工担任的董事、监事席位数，一人在两家公司或兼任两职的计两席；任期届满的不计。"""
    return WorkerSeat.objects.holding(scope)


@count(
    "democracy.joint_congresses",
    "区域性、行业性职代会次数",
    unit="次",
    synonyms=("区域性职代会", "行业性职代会", "区域性行业性职代会"),
)
def joint_congresses(scope):
    """召开日期在本期内的有效区域性、行业性职代会次数；由乡镇或联合工会召开，不代替各单位自己的职代会。"""
    return Congress.objects.within(scope).valid().filter(kind__in=JOINT)
