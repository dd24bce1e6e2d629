"""The demo's annual summaries: drafted by the clerk, finished by hand, sealed by the leader."""

from datetime import datetime

from django.db import transaction

from youju.base import clock, periods
from youju.demo.paper import Paper
from youju.demo.places import TOWN_CODE, YEAR
from youju.demo.xiang.paper import PAPER as TOWNSHIP_PAPER
from youju.org.access import Access
from youju.org.models import Organisation, User
from youju.reports import composing, sealing
from youju.reports.models import Edition, Followed, Kind, Part, Passage, Report
from youju.work.institutions.models import Task

TOWN_PAPER = Paper(
    code=TOWN_CODE,
    office="zhen",
    written_at=datetime(2026, 1, 12, 9, 30),  # noqa: DTZ001  Chinese time
    sealed_at=datetime(2026, 1, 13, 15, 20),  # noqa: DTZ001  Chinese time
    lead=(
        "在镇党委、县总工会的领导下，我镇工会以经济建设为中心，团结动员广大职工服务大局，"
        "做好组织建设、权益维护、帮扶救助、建功立业和劳动保护各项工作。现将全年工作总结如下。"
    ),
    shortcomings=(
        "新建企业工会的工作制度还不够健全；",
        "部分记录登记不够及时，补录较多；",
        "工会活动形式还较单一，与职业技能提升结合不够。",
    ),
    plans=(
        "继续推进未建会企业建会，发展新就业形态劳动者入会。",
        "做好到期集体合同的续签，督促检查员按期换证。",
        "坚持工作随做随记、证据同步归档，做到底子清、进度明。",
    ),
)
PAPERS = (TOWN_PAPER, TOWNSHIP_PAPER)


def finish_all() -> list[Edition]:
    """The final summaries of the demo year, the town's first; a demo of old may lack the township."""
    there = set(Organisation._plain.values_list("code", flat=True))
    return [finish(paper) for paper in PAPERS if paper.code in there]


def finish(paper: Paper = TOWN_PAPER) -> Edition:
    """The final summary of the demo year; the one there is, if it was sealed before."""
    body = Organisation._plain.get(code=paper.code)
    period = periods.year(YEAR)
    clerk, leader = (User.objects.get(login_name=f"{paper.office}-{post}") for post in ("jingban", "fuzeren"))
    with transaction.atomic(), clock.at(paper.written_at):
        edition = sealing.latest(Access(leader), body, period)
        if edition is None:
            _write(Access(clerk), body, period, paper)
            with clock.at(paper.sealed_at):
                edition = sealing.seal(Access(leader), body, period)
    return edition


def _write(access: Access, body: Organisation, period: periods.Period, paper: Paper) -> None:
    if paper.template:
        composing.save_template(access, body, Kind.ANNUAL, paper.template, 1)
    report = composing.begin(access, body, period)
    if paper.motto:
        report.motto = paper.motto
        composing.retitle(access, report)
    composing.add(access, report, part=Part.LEAD, text=paper.lead)
    parts = ((Part.LESSON, paper.lessons), (Part.SHORTCOMING, paper.shortcomings), (Part.PLAN, paper.plans))
    for part, texts in parts:
        for text in texts:
            passage = composing.add(access, report, part=part, text=text)
            if paper.followed and part != Part.LESSON:
                _tie(report, passage)
    composing.submit(access, report)


def _tie(report: Report, passage: Passage) -> None:
    """The task that says the same was noted at the year's end; sealing need not make another one."""
    tasks = Task._plain.filter(organisation=report.organisation, origin=passage.part, parent=None)
    task = next(task for task in tasks if passage.text.startswith(task.item))
    Followed.objects.create(passage=passage, task=task)
