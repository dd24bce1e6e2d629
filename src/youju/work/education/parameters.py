"""What a federation may set for its ledgers of publicity, study and training."""

from youju.records.parameters import Dated, Parameter

UNNAMED_PERCENT = Parameter("training_unnamed_percent", "未列名人次占比上限（%）", (Dated(20),))
STUDY_PRESENT_PERCENT = Parameter("study_present_percent", "学习到会率下限（%）", (Dated(80),))
