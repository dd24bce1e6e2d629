"""The demo town's annual summary: drafted by the clerk, finished by hand, sealed by the leader."""

from datetime import datetime

from django.db import transaction

from youju.base import clock, periods
from youju.demo.places import TOWN_CODE, YEAR
from youju.org.access import Access
from youju.org.models import Organisation, User
from youju.reports import composing, sealing
from youju.reports.models import Edition, Part

WRITTEN_AT, SEALED_AT = datetime(2026, 1, 12, 9, 30), datetime(2026, 1, 13, 15, 20)  # noqa: DTZ001  Chinese time
LEAD = (
    "在镇党委、县总工会的领导下，我镇工会以经济建设为中心，团结动员广大职工服务大局，"
    "做好组织建设、权益维护、帮扶救助、建功立业和劳动保护各项工作。现将全年工作总结如下。"
)
SHORTCOMINGS = (
    "新建企业工会的工作制度还不够健全；",
    "部分记录登记不够及时，补录较多；",
    "工会活动形式还较单一，与职业技能提升结合不够。",
)
PLANS = (
    "继续推进未建会企业建会，发展新就业形态劳动者入会。",
    "做好到期集体合同的续签，督促检查员按期换证。",
    "坚持工作随做随记、证据同步归档，做到底子清、进度明。",
)


def finish() -> Edition:
    """The final summary of the demo year; the one there is, if it was sealed before."""
    town = Organisation._plain.get(code=TOWN_CODE)
    period = periods.year(YEAR)
    clerk, leader = (User.objects.get(login_name=name) for name in ("zhen-jingban", "zhen-fuzeren"))
    with transaction.atomic(), clock.at(WRITTEN_AT):
        edition = sealing.latest(Access(leader), town, period)
        if edition is None:
            _write(Access(clerk), town, period)
            with clock.at(SEALED_AT):
                edition = sealing.seal(Access(leader), town, period)
    return edition


def _write(access: Access, town: Organisation, period: periods.Period) -> None:
    report = composing.begin(access, town, period)
    composing.add(access, report, part=Part.LEAD, text=LEAD)
    for part, texts in ((Part.SHORTCOMING, SHORTCOMINGS), (Part.PLAN, PLANS)):
        for text in texts:
            composing.add(access, report, part=part, text=text)
    composing.submit(access, report)
