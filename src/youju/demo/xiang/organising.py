"""How unions came to be: the list of firms to be won, the two of the park worked one by one."""

from datetime import date, timedelta

from youju.demo.places import YEAR, Place
from youju.demo.town import Town
from youju.demo.xiang.places import BY_SHORT, IN_THE_PARK, OLD, on
from youju.ledger.lines import LineOfWork
from youju.records.models import Exhibit
from youju.work.organising.models import Formation, Measure, Prospect, Visit, WorkGroup

Kind = Visit.Kind
GROUP = "乡总工会、乡经济发展办公室建会工作组"
# Whom the work group called on, when, what for, and what came of it.
CALLS = (
    ("启明电子", on(2, 26), "送建会动员材料，讲解《工会法》有关规定", "企业同意建会，确定联系人"),
    ("启明电子", on(3, 19), "协助成立工会筹备组，摸清职工底数", "筹备组五人名单已定"),
    ("启明电子", on(4, 23), "指导起草建会请示，确定候选人", "请示已报乡总工会"),
    ("华森包装", on(3, 5), "送建会动员材料，听取企业意见", "企业希望年中产销平稳后再办"),
    ("华森包装", on(6, 11), "协助成立工会筹备组，发放入会申请书", "收到入会申请十八份"),
    ("华森包装", on(7, 23), "指导起草建会请示，确定候选人", "请示已报乡总工会"),
    ("顺风运输队", on(9, 10), "了解职工流动情况，宣传联合建会", "职工流动性大，意向不明，继续联系"),
)
# (employer, contacted, preparing, approved, the number of the approval)
STEPS = {
    "启明电子": (on(2, 26), on(3, 19), on(5, 8), f"演乡工发〔{YEAR}〕7号"),
    "华森包装": (on(3, 5), on(6, 11), on(8, 7), f"演乡工发〔{YEAR}〕13号"),
}
MEASURES = (
    (Measure.Kind.FORMING, on(2, 24), "建立应建会企业名录和建会进度表", "三家单位列入名录"),
    (Measure.Kind.FORMING, on(2, 25), "抽调乡经济发展办公室、乡工会干部组成建会工作组", "工作组三人到位"),
    (Measure.Kind.FORMING, on(3, 12), "工业园区建会一企一策", "两家企业各有一份建会方案"),
    (Measure.Kind.STANDARDS, on(3, 28), "统一工会办公室制度牌和台账目录", "六项制度全部上墙"),
    (Measure.Kind.STANDARDS, on(10, 29), "规范基层工会印章、账户和换届档案", "九家工会完成核对"),
)


def write(town: Town) -> None:
    for place in OLD:
        town.record(_formation(town, place), late=False)
    for place in IN_THE_PARK:
        approval = town.album.approval(
            f"关于成立{place.short}工会", STEPS[place.short][3], STEPS[place.short][2]
        )
        photo = town.album.photo("meeting", f"{place.short}工会成立大会", place.founded)
        proof = [(approval, Exhibit.Kind.APPROVAL), (photo, Exhibit.Kind.PHOTO)]
        town.record(_formation(town, place), exhibits=proof)
    _work_group(town)
    for short, day, content, result in CALLS:
        town.record(_call(town, short, day, content, result), key="call")
    for kind, day, title, result in MEASURES:
        record = Measure(organisation=town.federation, occurred_on=day, kind=kind, title=title, result=result)
        town.record(record)
    _prospects(town)


def _formation(town: Town, place: Place) -> Formation:
    first = [
        w for w in town.workers if w.membership and w.place is place and w.membership.from_on == place.founded
    ]
    number = (
        STEPS[place.short][3] if place.is_new else f"演乡工发〔{place.founded.year}〕{place.founded.month}号"
    )
    return Formation(
        organisation=town.unions[place.short],
        occurred_on=place.founded,
        employer=town.employers[place.short],
        approval_number=number,
        approved_on=place.founded - timedelta(days=12),
        meeting_on=place.founded,
        members=len(first),
        women_members=sum(worker.is_woman for worker in first),
        chair=town.chair(place).name,
    )


def _work_group(town: Town) -> None:
    people = f"{town.staff.leader.name}　乡总工会　组长\n{town.staff.clerk.name}　乡总工会　资料和业务指导\n"
    record = WorkGroup(
        organisation=town.federation,
        from_on=on(2, 25),
        until_on=on(12, 31),
        name=GROUP,
        leader=town.staff.leader.name,
        offices="乡经济发展办公室、乡工会",
        people=people + "董学军　乡经济发展办公室　联系企业",
        task="到新建的工业园区，一家一家地抓建会落实",
    )
    town.record(record, late=False)


def _call(town: Town, short: str, day: date, content: str, result: str) -> Visit:
    return Visit(
        organisation=town.federation,
        occurred_on=day,
        kind=Kind.ORGANISING,
        employer=town.employers[short],
        served_line=LineOfWork.ORGANISING,
        visitors=f"{town.staff.leader.name}、董学军",
        met="企业行政负责人",
        content=content,
        result=result,
    )


# -- the list of firms to be won -------------------------------------------------------


def _prospects(town: Town) -> None:
    for short in ("启明电子", "华森包装", "顺风运输队"):
        prospect = Prospect(
            organisation=town.federation,
            from_on=on(2, 24),
            employer=town.employers[short],
            workers=len(town.at(BY_SHORT[short], on(2, 24))),
            obstacle="" if short in STEPS else "职工流动性大，不足二十五人",
        )
        town.record(prospect, late=False)
        if short in STEPS:
            _advance(town, prospect, BY_SHORT[short])
        else:
            _learn(town, prospect, on(9, 12), contacted_on=on(9, 10))


def _advance(town: Town, prospect: Prospect, place: Place) -> None:
    """Each step is filled in when it has been taken; with the union registered, the firm leaves the list."""
    contacted, preparing, approved, number = STEPS[place.short]
    done = place.founded + timedelta(days=7)
    _learn(town, prospect, contacted, contacted_on=contacted)
    _learn(town, prospect, preparing, preparing_on=preparing)
    _learn(town, prospect, approved, approved_on=approved, approval_number=number)
    union = town.unions[place.short]
    _learn(town, prospect, done, elected_on=place.founded, registered_on=done, union=union, until_on=done)


def _learn(town: Town, prospect: Prospect, day: date, **facts) -> None:
    diary = town.diary
    at = max(diary.hour(day).replace(hour=18), diary.after(prospect))
    diary.amend(prospect, by=town.staff.leader, at=at, reason="更新建会进度", **facts)
