"""宣传教育培训"""

from youju.ledger.ledgers import Ledger, Line
from youju.ledger.lines import LineOfWork
from youju.records.models import Exhibit
from youju.work.education import indicators, publicity, rules
from youju.work.education.models import Handout, Publicity, Study, Training

PUBLICITY = Ledger(
    model=Publicity,
    columns=(
        "occurred_on",
        "organisation",
        "title",
        "channel",
        "theme",
        "quantity",
        "place",
        "audience",
        "served_line",
    ),
    filters=("channel", "theme", "served_line", "organisation", "occurred_on"),
    proof=(Exhibit.Kind.PHOTO, Exhibit.Kind.OTHER),
    help=(
        "登记每一次宣传：一种形式一次记一条，写明数量（广播按次、横幅标语按条、板报墙报按期）。\n"
        "凭据：现场照片、广播稿、宣传材料。\n"
        "用于：宣传发动次数、宣传渠道、广播横幅标语板报墙报数量、建会宣讲、普法宣传。"
    ),
)

HANDOUTS = Ledger(
    model=Handout,
    columns=("occurred_on", "organisation", "title", "copies", "given_to", "publicity"),
    filters=("organisation", "occurred_on"),
    proof=(Exhibit.Kind.PHOTO, Exhibit.Kind.RECEIPT),
    help=(
        "登记赠送、发放的宣传资料：一种资料一次记一条，写明份数；属于某次宣传活动的，选择该条宣传记录。\n"
        "凭据：发放照片、签收单。\n"
        "用于：赠送法律章程等资料（份）。"
    ),
)

STUDIES = Ledger(
    model=Study,
    columns=(
        "occurred_on",
        "organisation",
        "title",
        "kind",
        "audience",
        "documents",
        "speaker",
        "place",
        "due",
        "on_leave",
        "unnamed",
    ),
    filters=("kind", "audience", "organisation", "occurred_on"),
    proof=(Exhibit.Kind.SIGN_IN, Exhibit.Kind.MINUTES, Exhibit.Kind.PHOTO),
    help=(
        "登记每一次学习：传达政策文件、专题学习、业务学习、《工会法》学习，参加人逐一列名，并填应到人数。\n"
        "凭据：签到表、学习记录，另附照片。\n"
        "用于：政策文件传达、专题学习、业务学习、《工会法》学习次数，学习出勤率。"
    ),
)

TRAININGS = Ledger(
    model=Training,
    columns=(
        "occurred_on",
        "organisation",
        "title",
        "topic",
        "audience",
        "level",
        "form",
        "place",
        "hours",
        "teacher",
        "partner",
        "unnamed",
        "passed",
        "served_line",
    ),
    filters=("topic", "audience", "level", "form", "served_line", "organisation", "occurred_on"),
    proof=(Exhibit.Kind.SIGN_IN, Exhibit.Kind.PHOTO),
    help=(
        "登记每一次培训、讲座、宣讲：一次一条，参加人逐一列名；分几天办的，在参加人处注明场次。\n"
        "凭据：签到表扫描件（有未列名人次的必须上传），另附现场照片。\n"
        "用于：工会干部、职工、职工代表、外出务工人员各类培训的人次和人数，举办培训期数，培训形式。"
    ),
)

LINE = Line(
    code=LineOfWork.EDUCATION,
    label=LineOfWork.EDUCATION.label,
    icon="school",
    ledgers=(PUBLICITY, HANDOUTS, STUDIES, TRAININGS),
    indicators=(
        indicators.officer_attendances,
        indicators.officer_attendees,
        indicators.safety_attendances,
        indicators.safety_attendees,
        indicators.skills_attendances,
        indicators.skills_attendees,
        indicators.trainee_groups,
        indicators.all_officer_attendances,
        indicators.officers_sent,
        indicators.labour_law_attendances,
        indicators.manager_safety_attendances,
        indicators.delegate_attendances,
        indicators.migrant_law_attendances,
        indicators.classes_held,
        indicators.training_forms,
        indicators.ideas_classes,
        publicity.publicity_drives,
        publicity.channels_used,
        publicity.broadcasts,
        publicity.banners,
        publicity.slogans,
        publicity.boards,
        publicity.wall_papers,
        publicity.copies_given,
        publicity.formation_talks,
        publicity.law_publicity,
        publicity.policy_studies,
        publicity.theme_studies,
        publicity.business_studies,
        publicity.union_law_studies,
        publicity.study_attendances,
        publicity.study_rate,
    ),
    rules=(
        rules.no_sign_in_sheet,
        rules.too_many_unnamed,
        rules.no_training,
        rules.publicity_not_shown,
        rules.materials_not_listed,
        rules.study_poorly_attended,
        rules.study_no_sign_in,
    ),
    at_unit=(indicators.classes_held, publicity.publicity_drives),
)
