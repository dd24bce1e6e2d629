"""What was made known, given out and studied."""

from django.db.models import QuerySet

from youju.ledger.indicators import attendances, count, total
from youju.ledger.kinds import kinds
from youju.ledger.ratios import ratio, with_present
from youju.ledger.scope import Scope
from youju.work.education.models import Handout, Publicity, Study

Channel, Theme = Publicity.Channel, Publicity.Theme


def _by(channel: Channel, scope: Scope) -> QuerySet:
    return Publicity.objects.within(scope).filter(channel=channel)


@count("education.publicity_drives", "宣传发动", unit="次", synonyms=("宣传发动活动", "开展宣传", "广泛宣传"))
def publicity_drives(scope):
    """本期内开展宣传发动的次数，一条已确认的宣传记录计一次，不论形式和数量。"""
    return Publicity.objects.within(scope)


@kinds(
    "education.channels_used",
    "宣传渠道",
    "种",
    of="channel",
    synonyms=("宣传渠道种类", "宣传形式种类", "多种渠道宣传"),
)
def channels_used(scope):
    """本期内用了几种宣传渠道（广播、横幅、标语、板报、墙报、赠送资料、网络等），同一渠道多次使用只计一种。

    当面宣讲咨询按次数另计，不作为渠道。
    """
    return Publicity.objects.within(scope).exclude(channel=Channel.TALK)


@total("education.broadcasts", "广播宣传", of="quantity", unit="次", synonyms=("通过广播",))
def broadcasts(scope):
    """本期内广播宣传的次数合计，以形式为“广播”的已确认宣传记录“数量”一栏为准。"""
    return _by(Channel.BROADCAST, scope)


@total("education.banners", "悬挂横幅", of="quantity", unit="条", synonyms=("横幅",))
def banners(scope):
    """本期内悬挂横幅的条数合计，以形式为“横幅”的已确认宣传记录“数量”一栏为准。"""
    return _by(Channel.BANNER, scope)


@total("education.slogans", "张贴标语", of="quantity", unit="条", synonyms=("标语",))
def slogans(scope):
    """本期内张贴标语的条数合计，以形式为“标语”的已确认宣传记录“数量”一栏为准。"""
    return _by(Channel.SLOGAN, scope)


@total("education.boards", "刊登板报", of="quantity", unit="期", synonyms=("板报", "黑板报"))
def boards(scope):
    """本期内刊登板报的期数合计，以形式为“板报”的已确认宣传记录“数量”一栏为准。"""
    return _by(Channel.BOARD, scope)


@total("education.wall_papers", "墙报", of="quantity", unit="期", synonyms=("刊登墙报",))
def wall_papers(scope):
    """本期内墙报的期数合计，以形式为“墙报”的已确认宣传记录“数量”一栏为准。"""
    return _by(Channel.WALL_PAPER, scope)


@count("education.formation_talks", "建会法律政策宣讲", unit="次", synonyms=("建会宣讲", "建会政策宣讲"))
def formation_talks(scope):
    """本期内就建会入会进行法律法规、政策宣讲的次数，以主题为“建会入会”、形式为“宣讲咨询”的已确认宣传记录为准。"""
    return _by(Channel.TALK, scope).filter(theme=Theme.FORMATION)


@count(
    "education.law_publicity",
    "劳动法律普法宣传",
    unit="次",
    synonyms=("劳动法劳动合同法普法宣传", "劳动合同法宣传", "普法宣传"),
)
def law_publicity(scope):
    """本期内宣传劳动法、劳动合同法的次数，以主题为“劳动法、劳动合同法”的已确认宣传记录为准，不论形式。"""
    return Publicity.objects.within(scope).filter(theme=Theme.LABOUR_LAW)


@total(
    "education.copies_given",
    "赠送法律章程等资料",
    of="copies",
    unit="份",
    synonyms=("发放宣传资料", "赠送宣传资料", "赠送法律章程资料"),
)
def copies_given(scope):
    """本期内赠送（发放）宣传资料的份数合计，以发放日期在本期内、已确认的宣传资料发放台账“份数”一栏为准。"""
    return Handout.objects.within(scope)


# -- study -----------------------------------------------------------------------------


@count(
    "education.policy_studies", "政策文件传达学习", unit="次", synonyms=("传达学习政策文件", "学习党的政策")
)
def policy_studies(scope):
    """本期内传达学习政策文件的次数，一条已确认的学习记录计一次，类别为“政策文件传达”。"""
    return Study.objects.within(scope).filter(kind=Study.Kind.POLICY)


@count("education.theme_studies", "专题学习", unit="场", synonyms=("专题学习场次", "学习贯彻全会精神"))
def theme_studies(scope):
    """本期内专题学习的场次，一条已确认的学习记录计一场，类别为“专题学习”。"""
    return Study.objects.within(scope).filter(kind=Study.Kind.THEME)


@count("education.business_studies", "工会干部业务学习", unit="次", synonyms=("学习业务知识", "业务学习"))
def business_studies(scope):
    """本期内工会干部学习业务知识的次数，类别为“工会业务学习”、对象含工会干部的已确认学习记录。"""
    found = Study.objects.within(scope).filter(kind=Study.Kind.BUSINESS)
    return found.exclude(audience=Study.Audience.MEMBERS)


@count("education.union_law_studies", "《工会法》学习", unit="次", synonyms=("学习《工会法》", "学习工会法"))
def union_law_studies(scope):
    """本期内学习《工会法》的次数，类别为“《工会法》学习”的已确认学习记录，一条计一次。"""
    return Study.objects.within(scope).filter(kind=Study.Kind.UNION_LAW)


@attendances("education.study_attendances", "参加学习", synonyms=("学习人次",))
def study_attendances(scope):
    """本期内参加各类学习的人次，按签到逐人计算，附有签到表扫描件的未列名人次一并计入并注明。"""
    return Study.objects.within(scope)


@ratio("education.study_rate", "学习出勤率", of="present", base="due", synonyms=("学习参加率",))
def study_rate(scope):
    """本期内各次学习的实到人数合计与应到人数合计之比。

    实到为签到的人次（含附签到表的未列名人次），应到以学习台账“应到人数”一栏为准；未填应到人数的学习不计。
    """
    return with_present(Study.objects.within(scope))
