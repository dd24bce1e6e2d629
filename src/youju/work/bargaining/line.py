from youju.ledger.ledgers import Line
from youju.ledger.lines import LineOfWork
from youju.work.bargaining.indicators import contracts, disputes
from youju.work.bargaining.ledgers import LEDGERS
from youju.work.bargaining.rules import contracts as open_contracts
from youju.work.bargaining.rules import disputes as open_disputes

LINE = Line(
    code=LineOfWork.BARGAINING.value,
    label=LineOfWork.BARGAINING.label,
    icon="file-check",
    ledgers=LEDGERS,
    indicators=(
        contracts.offers,
        contracts.employers_consulting,
        contracts.contracts_signed,
        contracts.wage_contracts_signed,
        contracts.womens_contracts_signed,
        contracts.contract_rate,
        contracts.wage_contract_rate,
        contracts.womens_contract_rate,
        contracts.workers_covered,
        contracts.clauses_covered,
        contracts.renewal_rate,
        contracts.inspections,
        disputes.rights_cases,
        disputes.disputes_accepted,
        disputes.mediation_rate,
        disputes.recovered,
        disputes.major_disputes,
        disputes.arrears_cases,
        disputes.arrears_settled,
    ),
    rules=(
        open_contracts.expiring,
        open_contracts.expired,
        open_contracts.not_filed,
        open_contracts.not_passed,
        open_contracts.not_published,
        open_contracts.term_out_of_range,
        open_contracts.without_womens_contract,
        open_contracts.without_women_content,
        open_contracts.not_inspected,
        open_contracts.not_mended,
        open_contracts.offer_unanswered,
        open_contracts.sides_unequal,
        open_disputes.not_accepted,
        open_disputes.mediation_overdue,
        open_disputes.group_without_representatives,
        open_disputes.arrears_not_demanded,
        open_disputes.arrears_not_reported,
        open_disputes.dispute_nil_report_missing,
        open_disputes.arrears_nil_report_missing,
        open_disputes.dispute_contradicted,
        open_disputes.arrears_contradicted,
    ),
)
