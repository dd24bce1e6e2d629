"""帮扶救助"""

from youju.ledger.ledgers import Ledger, Line
from youju.ledger.lines import LineOfWork
from youju.records.models import Exhibit
from youju.work.relief import indicators, rules
from youju.work.relief.models import StudentAid, WarmthVisit

VISITS = Ledger(
    model=WarmthVisit,
    columns=(
        "round",
        "occurred_on",
        "organisation",
        "household",
        "kind",
        "amount",
        "goods",
        "goods_value",
        "money_source",
        "partner",
        "visited_by",
        "repeat_reason",
    ),
    filters=("round", "kind", "money_source", "partner", "organisation", "occurred_on"),
    proof=(Exhibit.Kind.RECEIPT, Exhibit.Kind.PHOTO),
    help=(
        "登记每一次送温暖：到一户慰问或帮扶一次记一条，节日慰问选节日批次，平时帮扶选“日常”。\n"
        "凭据：领取签字表、收条或银行回单，另附慰问照片。\n"
        "用于：帮扶慰问困难户（按户，不重复计）、发放帮扶慰问金、慰问物品折价。"
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
    ledgers=(VISITS, STUDENT_AID),
    indicators=(
        indicators.households_helped,
        indicators.amount_granted,
        indicators.goods_value,
        indicators.students_aided,
        indicators.student_aid_amount,
    ),
    rules=(rules.visited_twice, rules.no_receipt),
)
