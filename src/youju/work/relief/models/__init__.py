"""帮扶救助: the ledgers of this line, each by its topic."""

from youju.work.relief.models.files import Cause, HardshipFile, HardshipReview, LivingStandard
from youju.work.relief.models.firms import HardshipFirm
from youju.work.relief.models.funds import ReliefFund
from youju.work.relief.models.sources import MoneySource, Partner, Round
from youju.work.relief.models.students import StudentAid
from youju.work.relief.models.visits import WarmthVisit

__all__ = [
    "Cause",
    "HardshipFile",
    "HardshipFirm",
    "HardshipReview",
    "LivingStandard",
    "MoneySource",
    "Partner",
    "ReliefFund",
    "Round",
    "StudentAid",
    "WarmthVisit",
]
