"""竞赛与创新"""

from youju.ledger.ledgers import Ledger, Line
from youju.ledger.lines import LineOfWork
from youju.records.models import Exhibit
from youju.work.merit import indicators, rules
from youju.work.merit.models import CreationUnit, DemonstrationPoint, WomensDriveEntry

CREATION_UNITS = Ledger(
    model=CreationUnit,
    columns=("occurred_on", "organisation", "employer", "drive", "level", "standard", "named_by"),
    filters=("drive", "level", "organisation", "occurred_on"),
    proof=rules.PROOFS,
    help=(
        "登记在争创树等活动中命名的创建单位：一个单位在一项活动中命名一次记一条，晋级另记一条。\n"
        "凭据：命名文件，或证书、牌匾的照片。\n"
        "用于：新增创建单位（按家，不重复计；以前命名过的晋级不算新增）。"
    ),
)

DEMONSTRATION_POINTS = Ledger(
    model=DemonstrationPoint,
    columns=("occurred_on", "organisation", "name", "theme", "place", "standard"),
    filters=("organisation", "occurred_on"),
    proof=(Exhibit.Kind.PHOTO, Exhibit.Kind.APPROVAL),
    help=(
        "登记培育成的学习示范点：一个点只记一条，以确定为示范点的日期为准。\n"
        "凭据：现场照片，有文件的附确定文件。\n"
        "用于：培育学习示范点（个）。"
    ),
)

WOMENS_DRIVE = Ledger(
    model=WomensDriveEntry,
    columns=("occurred_on", "organisation", "person", "aim", "team", "activity"),
    filters=("aim", "organisation", "occurred_on"),
    proof=(Exhibit.Kind.SIGN_IN, Exhibit.Kind.PHOTO),
    help=(
        "登记女职工参加双争活动的情况：一人参加一次记一条，注明争创岗位（班组）还是个人。\n"
        "凭据：活动签到表或报名表，另附现场照片。\n"
        "用于：女职工双争参与率（按截止日在岗女职工计算，一人多次只计一人）。"
    ),
)

LINE = Line(
    code=LineOfWork.MERIT,
    label=LineOfWork.MERIT.label,
    icon="trophy",
    ledgers=(CREATION_UNITS, DEMONSTRATION_POINTS, WOMENS_DRIVE),
    indicators=(
        indicators.creation_units_added,
        indicators.demonstration_points,
        indicators.womens_drive_rate,
    ),
    rules=(rules.no_naming_document,),
)
