"""制度与目标责任: the ledgers of this line, each by its topic."""

from youju.work.institutions.duties import AnnualStage, Lesson, Target, TargetCheck
from youju.work.institutions.meetings import Meeting, Task
from youju.work.institutions.office import ArchiveBox, Institution, WallItem, WallText
from youju.work.institutions.support import PartyLink, Survey, UpperSupport

__all__ = [
    "AnnualStage",
    "ArchiveBox",
    "Institution",
    "Lesson",
    "Meeting",
    "PartyLink",
    "Survey",
    "Target",
    "TargetCheck",
    "Task",
    "UpperSupport",
    "WallItem",
    "WallText",
]
