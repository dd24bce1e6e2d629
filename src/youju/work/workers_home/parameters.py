"""What a federation may set for its workers' homes."""

from decimal import Decimal

from youju.records.parameters import Confidence, Dated, Parameter

SATISFACTION_PERCENT = Parameter(
    "satisfaction_percent",
    "建家满意率合格线（%）",
    (Dated(80, source="各地合格线不一，多为80%至90%", confidence=Confidence.UNCONFIRMED),),
)
SCORE_DIFFERENCE = Parameter("home_score_difference", "自查与抽查得分相差上限（分）", (Dated(Decimal(5)),))
