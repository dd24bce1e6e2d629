from youju.ledger.ledgers import Ledger, Line
from youju.ledger.lines import LineOfWork
from youju.records.models import Exhibit
from youju.work.bargaining import indicators, rules
from youju.work.bargaining.models import CollectiveContract

CONTRACTS = Ledger(
    model=CollectiveContract,
    columns=(
        "organisation",
        "employer",
        "kind",
        "title",
        "workers_covered",
        "voted_on",
        "delegates_due",
        "delegates_present",
        "votes_for",
        "signed_on",
        "filed_on",
        "filing_number",
        "published_on",
        "from_on",
        "until_on",
    ),
    filters=("organisation", "kind", "signed_on", "until_on"),
    proof=(Exhibit.Kind.CONTRACT, Exhibit.Kind.MINUTES, Exhibit.Kind.SIGN_IN),
    help=(
        "每份集体合同登记一条；续签另登一条，期限内变更的在原记录上更正并说明理由。\n"
        "请上传合同文本、职代会审议的会议记录和签到表。\n"
        "集体合同、工资专项、女职工专项三项签订率由此得出。"
    ),
)

LINE = Line(
    code=LineOfWork.BARGAINING.value,
    label=LineOfWork.BARGAINING.label,
    icon="file-check",
    ledgers=(CONTRACTS,),
    indicators=(
        indicators.contract_rate,
        indicators.wage_contract_rate,
        indicators.womens_contract_rate,
    ),
    rules=(
        rules.expiring,
        rules.expired,
        rules.not_filed,
        rules.not_passed,
        rules.without_womens_contract,
    ),
)
