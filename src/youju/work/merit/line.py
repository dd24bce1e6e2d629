"""竞赛与创新"""

from youju.ledger.ledgers import Ledger, Line
from youju.ledger.lines import LineOfWork
from youju.records.models import Exhibit
from youju.work.merit import indicators, rules
from youju.work.merit.models import (
    Campaign,
    Contest,
    CreationUnit,
    DemonstrationPoint,
    Innovation,
    ModelVisit,
    ModelWorker,
    Studio,
    WomensDriveEntry,
)

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

CAMPAIGNS = Ledger(
    model=Campaign,
    columns=("from_on", "organisation", "kind", "name", "plan", "partner", "until_on", "outcome"),
    filters=("kind", "organisation", "from_on"),
    proof=(Exhibit.Kind.APPROVAL, Exhibit.Kind.OTHER),
    help=(
        "登记有方案、持续一段时间的主题活动：争创树、女职工双争、劳模品牌工程等，一项活动一条，结束后填结束日期。\n"
        "凭据：活动方案、通知、总结。\n"
        "用于：争创树活动、女职工双争活动、劳模品牌工程（项）。"
    ),
)

CONTESTS = Ledger(
    model=Contest,
    columns=(
        "occurred_on",
        "organisation",
        "title",
        "kind",
        "sphere",
        "theme",
        "ended_on",
        "place",
        "partner",
        "units",
        "teams",
        "unnamed",
        "result",
        "benefit",
    ),
    filters=("kind", "sphere", "organisation", "occurred_on"),
    proof=(Exhibit.Kind.SIGN_IN, Exhibit.Kind.PHOTO),
    help=(
        "登记每一场竞赛：劳动竞赛、技能竞赛、安全生产知识竞赛等，参赛人逐一列名，结束后填结果。\n"
        "凭据：签到表或报名表，另附照片、评分表。\n"
        "用于：劳动竞赛场次，安全生产知识竞赛场次和参加人数、人次。"
    ),
)

INNOVATIONS = Ledger(
    model=Innovation,
    columns=(
        "occurred_on",
        "organisation",
        "title",
        "kind",
        "employer",
        "author",
        "team",
        "saving",
        "benefit",
        "patent",
        "award",
    ),
    filters=("kind", "employer", "organisation", "occurred_on"),
    proof=(Exhibit.Kind.OTHER, Exhibit.Kind.CERTIFICATE, Exhibit.Kind.PHOTO),
    help=(
        "登记职工技术创新成果：技术革新、节能减排、五小（小发明、小创造、小革新、小设计、小建议），一项一条。\n"
        "凭据：成果说明、效益证明、证书。\n"
        "用于：群众性技术创新、节能减排、技术革新、五小成果（项），技术创新效益。"
    ),
)

MODEL_WORKERS = Ledger(
    model=ModelWorker,
    columns=(
        "from_on",
        "organisation",
        "person",
        "title",
        "year",
        "unit_and_post",
        "in_hardship",
        "until_on",
        "exit_reason",
    ),
    filters=("title", "in_hardship", "organisation", "from_on"),
    proof=(Exhibit.Kind.CERTIFICATE,),
    help=(
        "登记由本级工会管理服务的劳模：一人一条，只登记最高荣誉；转出、去世的填截止日期和原因。\n"
        "凭据：荣誉证书、命名文件。\n"
        "用于：在册劳模（人）、劳模走访率。"
    ),
)

MODEL_VISITS = Ledger(
    model=ModelVisit,
    columns=(
        "occurred_on",
        "organisation",
        "model_worker",
        "occasion",
        "visited_by",
        "checked_up",
        "finding",
    ),
    filters=("checked_up", "organisation", "occurred_on"),
    proof=(Exhibit.Kind.PHOTO,),
    through=("model_worker__person",),
    help=(
        "登记走访劳模：走访一人一次记一条；发放慰问金的另在“送温暖台账”登记。\n"
        "凭据：走访照片。\n"
        "用于：劳模走访率。"
    ),
)

STUDIOS = Ledger(
    model=Studio,
    columns=(
        "from_on",
        "organisation",
        "name",
        "place",
        "leader",
        "field",
        "level",
        "named_by",
        "team",
        "area",
        "apprentices",
        "results",
        "until_on",
    ),
    filters=("level", "organisation", "from_on"),
    proof=(*rules.PROOFS, Exhibit.Kind.PHOTO),
    help=(
        "登记劳模创新工作室：一个工作室一条，可设在企业，也可设在村（社区）；撤销的填撤销日期。\n"
        "凭据：命名文件、牌匾、现场照片。\n"
        "用于：劳模创新工作室（个）。"
    ),
)

LINE = Line(
    code=LineOfWork.MERIT,
    label=LineOfWork.MERIT.label,
    icon="trophy",
    ledgers=(
        CAMPAIGNS,
        CONTESTS,
        INNOVATIONS,
        CREATION_UNITS,
        DEMONSTRATION_POINTS,
        WOMENS_DRIVE,
        MODEL_WORKERS,
        MODEL_VISITS,
        STUDIOS,
    ),
    indicators=(
        indicators.contests_held,
        indicators.contest_attendances,
        indicators.safety_quizzes,
        indicators.safety_quiz_people,
        indicators.safety_quiz_attendances,
        indicators.innovations,
        indicators.innovation_kinds,
        indicators.units_innovating,
        indicators.energy_savings,
        indicators.renovations,
        indicators.five_small,
        indicators.innovation_benefit,
        indicators.contend_campaigns,
        indicators.creation_units_added,
        indicators.demonstration_points,
        indicators.womens_campaigns,
        indicators.womens_drive_rate,
        indicators.model_campaigns,
        indicators.model_workers,
        indicators.models_visited_rate,
        indicators.studios,
        indicators.studios_founded,
    ),
    rules=(
        rules.no_naming_document,
        rules.campaign_no_plan,
        rules.campaign_without_people,
        rules.contest_no_sign_in,
        rules.contest_no_result,
        rules.innovation_not_shown,
        rules.studio_small_team,
        rules.studio_leader_unknown,
        rules.studio_no_results,
        rules.hardship_model_unvisited,
    ),
    at_unit=(indicators.contests_held, indicators.innovations, indicators.model_workers),
)
