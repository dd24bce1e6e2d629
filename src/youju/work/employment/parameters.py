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
