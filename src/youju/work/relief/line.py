"""帮扶救助"""

from youju.ledger.ledgers import Ledger, Line
from youju.ledger.lines import LineOfWork
from youju.records.models import Exhibit
from youju.work.relief import file_figures, file_rules, indicators, rules
from youju.work.relief.models import (
    HardshipFile,
    HardshipFirm,
    HardshipReview,
    LivingStandard,
    ReliefFund,
    StudentAid,
    WarmthVisit,
)

FILES = Ledger(
    model=HardshipFile,
    columns=(
        "from_on",
        "organisation",
        "worker",
        "household",
        "work_state",
        "migrant",
        "zero_employment",
        "people",
        "income",
        "rigid_costs",
        "accident_costs",
        "standard",
        "hardship",
        "cause",
        "cleared",
        "unit_filed_on",
        "posted_on",
        "posted_until",
        "town_filed_on",
        "until_on",
        "exit_reason",
    ),
    groups={
        "家庭情况": ("people", "work_state", "zero_employment", "migrant", "cause"),
        "收入和支出": ("income", "rigid_costs", "accident_costs"),
        "核对、公示和建档": ("cleared", "unit_filed_on", "posted_on", "posted_until", "town_filed_on"),
    },
    filters=("hardship", "cause", "work_state", "migrant", "exit_reason", "organisation", "from_on"),
    proof=(Exhibit.Kind.APPROVAL, Exhibit.Kind.OTHER),
    help=(
        "登记困难职工家庭：一户一档，从申请（发现）之日记起，基层、乡镇建档后分别填建档日期；困难类别由系统按公式核定。\n"
        "凭据：申请表、收入和支出证明、致困证明、公示照片；收入和支出加密保存，任何页面不显示。\n"
        "用于：困难职工在档户数、建档率（两级）、帮扶率、动态复核率。"
    ),
)

REVIEWS = Ledger(
    model=HardshipReview,
    columns=("occurred_on", "organisation", "file", "at_home", "reviewed_by", "result", "finding"),
    filters=("result", "at_home", "organisation", "occurred_on"),
    proof=(Exhibit.Kind.PHOTO, Exhibit.Kind.OTHER),
    through=("file__worker",),
    help=(
        "登记对困难职工档案的复核：每档每年至少一次，查一次记一条；调整类别、退出的写明变化，并另行办理退出或另立新档。\n"
        "凭据：入户照片、复核表。\n"
        "用于：困难职工档案动态复核率。"
    ),
)

FIRMS = Ledger(
    model=HardshipFirm,
    columns=(
        "from_on",
        "organisation",
        "employer",
        "cause",
        "workers",
        "hardship_workers",
        "state_of_firm",
        "measures",
        "until_on",
        "exit_reason",
    ),
    filters=("cause", "exit_reason", "organisation", "from_on"),
    proof=(Exhibit.Kind.OTHER,),
    help=(
        "登记困难企业：一家企业一份档案，恢复正常或关闭后填写退出日期和原因。\n"
        "凭据：企业报告、停产通知、财务报表等。\n"
        "用于：困难企业建档（家）。"
    ),
)

FUNDS = Ledger(
    model=ReliefFund,
    columns=(
        "occurred_on",
        "organisation",
        "source",
        "given_by",
        "purpose",
        "round",
        "amount",
        "voucher",
        "corrects",
    ),
    filters=("source", "purpose", "round", "organisation", "occurred_on"),
    proof=(Exhibit.Kind.RECEIPT,),
    help=(
        "登记筹措到账的帮扶慰问资金：到账一笔记一条，写明来源和用于哪个节日；金额有误的登记红字冲销。\n"
        "凭据：银行回单、拨款文件、捐赠协议。\n"
        "用于：筹措帮扶慰问资金、帮扶资金来源。"
    ),
)

