"""民主管理: congresses, open affairs, ideas, and what workers say."""

from youju.work.democracy.models.affairs import AffairsKind, Board, CatalogueItem, Disclosure, Rhythm
from youju.work.democracy.models.congress import Congress, Delegate, Proposal
from youju.work.democracy.models.ideas import Drive, Suggestion
from youju.work.democracy.models.seats import WorkerSeat
from youju.work.democracy.models.voices import Box, Dialogue, Opening, Voice

__all__ = [
    "AffairsKind",
    "Board",
    "Box",
    "CatalogueItem",
    "Congress",
    "Delegate",
    "Dialogue",
    "Disclosure",
    "Drive",
    "Opening",
    "Proposal",
    "Rhythm",
    "Suggestion",
    "Voice",
    "WorkerSeat",
]
