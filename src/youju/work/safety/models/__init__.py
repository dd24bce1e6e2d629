"""劳动保护: who watches, what prevents, what happened."""

from youju.work.safety.models.accidents import Accident
from youju.work.safety.models.prevention import AnkangCup, Hazard, SafetyActivity, SafetyRule
from youju.work.safety.models.protection import Inspector, InspectorCertificate, ProtectionCommittee

__all__ = [
    "Accident",
    "AnkangCup",
    "Hazard",
    "Inspector",
    "InspectorCertificate",
    "ProtectionCommittee",
    "SafetyActivity",
    "SafetyRule",
]
