"""文体活动"""

from youju.ledger.ledgers import Ledger, Line
from youju.ledger.lines import LineOfWork
from youju.records.models import Exhibit
from youju.work.culture import indicators, rules
from youju.work.culture.models import Activity, Talent, Work

Kind = Exhibit.Kind

ACTIVITIES = Ledger(
    model=Activity,
    columns=(
        *("occurred_on", "organisation", "name", "kind", "event", "festival", "place", "organiser"),
        *("partners", "leader_present", "leaders", "awards", "unnamed"),
    ),
    filters=("kind", "event", "festival", "leader_present", "organisation"),
    proof=(Kind.SIGN_IN, Kind.PHOTO),
    help=(
        "登记每项文体活动：一次比赛、一场演出一条，参加人逐一列名；节日活动请选节日。\n"
        "凭据：活动通知、签到表（报名表）、现场照片、成绩单。\n"
        "用于：文体活动场次和人次、五一十一节日活动、党政主要领导到场率。"
    ),
)

TALENTS = Ledger(
    model=Talent,
    columns=("organisation", "person", "kind", "specialty", "activity", "training", "from_on", "until_on"),
    filters=("kind", "organisation"),
    help=(
        "登记在活动中发现和培养的文艺、体育骨干：谁、特长是什么、从哪次活动发现。\n"
        "凭据：获奖证书、活动照片，可附在活动记录上。\n"
        "用于：文艺、体育骨干人数（按人，不重复计）。"
    ),
)

WORKS = Ledger(
    model=Work,
    columns=("occurred_on", "organisation", "title", "genre", "authors", "activity", "award"),
    filters=("genre", "organisation"),
    proof=(Kind.PHOTO, Kind.CERTIFICATE, Kind.OTHER),
    help=(
        "登记职工创作的文艺作品：一件一条，写明体裁、作者、展演和获奖。\n"
        "凭据：作品照片、节目单、证书。\n"
        "用于：文艺作品件数。"
    ),
)

LINE = Line(
    code=LineOfWork.CULTURE,
    label=LineOfWork.CULTURE.label,
    icon="ball-basketball",
    ledgers=(ACTIVITIES, TALENTS, WORKS),
    indicators=(
        indicators.activities,
        indicators.taking_part,
        indicators.people_taking_part,
        indicators.festivals_kept,
        indicators.BASKETBALL,
        indicators.TABLE_TENNIS,
        indicators.PERFORMANCES,
        indicators.leader_rate,
        indicators.skill_rate,
        indicators.talents,
        indicators.talents_found,
        indicators.works,
    ),
    rules=(rules.festival_left_out, rules.activity_without_photo),
    at_unit=(indicators.activities, indicators.taking_part),
)
