"""What county and Party asked, gave and looked after; Party-building with the union in it; a survey."""

from datetime import date
from decimal import Decimal

from youju.demo.places import YEAR
from youju.demo.town import Town
from youju.demo.xiang.places import LEADERS, on
from youju.ledger.lines import LineOfWork as Of
from youju.work.institutions.models import PartyLink, Survey, UpperSupport

Body, Kind, Means = UpperSupport.Body, UpperSupport.Kind, UpperSupport.Means
COUNTY, PARTY = Body.COUNTY_UNION, Body.PARTY
# What the county assigned: day, matter, line, limit, done.
ORDERS = (
    (on(2, 12), "报送应建会企业名录和建会计划", Of.ORGANISING, on(2, 28), on(2, 25)),
    (on(3, 10), "开展建家活动部署和业务指导", Of.WORKERS_HOME, on(4, 30), on(4, 16)),
    (on(5, 26), "开展安全生产月和群众性安全活动", Of.SAFETY, on(6, 30), on(6, 27)),
    (on(6, 9), "举办乡级安全生产知识竞赛", Of.SAFETY, on(7, 31), on(7, 21)),
    (on(9, 4), "报送集体合同签订情况", Of.BARGAINING, on(9, 20), on(9, 17)),
    (on(10, 14), "核对会员实名信息", Of.ORGANISING, on(11, 20), on(11, 26)),
)
# What was guided, given and looked into: day, body, kind, matter, line, means, yuan.
SUPPORT = (
    (on(1, 10), PARTY, Kind.STUDIED, "党委会专题研究工会工作要点", Of.INSTITUTIONS, "", None),
    (on(9, 8), PARTY, Kind.STUDIED, "党委会专题研究工会活动经费和阵地", Of.WORKERS_HOME, "", None),
    (on(3, 20), COUNTY, Kind.GUIDED, "县总工会到园区指导建会", Of.ORGANISING, "", None),
    (on(6, 12), COUNTY, Kind.GUIDED, "县总工会到蚌埠新材料指导集体合同试点", Of.BARGAINING, "", None),
    (on(11, 12), COUNTY, Kind.GUIDED, "县总工会检查建家工作", Of.WORKERS_HOME, "", None),
    (on(1, 13), COUNTY, Kind.SUPPORTED, "拨付春节送温暖资金", Of.RELIEF, Means.MONEY, 4000),
    (on(4, 8), COUNTY, Kind.SUPPORTED, "赠送《工会法》等资料", Of.EDUCATION, Means.GOODS, None),
    (on(5, 29), COUNTY, Kind.SUPPORTED, "选派讲师授课", Of.EDUCATION, Means.TRAINING, None),
    (on(4, 24), PARTY, Kind.SUPPORTED, "安排“五一”文体活动经费", Of.CULTURE, Means.MONEY, 6000),
    (on(9, 24), PARTY, Kind.SUPPORTED, "协调中学礼堂作演出场地", Of.CULTURE, Means.POLICY, None),
)
PARTY_LINKS = (
    (PartyLink.Kind.INCLUDED, on(1, 22), "工会工作列入乡党委党建工作要点和考核", f"演乡发〔{YEAR}〕2号", ""),
    (
        PartyLink.Kind.JOINT,
        on(2, 8),
        "党建工作会议上统筹部署工会、共青团、妇联工作",
        "乡党建工作会议",
        "共青团、妇联",
    ),
    (PartyLink.Kind.JOINT, on(7, 1), "“七一”党群共建活动统筹部署", "乡党委会", "共青团、妇联"),
)


def write(town: Town) -> None:
    for order in ORDERS:
        _order(town, *order)
    for day, body, kind, item, line, means, yuan in SUPPORT:
        record = _upper(town, day, body, kind, item, line)
        record.means, record.amount = means, Decimal(yuan) if yuan else None
        town.record(record)
    for kind, day, item, document, partners in PARTY_LINKS:
        link = PartyLink(
            organisation=town.federation,
            occurred_on=day,
            kind=kind,
            item=item,
            document=document,
            partners=partners,
        )
        town.record(link, late=False)
    _survey(town)


def _upper(town: Town, day: date, body: str, kind: str, item: str, line: str) -> UpperSupport:
    return UpperSupport(
        organisation=town.federation,
        occurred_on=day,
        body=body,
        kind=kind,
        item=item,
        served_line=line,
        leaders=LEADERS if body == PARTY else "县总工会分管领导",
    )


def _order(town: Town, day: date, item: str, line: str, due: date, done: date) -> None:
    record = _upper(town, day, COUNTY, Kind.ASSIGNED, item, line)
    record.due_on = due
    town.record(record, late=False)
    diary = town.diary
    at = max(diary.hour(done), diary.after(record))
    diary.amend(
        record, by=town.staff.leader, at=at, reason="登记办结", done_on=done, result="已办结并书面回报"
    )


def _survey(town: Town) -> None:
    survey = Survey(
        organisation=town.federation,
        occurred_on=on(6, 4),
        theme="园区企业职工入会意愿调研",
        line=Of.ORGANISING,
        trade="电子、包装",
        units_visited=2,
        workers_asked=38,
        findings="职工愿意入会的占八成以上，最关心工资协商和活动场地。",
        reported_on=on(6, 20),
    )
    town.record(survey, late=False, on=on(6, 20))
