"""组织建设: how unions come to be, renew themselves and stand. Members are the kernel's `Membership`."""

from youju.work.organising.models.elections import Election, Officer
from youju.work.organising.models.formation import Formation
from youju.work.organising.models.prospects import Measure, Prospect, Visit, WorkGroup
from youju.work.organising.models.standing import Handbook, LegalPerson, UnionBody

__all__ = [
    "Election",
    "Formation",
    "Handbook",
    "LegalPerson",
    "Measure",
    "Officer",
    "Prospect",
    "UnionBody",
    "Visit",
    "WorkGroup",
]
