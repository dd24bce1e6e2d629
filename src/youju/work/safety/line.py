from youju.ledger.ledgers import Line
from youju.ledger.lines import LineOfWork
from youju.work.safety import indicators, rules
from youju.work.safety.ledgers import LEDGERS

LINE = Line(
    code=LineOfWork.SAFETY.value,
    label=LineOfWork.SAFETY.label,
    icon="shield-check",
    ledgers=LEDGERS,
    indicators=(
        indicators.committee_rate,
        indicators.inspectors,
        indicators.certified_rate,
        indicators.employers_with_rules,
        indicators.rules_rate,
        indicators.hazards,
        indicators.hazards_fixed,
        indicators.hazards_fixed_rate,
        indicators.activities,
        indicators.activity_attendances,
        indicators.ankang_units,
        indicators.ankang_teams,
        indicators.ankang_workers,
        indicators.accidents,
        indicators.serious_accidents,
    ),
    rules=(
        rules.not_certified,
        rules.certificate_expiring,
        rules.no_committee,
        rules.without_rules,
        rules.rule_without_union,
        rules.hazard_overdue,
        rules.danger_unanswered,
        rules.proposal_unanswered,
        rules.not_rechecked,
        rules.union_absent,
        rules.inquiry_overdue,
        rules.not_reported,
        rules.nil_report_missing,
        rules.contradicted,
    ),
    dues=(rules.certificate, rules.hazard, rules.recheck, rules.inquiry, rules.nil),
    at_unit=(indicators.certified_rate, indicators.hazards, indicators.hazards_fixed, indicators.accidents),
)
