"""职工之家"""

from youju.ledger.ledgers import Line
from youju.ledger.lines import LineOfWork
from youju.work.workers_home import indicators, rules
from youju.work.workers_home.ledgers import LEDGERS

LINE = Line(
    code=LineOfWork.WORKERS_HOME,
    label=LineOfWork.WORKERS_HOME.label,
    icon="home-heart",
    ledgers=LEDGERS,
    indicators=(
        indicators.homes,
        indicators.homes_named,
        indicators.units_self_checked,
        indicators.self_check_rate,
        indicators.units_spot_checked,
        indicators.spot_check_rate,
        indicators.WORKERS_SATISFIED,
        indicators.OWNERS_SATISFIED,
        indicators.two_satisfactions,
        indicators.UNION_FACILITIES,
        indicators.EMPLOYER_FACILITIES,
        indicators.facilities,
        indicators.HOME_PILOTS,
        indicators.CONTRACT_PILOTS,
        indicators.DEMOCRACY_PILOTS,
    ),
    rules=(
        rules.not_self_checked,
        rules.drawn_not_checked,
        rules.scores_differ,
        rules.remedy_overdue,
        rules.low_satisfaction,
        rules.facility_without_photo,
    ),
    dues=(rules.self_check, rules.remedy),
    at_unit=(indicators.facilities, indicators.WORKERS_SATISFIED),
)
