"""集体协商与劳动关系: consultations, contracts and their keeping, disputes, arrears, supervision."""

from youju.work.bargaining.models.consultations import Consultation, Inspection
from youju.work.bargaining.models.contracts import AreaContract, AreaUnit, CollectiveContract
from youju.work.bargaining.models.disputes import Arrears, Dispute
from youju.work.bargaining.models.supervision import Dismissal, Letter

__all__ = [
    "AreaContract",
    "AreaUnit",
    "Arrears",
    "CollectiveContract",
    "Consultation",
    "Dismissal",
    "Dispute",
    "Inspection",
    "Letter",
]
