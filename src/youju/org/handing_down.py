"""What is handed down the tree: standards, institutions, targets and texts that everybody below may read."""

from django.db.models import Q

from youju.org.models import Reach
from youju.records.querysets import holds_on
from youju.records.record import State


class HandedDown:
    """Mixed into a record with an organisation: once confirmed, all who stand below may read and cite it."""

    @classmethod
    def within_reach(cls, access) -> Q:
        own = access.organisations()
        above = Reach.objects.filter(holds_on(access.day), descendant__in=own).values("ancestor")
        return super().within_reach(access) | Q(organisation__in=above, state=State.CONFIRMED)
