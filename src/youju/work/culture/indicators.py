"""Events held and who took part; the people who carry them and the works they made."""

from youju.ledger.indicators import Counted, attendances, attendees, count
from youju.ledger.kinds import kinds
from youju.ledger.shares import ITSELF, share
from youju.work.culture.models import Activity, Talent, Work

Event = Activity.Event


@count(
    "culture.activities",
    "文体活动",
    unit="场",
    synonyms=("举办文体活动", "文娱活动", "职工文体活动", "文化体育活动"),
)
def activities(scope):
    """本期内举办的文体活动场次，一项活动（一次比赛、一场演出）计一场，分几天进行的仍计一场。

    以活动日期在本期内、已确认的文体活动台账为准。
    """
    return Activity.objects.within(scope)


@attendances("culture.attendances", "参加文体活动", synonyms=("文体活动参与人次", "参与文体活动"))
def taking_part(scope):
    """本期内各项文体活动的参加人次。

    按签到逐人逐场计算，同一人参加几场计几人次；附有签到表扫描件的未列名人次一并计入并注明。观众不计。
    """
    return Activity.objects.within(scope)


@attendees("culture.attendees", "参加文体活动职工", synonyms=("文体活动参与人数",))
def people_taking_part(scope):
    """本期内参加过文体活动的人数，同一人多次参加只计一人；只计已核实身份的人员。"""
    return Activity.objects.within(scope)


@kinds(
    "culture.festivals_kept",
    "五一、十一节日文体活动",
    of="festival",
    unit="次",
    synonyms=("年度节日文体活动", "五一和十一都举办文体活动"),
)
def festivals_kept(scope):
    """本期内“五一”“十一”两个节日中举办了文体活动的节日数，一个节日办几项的只计一次，全年最多2次。

    以文体活动台账中节日一栏为准，活动日期须在本期内。
    """
    return Activity.objects.within(scope).filter(festival__in=Activity.YEARLY)


def _events(event: Activity.Event, *synonyms: str) -> Counted:
    def held(scope):
        return Activity.objects.within(scope).filter(event=event)

    held.__doc__ = (
        f"本期内举办的{event.label}场次，一次赛事（演出）计一场，分几天进行的仍计一场。以活动日期为准。"
    )
    return count(f"culture.{event}", str(event.label), unit="场", synonyms=synonyms)(held)


BASKETBALL = _events(Event.BASKETBALL, "职工篮球赛")
TABLE_TENNIS = _events(Event.TABLE_TENNIS, "职工乒乓球赛")
PERFORMANCES = _events(Event.PERFORMANCE, "教师风采文艺演出", "职工文艺演出")


@share(
    "culture.leader_rate",
    "党政主要领导到场率",
    of=Activity.objects.within,
    by=ITSELF,
    synonyms=("主要领导都到场", "领导到场率"),
)
def leader_rate(scope):
    """本期内举办的文体活动中，党政主要领导到场的所占比例。分母为本期全部文体活动，按场计算。"""
    return Activity.objects.within(scope).filter(leader_present=True)


@share(
    "culture.skill_rate",
    "技能类活动占比",
    of=Activity.objects.within,
    by=ITSELF,
    synonyms=("技能活动比例",),
)
def skill_rate(scope):
    """本期内举办的文体活动中，活动类别为“技能展示交流”的所占比例，按场计算。劳动竞赛另有台账，不在此列。"""
    return Activity.objects.within(scope).filter(kind=Activity.Kind.SKILL)


@count(
    "culture.talents",
    "文艺、体育骨干",
    unit="人",
    of="person",
    synonyms=("文体骨干", "文艺体育骨干", "文艺骨干", "体育骨干"),
)
def talents(scope):
    """截止日在册的文艺、体育骨干人数，兼为两类的只计一人；已终止的不计。以文体骨干台账的起止日期为准。"""
    return Talent.objects.holding(scope)


@count(
    "culture.talents_found",
    "新发现培养文体骨干",
    unit="人",
    of="person",
    synonyms=("发现和培养文体骨干", "发现培养骨干"),
)
def talents_found(scope):
    """确定日期在本期内的文艺、体育骨干人数，兼为两类的只计一人。"""
    return Talent.objects.begun(scope)


@count("culture.works", "文艺作品", unit="件", synonyms=("文艺精品", "创作文艺作品", "创作文艺精品"))
def works(scope):
    """本期内创作（发表）的文艺作品件数，一件作品登记一条。以创作（发表）日期为准。"""
    return Work.objects.within(scope)
