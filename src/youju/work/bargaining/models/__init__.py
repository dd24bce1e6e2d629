"""集体协商与劳动关系: consultations, contracts and their keeping, disputes, arrears."""

from youju.work.bargaining.models.consultations import Consultation, Inspection
from youju.work.bargaining.models.contracts import CollectiveContract
from youju.work.bargaining.models.disputes import Arrears, Dispute

__all__ = ["Arrears", "CollectiveContract", "Consultation", "Dispute", "Inspection"]
