"""The class of a hardship file, computed from dated parameters; nobody types it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.work.relief.parameters import ACCIDENT_PERCENT, DEEP_FACTOR, RELATIVE_FACTOR


class Hardship(models.TextChoices):
    DEEP = "deep", _("深度困难")
    RELATIVE = "relative", _("相对困难")
    ACCIDENT = "accident", _("意外致困")


@dataclass(frozen=True)
class Means:
    """A household's year in yuan, and how many live on it."""

    income: Decimal
    rigid_costs: Decimal
    people: int
    accident_costs: Decimal = Decimal(0)

    @property
    def per_head(self) -> Decimal:
        """What is left to each of them a month."""
        return (self.income - self.rigid_costs) / 12 / self.people


def classify(means: Means, standard: Decimal, day: date, region: str = "") -> Hardship | None:
    """The class by the rules of a day and the county's living standard; None: not in hardship."""
    if means.per_head < DEEP_FACTOR.on(day, region) * standard:
        return Hardship.DEEP
    if means.per_head < RELATIVE_FACTOR.on(day, region) * standard:
        return Hardship.RELATIVE
    if means.accident_costs * 100 > ACCIDENT_PERCENT.on(day, region) * means.income:
        return Hardship.ACCIDENT
    return None
