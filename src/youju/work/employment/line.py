"""就业服务"""

from youju.ledger.ledgers import Ledger, Line
from youju.ledger.lines import LineOfWork
from youju.records.models import Exhibit
from youju.work.employment import indicators, rules
from youju.work.employment.models import JobPlacement, LabourExport

PLACEMENTS = Ledger(
    model=JobPlacement,
    columns=(
        "occurred_on",
        "organisation",
        "person",
        "employer",
        "employer_name",
        "post",
        "destination",
        "place",
        "hired",
        "contract_signed",
        "partner",
    ),
    filters=("destination", "hired", "contract_signed", "organisation", "occurred_on"),
    proof=(Exhibit.Kind.CONTRACT, Exhibit.Kind.OTHER),
    help=(
        "登记每一次介绍就业：一人介绍到一个岗位记一条，录用后勾选“已录用”，签了合同再勾选“已签劳动合同”。\n"
        "凭据：劳动合同首页和签字页，或用人单位的录用证明。\n"
        "用于：介绍就业人数及介绍到苏南、本县企业就业人数（按人，不重复计，未录用的不计）。"
    ),
)

EXPORTS = Ledger(
    model=LabourExport,
    columns=(
        "occurred_on",
        "organisation",
        "person",
        "destination",
        "place",
        "employer_name",
        "trade",
        "organised_by",
        "returned_on",
    ),
    filters=("destination", "organised_by", "trade", "organisation", "occurred_on"),
    proof=(Exhibit.Kind.CONTRACT, Exhibit.Kind.OTHER),
    help=(
        "登记外出务工人员：一人外出一次记一条，返乡后补填返乡日期。\n"
        "凭据：劳务合同、用人单位证明或劳动所的输出花名册。\n"
        "用于：劳务输出人数（按外出日期，同一人只计一次）。"
    ),
)

LINE = Line(
    code=LineOfWork.EMPLOYMENT,
    label=LineOfWork.EMPLOYMENT.label,
    icon="briefcase",
    ledgers=(PLACEMENTS, EXPORTS),
    indicators=(
        indicators.people_placed,
        indicators.people_placed_south,
        indicators.people_placed_county,
        indicators.labour_exported,
    ),
    rules=(rules.no_contract, rules.left_twice),
)
