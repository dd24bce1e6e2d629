"""The year's round: targets from the county down to the units, their checks, the stages, the lessons."""

from datetime import date
from decimal import Decimal

from youju.demo.places import YEAR
from youju.demo.town import Town
from youju.demo.xiang.places import PLACES, on
from youju.ledger.lines import LineOfWork as Of
from youju.org.models import Organisation
from youju.work.institutions.models import AnnualStage, Lesson, Target, TargetCheck

Level, Check, Stage = Target.Level, TargetCheck.Kind, AnnualStage.Kind
YEAR_END = on(12, 31)
# Line, what is to be reached, the indicator that says so, its value and unit, whether for the central task.
TARGETS = (
    (Of.ORGANISING, "应建会企业建会率达到100%", "organising.unionisation_rate", 100, "%", True),
    (Of.ORGANISING, "新发展会员40人", "organising.members_joined", 40, "人", False),
    (Of.BARGAINING, "抓好一家集体合同试点", "workers_home.contract_pilots", 1, "家", False),
    (Of.BARGAINING, "不发生重大劳动争议", "bargaining.major_disputes", 0, "起", True),
    (Of.DEMOCRACY, "各单位都召开职代会", "democracy.congress_rate", 100, "%", False),
    (Of.WORKERS_HOME, "各单位都开展建家自查", "workers_home.self_check_rate", 100, "%", False),
    (Of.MERIT, "举办全乡安全生产知识竞赛", "merit.safety_quizzes", 1, "场", True),
    (Of.CULTURE, "五一、十一各办一次文体活动", "culture.festivals_kept", 2, "次", False),
    (Of.EMPLOYMENT, "组织劳务输出20人", "employment.labour_exported", 20, "人", True),
)
COUNTY = (TARGETS[0], TARGETS[3], TARGETS[5], TARGETS[6])  # what the county had asked for
# What a unit signs for, by the line of the plan that it is part of.
LETTERS = {
    Of.DEMOCRACY: ("年内召开一次职代会", "democracy.congresses", "次"),
    Of.WORKERS_HOME: ("年末对照标准开展建家自查", "workers_home.units_self_checked", "家"),
}
NOT_REACHED = "organising.unionisation_rate", "employment.labour_exported"  # in mid-year, and at the end
STAGES = (
    (Stage.PLAN, on(1, 15), f"{YEAR}年工会工作计划", "提出九项目标任务"),
    (Stage.ASSIGNED, on(1, 15), f"{YEAR}年工会工作部署", "年初总结部署会议上布置任务，与各单位签订责任书"),
    (Stage.CHECKED, on(7, 8), f"{YEAR}年年中检查", "分两组检查九家基层工会，反馈问题五条"),
    (Stage.APPRAISED, on(12, 19), f"{YEAR}年年末考核", "对照责任书逐家考核，结果报乡党委"),
    (Stage.SUMMARY, on(12, 30), f"{YEAR}年工会工作总结", "起草全年工作总结，提交年初会议"),
)
LESSONS = (
    (
        "乡党委政府和县总工会的关心、支持和指导",
        "召开工会工作会议、政府工会联席会议，协调解决工作中的难点问题",
    ),
    ("工会干部观念改变、作风改善", "坚持业务学习，突出维护职能，对县总工会布置的工作说干就干"),
    ("严格要求和规范管理", "在维权、活动、会费收缴使用、帮扶和学习、会议等方面立规矩、守规矩"),
)


def write(town: Town) -> None:
    upper = {
        code: town.record(_target(town, town.county, Level.UPPER, row, on(1, 6)), late=False)
        for row in COUNTY
        for code in row[2:3]
    }
    plan = [_plan(town, row, upper.get(row[2])) for row in TARGETS]
    for target in plan:
        for kind, day in ((Check.MID_YEAR, on(7, 8)), (Check.YEAR_END, on(12, 19))):
            _check(town, target, kind, day)
    for number, place in enumerate(PLACES):
        if not place.is_new:
            letter = _letter(town, town.unions[place.short], plan[5 if number % 2 else 4])
            _check(town, letter, Check.YEAR_END, on(12, 19))
    for stage in STAGES:
        _stage(town, *stage)
    for title, content in LESSONS:
        lesson = Lesson(
            organisation=town.federation, occurred_on=on(12, 30), year=YEAR, title=title, content=content
        )
        town.record(lesson, late=False, key="lesson")


def _target(town: Town, organisation: Organisation, level: str, row: tuple, day: date) -> Target:
    line, item, indicator, value, unit, central = row
    return Target(
        organisation=organisation,
        occurred_on=day,
        year=YEAR,
        level=level,
        line=line,
        item=item,
        indicator=indicator,
        comparator=Target.Comparator.AT_MOST if value == 0 else Target.Comparator.AT_LEAST,
        value=Decimal(value),
        unit=unit,
        weight=Decimal(10),
        owner=town.staff.leader.name,
        due_on=YEAR_END,
        central=central,
    )


def _plan(town: Town, row: tuple, upper: Target | None) -> Target:
    target = _target(town, town.federation, Level.PLAN, row, on(1, 15))
    target.parent = upper
    return town.record(target, late=False, key="target", after=upper)


def _letter(town: Town, union: Organisation, plan: Target) -> Target:
    """Each unit signs for its part of a plan of the township."""
    item, indicator, unit = LETTERS[plan.line]
    letter = _target(town, union, Level.LETTER, (plan.line, item, indicator, 1, unit, False), on(1, 15))
    letter.parent = plan
    return town.record(letter, late=False, after=plan)


def _check(town: Town, target: Target, kind: str, day: date) -> None:
    open_ = target.indicator in NOT_REACHED[kind == Check.YEAR_END :][:1]
    check = TargetCheck(
        organisation=target.organisation,
        occurred_on=day,
        target=target,
        kind=kind,
        checked_by="乡党群工作考核组",
        result=TargetCheck.Result.NEARLY if open_ else TargetCheck.Result.DONE,
        score=Decimal(8 if open_ else 10),
        opinion="进度偏慢，须加快" if open_ else "",
    )
    town.record(check, late=False, key=("check", kind))


def _stage(town: Town, kind: str, day: date, title: str, summary: str) -> None:
    stage = AnnualStage(
        organisation=town.federation,
        occurred_on=day,
        kind=kind,
        year=YEAR,
        title=title,
        led_by="演示乡总工会" if kind in AnnualStage.PAPERS else "乡党委",
        summary=summary,
    )
    town.record(stage, late=False)
