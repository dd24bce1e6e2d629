"""Sets of records that both figures and rules speak of."""

from django.db.models import F, Q, QuerySet, Value
from django.db.models.expressions import Combinable, ExpressionWrapper
from django.db.models.functions import Coalesce

from youju.base.fields import MoneyField
from youju.ledger.scope import Scope
from youju.org.models import Organisation
from youju.people.models import Household
from youju.work.relief.models import HardshipFile, Round, WarmthVisit

NOTHING = Value(0, output_field=MoneyField())


def visits(scope: Scope) -> QuerySet:
    """Help that was given; a correction in red is money only and reaches nobody."""
    return WarmthVisit.objects.within(scope).filter(corrects=None)


def festival_visits(scope: Scope) -> QuerySet:
    return visits(scope).exclude(round=Round.EVERYDAY)


def added(one: Combinable, other: Combinable) -> ExpressionWrapper:
    """Two sums of money as one; what is missing is nothing."""
    both = Coalesce(one, NOTHING) + Coalesce(other, NOTHING)
    return ExpressionWrapper(both, output_field=MoneyField())


def with_worth(found: QuerySet) -> QuerySet:
    """The visits with what each was worth, cash and goods together."""
    return found.annotate(worth=added(F("amount"), F("goods_value")))


def filed(scope: Scope) -> QuerySet:
    """Files that the town has opened and nobody has closed on the as-of day."""
    return HardshipFile.objects.holding(scope).filter(town_filed_on__lte=scope.as_of)


def at_both_levels(scope: Scope) -> QuerySet:
    """Those of the files that the basic union keeps too, where the worker has one."""
    has_no_unit = ~Q(organisation__kind=Organisation.Kind.BASIC)
    return filed(scope).filter(Q(unit_filed_on__lte=scope.as_of) | has_no_unit)


def households_on_file(scope: Scope) -> QuerySet:
    found = Household.objects.filter(pk__in=filed(scope).values("household"))
    return found.everywhere("limited to the files of the scope just above")
