"""How many people stand behind each union: workers of the employers it covers, and members."""

from collections import Counter

from django.db.models import Count, QuerySet

from youju.ledger.populations import employments
from youju.ledger.scope import Scope
from youju.people.models import Coverage, Membership


def workers_by_union(scope: Scope, **which) -> Counter:
    """Workers on the as-of day by id of the union; `which` narrows the employments."""
    held = employments(scope).filter(**which).order_by().values("employer")
    by_employer = dict(held.annotate(n=Count("person", distinct=True)).values_list("employer", "n"))
    found: Counter = Counter()
    for union, employer in Coverage.objects.holding(scope).values_list("organisation", "employer"):
        found[union] += by_employer.get(employer, 0)
    return found


def members_by_union(scope: Scope) -> Counter:
    """Members on the as-of day by id of the union, without retained memberships."""
    held = Membership.objects.holding(scope).filter(kind=Membership.Kind.MEMBER).order_by()
    return Counter(dict(held.values("organisation").annotate(n=Count("pk")).values_list("organisation", "n")))


def unions_with(found: Counter, least: int) -> list:
    """Ids of the unions with at least so many."""
    return [union for union, number in found.items() if number >= least]


def employers_with(scope: Scope, subjects: QuerySet, least: int) -> QuerySet:
    """Those of the employers that have at least so many workers on the as-of day."""
    held = employments(scope).order_by().values("employer").annotate(n=Count("person", distinct=True))
    return subjects.filter(pk__in=held.filter(n__gte=least).values("employer"))
