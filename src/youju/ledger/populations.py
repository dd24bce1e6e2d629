"""The bases of rates: who is meant by “every union”, “every enterprise”, “every woman worker”."""

from django.db.models import Count, Q, QuerySet

from youju.ledger.scope import Scope
from youju.org.models import Organisation, Reach
from youju.people.models import Coverage, Employer, Employment, Nature, Person, Sex
from youju.records.querysets import holds_on

TOWNSHIPS = Organisation.FEDERATIONS - {Organisation.Kind.COUNTY}


def unions(scope: Scope) -> QuerySet:
    """Basic unions that exist on the as-of day."""
    return unions_ever(scope).filter(holds_on(scope.as_of))


def unions_ever(scope: Scope) -> QuerySet:
    """Basic unions that existed on some day of the period."""
    found = Organisation.objects.filter(pk__in=scope.organisations, kind=Organisation.Kind.BASIC)
    return found.everywhere("limited to the scope just above").confirmed().overlapping(scope.period)


def federations(scope: Scope) -> QuerySet:
    """Township federations that have basic unions below them on the as-of day."""
    served = Reach.objects.filter(holds_on(scope.as_of), descendant__in=unions(scope).values("pk"))
    found = Organisation.objects.filter(pk__in=scope.organisations, kind__in=TOWNSHIPS)
    found = found.everywhere("limited to the scope just above").confirmed().filter(holds_on(scope.as_of))
    return found.filter(pk__in=served.values("ancestor"))


def employers(scope: Scope) -> QuerySet:
    """Employers of the scope on the as-of day: by the union that covers them, else by their place."""
    day = scope.as_of
    covered = Coverage.objects.everywhere("narrowed below").confirmed().as_of(day)
    here = covered.filter(organisation__in=scope.organisations).values("employer")
    uncovered = Q(organisation__in=scope.organisations) & ~Q(pk__in=covered.values("employer"))
    found = Employer.objects.everywhere("limited to the scope just above")
    return found.confirmed().as_of(day).filter(Q(pk__in=here) | uncovered)


def unionised(scope: Scope) -> QuerySet:
    """Employers that a union of the scope covers on the as-of day."""
    covered = Coverage.objects.holding(scope)
    return employers(scope).filter(pk__in=covered.values("employer"))


def enterprises(scope: Scope) -> QuerySet:
    """Enterprises among the employers with a union."""
    return unionised(scope).filter(nature=Nature.ENTERPRISE)


def employments(scope: Scope) -> QuerySet:
    """Employments held on the as-of day with the employers of the scope."""
    held = Employment.objects.everywhere("limited to the scope just below").confirmed().as_of(scope.as_of)
    return held.filter(employer__in=employers(scope).values("pk"))


def workers(scope: Scope) -> QuerySet:
    """Persons employed on the as-of day."""
    people = Person.objects.everywhere("limited to the scope just below").confirmed()
    return people.filter(pk__in=employments(scope).values("person"))


def women(scope: Scope) -> QuerySet:
    """Women employed on the as-of day."""
    return workers(scope).filter(sex=Sex.FEMALE)


def with_women(at_least: int):
    """The condition “employers with at least so many women workers” for a share of employers."""

    def condition(scope: Scope, subjects: QuerySet) -> QuerySet:
        held = employments(scope).filter(person__sex=Sex.FEMALE).order_by()
        enough = held.values("employer").annotate(n=Count("person", distinct=True)).filter(n__gte=at_least)
        return subjects.filter(pk__in=enough.values("employer"))

    return condition
