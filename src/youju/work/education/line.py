"""宣传教育培训"""

from youju.ledger.ledgers import Ledger, Line
from youju.ledger.lines import LineOfWork
from youju.records.models import Exhibit
from youju.work.education import indicators, rules
from youju.work.education.models import Training

TRAININGS = Ledger(
    model=Training,
    columns=(
        "occurred_on",
        "organisation",
        "title",
        "topic",
        "audience",
        "level",
        "place",
        "hours",
        "teacher",
        "partner",
        "unnamed",
        "served_line",
    ),
    filters=("topic", "audience", "level", "served_line", "organisation", "occurred_on"),
    proof=(Exhibit.Kind.SIGN_IN, Exhibit.Kind.PHOTO),
    help=(
        "登记每一次培训、讲座、宣讲：一次一条，参加人逐一列名；分几天办的，在参加人处注明场次。\n"
        "凭据：签到表扫描件（有未列名人次的必须上传），另附现场照片。\n"
        "用于：工会干部法律培训、安全生产知识培训、下岗待业人员技术培训的人次和人数。"
    ),
)

LINE = Line(
    code=LineOfWork.EDUCATION,
    label=LineOfWork.EDUCATION.label,
    icon="school",
    ledgers=(TRAININGS,),
    indicators=(
        indicators.officer_attendances,
        indicators.officer_attendees,
        indicators.safety_attendances,
        indicators.safety_attendees,
        indicators.skills_attendances,
        indicators.skills_attendees,
    ),
    rules=(rules.no_sign_in_sheet, rules.too_many_unnamed),
)