STANDARDS = Ledger(
    model=LivingStandard,
    columns=("from_on", "organisation", "amount", "document", "until_on"),
    unsummed=("amount",),
    filters=("organisation", "from_on"),
    proof=(Exhibit.Kind.APPROVAL,),
    help=(
        "登记本县（市、区）公布的低保标准：调整一次记一条，原标准填截止日期。\n"
        "凭据：民政部门文件。\n"
        "用于：核定困难职工类别（深度、相对、意外致困）。"
    ),
)

VISITS = Ledger(
    model=WarmthVisit,
    columns=(
        "round",
        "occurred_on",
        "organisation",
        "household",
        "kind",
        "group",
        "amount",
        "goods",
        "goods_value",
        "deed",
        "money_source",
        "partner",
        "visited_by",
        "repeat_reason",
        "corrects",
    ),
    groups={
        "慰问钱物": ("amount", "goods", "goods_value", "deed", "money_source", "partner"),
    },
    filters=("round", "kind", "group", "money_source", "partner", "organisation", "occurred_on"),
    proof=(Exhibit.Kind.RECEIPT, Exhibit.Kind.PHOTO),
    through=("household__head",),
    help=(
        "登记每一次送温暖：到一户慰问或帮扶一次记一条，节日慰问选节日批次，平时帮扶选“日常”；金额有误的登记红字冲销。\n"
        "凭据：领取签字表、收条或银行回单，另附慰问照片。\n"
        "用于：帮扶慰问困难户（按户，不重复计）、节日慰问批次、办实事、联合帮扶部门、发放慰问金、物品折价。"
    ),
)

STUDENT_AID = Ledger(
    model=StudentAid,
    columns=(
        "occurred_on",
        "organisation",
        "student",
        "household",
        "school",
        "stage",
        "school_year",
        "amount",
        "paid_on",
        "money_source",
        "partner",
        "repeat_reason",
        "corrects",
    ),
    filters=("school_year", "stage", "partner", "organisation", "occurred_on"),
    proof=(Exhibit.Kind.RECEIPT,),
    help=(
        "登记对在校困难学生的资助：一名学生一学年一般只资助一次，再次资助须写明理由。\n"
        "凭据：录取通知书或学生证、领取签字或银行回单；涉及未成年人，材料不对外公开。\n"
        "用于：资助在校贫困学生（按人，不重复计）、发放助学金，对外只公布数字。"
    ),
)

LINE = Line(
    code=LineOfWork.RELIEF,
    label=LineOfWork.RELIEF.label,
    icon="heart-handshake",
    ledgers=(FILES, REVIEWS, FIRMS, VISITS, STUDENT_AID, FUNDS, STANDARDS),
    indicators=(
        indicators.households_helped,
        indicators.festival_households,
        indicators.festival_rounds,
        indicators.deeds_done,
        indicators.partner_bodies,
        indicators.amount_granted,
        indicators.goods_value,
        indicators.students_aided,
        indicators.student_aid_amount,
        indicators.funds_raised,
        indicators.warmth_funds_raised,
        indicators.fund_sources,
        file_figures.files_held,
        file_figures.files_opened,
        file_figures.files_closed,
        file_figures.filed_rate,
        file_figures.helped_rate,
        file_figures.review_rate,
        file_figures.firms_held,
    ),
    rules=(
        file_rules.unreviewed,
        file_rules.filed_not_helped,
        rules.visited_twice,
        rules.person_helped_twice,
        rules.over_cap,
        rules.over_year_cap,
        rules.over_student_standard,
        rules.helped_without_file,
        file_rules.filed_at_one_level,
        file_rules.first_check_due,
        file_rules.posted_too_short,
        file_rules.not_cleared,
        file_rules.standard_changed,
        file_rules.several_kinds,
        rules.no_receipt,
        rules.aid_no_receipt,
        rules.fund_no_voucher,
        rules.more_given_than_raised,
    ),
    dues=(file_rules.review,),
    at_unit=(
        file_figures.files_held,
        indicators.households_helped,
        indicators.amount_granted,
        indicators.students_aided,
    ),
)
