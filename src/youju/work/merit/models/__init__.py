"""竞赛与创新: the ledgers of this line, each by its topic."""

from youju.work.merit.models.campaigns import Campaign, Contest, Innovation
from youju.work.merit.models.honours import (
    Aim,
    CreationUnit,
    DemonstrationPoint,
    Level,
    WomensDriveEntry,
    aims_today,
)
from youju.work.merit.models.workers import ModelVisit, ModelWorker, Studio

__all__ = [
    "Aim",
    "Campaign",
    "Contest",
    "CreationUnit",
    "DemonstrationPoint",
    "Innovation",
    "Level",
    "ModelVisit",
    "ModelWorker",
    "Studio",
    "WomensDriveEntry",
    "aims_today",
]
