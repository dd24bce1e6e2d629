"""What the writers of the demo's summaries wrote by hand, and by whose hands it went."""

from dataclasses import dataclass
from datetime import datetime

Texts = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Paper:
    """An annual summary: drafted from a template, completed by the clerk, sealed by the leader."""

    code: str  # of the body
    office: str  # first part of the login names of clerk and leader
    written_at: datetime
    sealed_at: datetime
    lead: str
    shortcomings: Texts
    plans: Texts
    lessons: Texts = ()
    motto: str = ""
    template: str = ""  # the body's own; empty: the one that comes along
    followed: bool = False  # shortcomings and plans stand among the tasks already
