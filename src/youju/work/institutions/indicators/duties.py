"""The year's targets and its round of duties."""

from youju.ledger.indicators import count
from youju.ledger.kinds import kinds
from youju.work.institutions.models import AnnualStage, Lesson, Target, TargetCheck


def _of_the_year(scope):
    """Targets of the year in which the period ends."""
    return Target.objects.in_scope(scope).filter(year=scope.period.end.year)


@count(
    "institutions.targets_set",
    "年初工作目标",
    unit="项",
    synonyms=("年初制定的工作目标", "年度目标任务", "制定工作目标"),
)
def targets_set(scope):
    """期末所在年度的本级年度计划目标项数，每条计1项。

    上级下达的目标、下达给单位的责任书目标另计。以目标责任台账的目标年度为准，与登记早晚无关。
    """
    return _of_the_year(scope).filter(level=Target.Level.PLAN)


@count(
    "institutions.targets_broken_down",
    "分解上级目标任务",
    unit="项",
    synonyms=("分解目标任务", "细化分解任务"),
)
def targets_broken_down(scope):
    """期末所在年度由上一层目标分解而来的目标项数，每条计1项。

    本级计划分解自上级下达的、单位责任书分解自本级计划的都计，未注明“分解自”的不计。
    """
    return _of_the_year(scope).filter(parent__isnull=False)


@count(
    "institutions.letters_signed",
    "签订目标责任书",
    unit="家",
    of="organisation",
    synonyms=("签订责任书", "目标责任书"),
)
def letters_signed(scope):
    """期末所在年度有单位责任书目标的单位家数，一家单位有几项目标的只计一家。"""
    return _of_the_year(scope).filter(level=Target.Level.LETTER)


@count(
    "institutions.central_targets",
    "围绕中心工作的目标任务",
    unit="项",
    synonyms=("围绕中心工作任务", "服务中心工作任务"),
)
def central_targets(scope):
    """期末所在年度勾选“围绕党委政府中心工作”的目标项数，各层级的目标都计，每条计1项。"""
    return _of_the_year(scope).filter(central=True)


@count("institutions.target_checks", "目标检查考核", unit="次", synonyms=("检查考核", "目标考核"))
def target_checks(scope):
    """本期内对目标进行年中检查、年末考核的次数，每个目标每次检查计1次。以检查日期为准。"""
    return TargetCheck.objects.within(scope)


@kinds(
    "institutions.stages_done",
    "布置、检查、考核三环节",
    of="kind",
    unit="个",
    synonyms=("年初有布置、年中有检查、年末有考核", "三个环节"),
)
def stages_done(scope):
    """本期内完成的年初布置、年中检查、年末考核三个环节的个数，最多3个。

    同一环节几个单位都办了的只计1个；年度计划和年度总结不在此列。以年度工作环节台账的日期为准。
    """
    return AnnualStage.objects.within(scope).filter(kind__in=AnnualStage.THREE)


@kinds(
    "institutions.plan_and_summary",
    "年度计划与年终总结",
    of="kind",
    unit="份",
    synonyms=("年初有计划、年终有总结", "年度计划和总结"),
)
def plan_and_summary(scope):
    """期末所在年度的年度计划、年度工作总结两种文件中已有的份数，最多2份；几个单位都有的，每种只计1份。"""
    found = AnnualStage.objects.in_scope(scope).filter(kind__in=AnnualStage.PAPERS)
    return found.filter(year=scope.period.end.year)


@count("institutions.summaries", "年度工作总结", unit="份", synonyms=("工会工作总结", "工作总结"))
def summaries(scope):
    """期末所在年度的年度工作总结份数，一个单位一年一份。以年度工作环节台账登记的所属年度为准。"""
    found = AnnualStage.objects.in_scope(scope).filter(kind=AnnualStage.Kind.SUMMARY)
    return found.filter(year=scope.period.end.year)


@count("institutions.lessons", "经验体会", unit="条", synonyms=("主要得益于", "几点体会", "经验做法"))
def lessons(scope):
    """期末所在年度总结的经验体会条数，每条计1条。以经验体会台账登记的所属年度为准。"""
    return Lesson.objects.in_scope(scope).filter(year=scope.period.end.year)
