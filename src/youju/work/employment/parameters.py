"""Limits of time in this line of work."""

from datetime import date

from youju.records.parameters import Confidence, Dated, Parameter

# The law says one month from the first working day; the ledger knows the day of introduction only.
CONTRACT_WITHIN_DAYS = Parameter(
    "contract_within_days",
    "订立劳动合同期限（天）",
    (
        Dated(
            31,
            from_on=date(2008, 1, 1),
            source="《中华人民共和国劳动合同法》第十条",
            confidence=Confidence.LAW,
        ),
    ),
)
FOLLOW_UP_DAYS = Parameter(
    "placement_follow_up_days",
    "录用后应回访的天数",
    (Dated(90, source="通行做法：介绍就业后三个月、六个月各回访一次", confidence=Confidence.CUSTOM),),
)
AWAY_DAYS = Parameter(
    "labour_away_days",
    "外出务工满多少天计为劳务输出（天）",
    (
        Dated(
            180,
            source="统计上常以外出六个月以上为外出务工，依据尚未核实",
            confidence=Confidence.UNCONFIRMED,
        ),
    ),
)
