"""Posts made known, services held, and how those who were found work are getting on."""

from datetime import date, timedelta

from youju.demo.employment import FAIRS
from youju.demo.places import BY_SHORT, YEAR
from youju.demo.town import Town
from youju.people.models import Person
from youju.records.models import Exhibit, Participation
from youju.work.employment.models import Destination, FollowUp, JobOffer, JobPlacement, ServiceEvent

# At each fair: firms of the town, then firms elsewhere, with the posts and how many they wanted.
HERE = (
    ("丰平车轮", "操作工", 24),
    ("华丽光电", "装配工", 36),
    ("宏达服装", "缝纫工", 30),
    ("晶源石英", "切割工", 12),
)
THERE = (("苏州某电子厂", "普工", 40), ("无锡某机械厂", "操作工", 25), ("常州某纺织厂", "挡车工", 30))
EVENTS = (
    (date(YEAR, 2, 6), "send_off", "外出务工人员专车欢送", 24, 0, 0),
    (date(YEAR, 5, 28), "start_up", "返乡创业项目推介", 26, 6, 0),
    (date(YEAR, 8, 20), "reemployment", "下岗失业人员再就业援助日", 22, 8, 60),
    (date(YEAR, 10, 29), "advice", "灵活就业社会保险政策咨询", 18, 0, 0),
)
LABOUR_OFFICE = "镇劳动所"
UNVISITED = 4  # of five who were hired one has not been looked up


def write_jobs(town: Town, seekers: list[Person], placed: list[JobPlacement]) -> None:
    for number, day in enumerate(FAIRS):
        _fair(town, day, number, seekers)
    for day, kind, title, seats, firms, openings in EVENTS:
        _event(town, day, kind, title, town.rng.sample(seekers, seats), firms, openings)
    for number, placement in enumerate(placed):
        if number % 5 != UNVISITED and placement.occurred_on < date(YEAR, 9, 1):
            _follow_up(town, placement, number)


def _fair(town: Town, day: date, number: int, seekers: list[Person]) -> None:
    for turn in range(2):
        short, post, openings = HERE[(number + turn) % len(HERE)]
        if BY_SHORT[short].opened < day:
            town.record(_offer(town, day, post, openings, short=short), key="offer", late=False)
    name, post, openings = THERE[number % len(THERE)]
    town.record(_offer(town, day, post, openings, name=name), key="offer", late=False)
    title = f"{day.month}月企业用工招聘会"
    _event(town, day, "job_fair", title, town.rng.sample(seekers, 30), 12, 160)


def _offer(town: Town, day: date, post: str, openings: int, *, short: str = "", name: str = "") -> JobOffer:
    return JobOffer(
        organisation=town.federation,
        occurred_on=day - timedelta(days=4),
        employer=town.employers[short] if short else None,
        employer_name=name,
        post=post,
        openings=openings,
        pay="每月4500至6800元",
        destination=Destination.COUNTY if short else Destination.SOUTH,
        until=day + timedelta(days=30),
    )


def _event(
    town: Town, day: date, kind: str, title: str, people: list[Person], firms: int, openings: int
) -> None:
    event = ServiceEvent(
        organisation=town.federation,
        occurred_on=day,
        title=title,
        kind=kind,
        place="镇便民服务中心",
        partner=LABOUR_OFFICE,
        employers=firms or None,
        openings=openings or None,
    )
    rows = [Participation(person=one, name=one.name) for one in people]
    photo = town.album.photo("fair", title, day) if kind == "job_fair" else None
    town.record(event, children=rows, exhibits=[(photo, Exhibit.Kind.PHOTO)] if photo else [])


def _follow_up(town: Town, placement: JobPlacement, number: int) -> None:
    day = placement.occurred_on + timedelta(days=92)
    follow_up = FollowUp(
        organisation=town.federation,
        occurred_on=day,
        placement=placement,
        after="three",
        still_there=number % 7 != 3,
        where_now="" if number % 7 != 3 else "已到外地务工",
        visited_by=town.staff.clerk.name,
    )
    town.record(follow_up, key="follow_up", late=False, after=placement)
