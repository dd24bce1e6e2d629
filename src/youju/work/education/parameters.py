"""What a federation may set for its training ledger."""

from youju.records.parameters import Dated, Parameter

UNNAMED_PERCENT = Parameter("training_unnamed_percent", "未列名人次占比上限（%）", (Dated(20),))
