"""五一 with ball games, 十一 with the teachers' show, and the people and works that came of them."""

from datetime import date

from youju.demo.town import Town
from youju.demo.xiang.people import steady
from youju.demo.xiang.places import BY_SHORT, LEADERS, PLACES, on
from youju.people.models import Person
from youju.records.models import Exhibit, Participation
from youju.work.culture.models import Activity, Talent, Work

Kind, Event, Festival = Activity.Kind, Activity.Event, Activity.Festival
CUP = "庆“五一”青春杯"
# Name, kind, event, festival, day, place, how many of each union, awards.
ACTIVITIES = (
    (f"{CUP}职工篮球赛", Kind.SPORT, Event.BASKETBALL, Festival.MAY_DAY, on(4, 29), "乡中学篮球场", 6,
     "冠军乡中学，亚军蚌埠新材料"),
    (f"{CUP}职工乒乓球赛", Kind.SPORT, Event.TABLE_TENNIS, Festival.MAY_DAY, on(4, 30), "蚌埠新材料活动室", 3,
     "男子单打冠军江凯，女子单打冠军乡卫生院"),
    ("教师风采文艺演出", Kind.SHOW, Event.PERFORMANCE, Festival.NATIONAL, on(9, 29), "乡中学礼堂", 0,
     "评出优秀节目四个"),
    ("职工技能展示交流会", Kind.SKILL, Event.SKILLS, "", on(11, 8), "江凯车间", 2, "展示项目六个"),
)  # fmt: skip
# Unit, which of its people, kind, specialty, from which activity.
TALENTS = (
    ("乡中学", 3, Talent.Kind.SPORT, "篮球后卫", 0),
    ("蚌埠新材料", 4, Talent.Kind.SPORT, "篮球中锋", 0),
    ("江凯", 2, Talent.Kind.SPORT, "乒乓球", 1),
    ("乡卫生院", 2, Talent.Kind.SPORT, "乒乓球", 1),
    ("乡中学", 4, Talent.Kind.ART, "独唱", 2),
    ("乡中学", 5, Talent.Kind.ART, "舞蹈编排", 2),
    ("乡机关", 3, Talent.Kind.ART, "朗诵", 2),
)
WORKS = (
    ("三尺讲台", Work.Genre.MUSIC, "乡中学教工合唱队", "县职工文艺汇演二等奖"),
    ("机声里的早晨", Work.Genre.WRITING, "江凯工会写作组", ""),
    ("家访路上", Work.Genre.DRAMA, "乡中学教工小品组", "优秀节目"),
    ("车间一角", Work.Genre.PHOTO, "蚌埠新材料工会摄影组", ""),
)
SHOW_DAY = on(9, 29)


def write(town: Town) -> None:
    held = [_activity(town, *row) for row in ACTIVITIES]
    for short, number, kind, specialty, which in TALENTS:
        activity = held[which]
        talent = Talent(
            organisation=town.unions[short],
            from_on=activity.occurred_on,
            person=steady(town, BY_SHORT[short])[number].person,
            kind=kind,
            specialty=specialty,
            activity=activity,
            training="列入乡文体骨干名册，参加县级培训",
        )
        town.record(talent, late=False, after=activity)
    for title, genre, authors, award in WORKS:
        work = Work(
            organisation=town.federation,
            occurred_on=on(9, 26),
            title=title,
            genre=genre,
            authors=authors,
            activity=held[2],
            award=award,
        )
        town.record(work, late=False, after=held[2])


def _activity(
    town: Town, name: str, kind: str, event: str, festival: str, day: date, place: str, each: int, awards: str
) -> Activity:
    people = _players(town, day, each) if each else [w.person for w in town.at(BY_SHORT["乡中学"], day)]
    activity = Activity(
        organisation=town.federation,
        occurred_on=day,
        name=name,
        kind=kind,
        event=event,
        festival=festival,
        place=place,
        organiser="演示乡总工会",
        partners="各基层工会",
        leader_present=True,
        leaders=LEADERS,
        awards=awards,
    )
    rows = [Participation(person=person, name=person.name) for person in people]
    photo = town.album.photo("plaque" if kind == Kind.SPORT else "meeting", name, day)
    return town.record(activity, children=rows, exhibits=[(photo, Exhibit.Kind.PHOTO)], late=False)


def _players(town: Town, day: date, each: int) -> list[Person]:
    here = [place for place in PLACES if place.founded <= day]
    return [worker.person for place in here for worker in steady(town, place)[1 : 1 + each]]
