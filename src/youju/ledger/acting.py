"""What people do with records: each act asks `access` first and then goes through the writing door.

Pages, imports and the command line call these; nothing above this page writes records in another way.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache
from itertools import batched

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from youju.base import clock
from youju.org.access import Access, Action
from youju.org.models import Organisation
from youju.people.models import Person
from youju.records import writing
from youju.records.models import Look, ReturnRequest
from youju.records.record import Record, State

# Set by the kernel itself, never by whoever fills in a form.
KEPT_BY_THE_DOOR = {"federation", "recorded_by", "confirmed_by"}
MOST_KEYS = 10_000  # of one question; SQLite takes 32,766 values at most


# -- writing ---------------------------------------------------------------------------


def enter(access: Access, record: Record, *, children: Sequence[models.Model] = (), reason: str = ""):
    """登记 one record."""
    enter_many(access, [record], children={record.pk: children}, reason=reason)
    return record


def enter_many(
    access: Access,
    records: Sequence[Record],
    *,
    children: writing.Children | None = None,
    reason: str = "",
) -> None:
    """登记 many records of one model, all or none."""
    for home in {record.home for record in records}:
        _require_entering(access, type(records[0]), home)
    rows = [row for given in (children or {}).values() for row in given]
    _check_references(access, [*records, *rows], before={})
    writing.enter_many(records, by=access.user, children=children, reason=reason)


def amend(
    access: Access,
    record: Record,
    *,
    reason: str = "",
    children: Sequence[models.Model] | None = None,
) -> Record:
    """更正: one's own pending record by whoever enters there, a confirmed one by whoever confirms."""
    current = type(record)._plain.select_related(*_place_path(record)).get(pk=record.pk)
    require_amend(access, current)
    if record.home != current.home:
        access.require(Action.ENTER, record.home)
    _check_references(access, [record], before={record.pk: current})
    _check_references(access, children or (), before={row.pk: row for row in writing.child_rows(current)})
    return _and_settle(
        access, record, lambda: writing.amend(record, by=access.user, reason=reason, children=children)
    )


def confirm(access: Access, record: Record) -> Record:
    """确认; of an own record only where nobody else could do it, and marked so."""
    access.require(Action.CONFIRM, record.home)
    if not access.may_confirm(record):
        raise PermissionDenied(_("自己登记的记录须由他人确认。"))
    own = access.user is not None and record.recorded_by_id == access.user.pk
    return writing.confirm(record, by=access.user, self_confirmed=own)


def return_(access: Access, record: Record, reason: str) -> Record:
    """退回 to whoever recorded it."""
    access.require(Action.CONFIRM, record.home)
    return _and_settle(access, record, lambda: writing.return_(record, by=access.user, reason=reason))


def void(access: Access, record: Record, reason: str) -> Record:
    """作废: what was never confirmed by whoever enters there, all else by whoever confirms."""
    require_void(access, record)
    return _and_settle(access, record, lambda: writing.void(record, by=access.user, reason=reason))


def request_return(access: Access, record: Record, wish: str) -> ReturnRequest:
    """申请退回: ask those who confirm to return, correct or void a record."""
    access.require(Action.ENTER, record.home)
    if record.state not in (State.PENDING, State.CONFIRMED):
        raise ValidationError(_("这条记录不需要申请退回，可以直接修改。"))
    if not wish.strip():
        raise ValidationError({"reason": _("请说明哪里需要修改。")})
    request = ReturnRequest(
        organisation=record.home,
        federation_id=record.federation_id,
        record_ref=record.ref,
        record_id=record.pk,
        wish=wish.strip(),
    )
    return writing.enter(request, by=access.user)


def decline(access: Access, request: ReturnRequest, reason: str) -> ReturnRequest:
    """不同意 a request; the record stays as it is."""
    access.require(Action.CONFIRM, request.organisation)
    return writing.return_(request, by=access.user, reason=reason)


def open_request(record: Record) -> ReturnRequest | None:
    """The request that waits for an answer about this record."""
    return ReturnRequest._plain.filter(record_id=record.pk, state=State.PENDING).first()


# -- looking ---------------------------------------------------------------------------


def look(access: Access, person: Person, what: str, *, address: str = "") -> str:
    """The unmasked ID number of a person, for those who may see it; each look is noted first."""
    if not may_identify(access, person):
        raise PermissionDenied(_("您的角色不能查看完整证件号。"))
    note_look(access, what, person.ref, address=address)
    return person.id_number.open(person.pk) if person.id_number else ""


def note_look(access: Access, what: str, ref: str, *, address: str = "") -> None:
    Look.objects.create(at=clock.now(), by=access.user, what=what, ref=ref, address=address)


def may_identify(access: Access, person: Person) -> bool:
    """Whether a reachable person's number may be opened: by an office that keeps identity data itself."""
    return access.may_anywhere(Action.IDENTITY) and access.may(Action.IDENTITY, person.home)


# -- what is asked before writing ------------------------------------------------------


def may_amend(access: Access, record: Record) -> bool:
    """Whether the user may change the record as it stands."""
    if record.state == State.VOIDED:
        return False
    if record.state == State.CONFIRMED and not record.starts_confirmed:
        return access.may(Action.CONFIRM, record.home) and access.may_confirm(record)
    return access.may(Action.ENTER, record.home)


def may_void(access: Access, record: Record) -> bool:
    """As for amending; a record that needed no confirming is voided by those who could have confirmed."""
    if record.starts_confirmed:
        return record.state != State.VOIDED and access.may(Action.CONFIRM, record.home)
    return may_amend(access, record)


def require_amend(access: Access, record: Record) -> None:
    _require(access, record, may_amend(access, record), _("已确认的记录由有权确认的人更正；您可以申请退回。"))


def require_void(access: Access, record: Record) -> None:
    _require(access, record, may_void(access, record), _("已确认的记录由有权确认的人作废；您可以申请退回。"))


def _require(access: Access, record: Record, allowed: bool, otherwise: str) -> None:
    access.require(Action.ENTER, record.home)
    if record.state == State.VOIDED:
        raise ValidationError(_("已作废的记录不能再修改。"))
    if not allowed:
        raise PermissionDenied(otherwise)


def _require_entering(access: Access, model: type[Record], home: Organisation) -> None:
    """A record without a unit of its own (a person) is entered for the federation by any of its units."""
    if not hasattr(model, "organisation"):
        entering = Organisation.objects.reach(access).filter(pk__in=access.organisations(Action.ENTER))
        if entering.filter(federation=home.federation_id).exists():
            return
    access.require(Action.ENTER, home)


def _place_path(record: Record) -> list[str]:
    return [name for name in ("organisation", "federation") if hasattr(type(record), name)]


def _check_references(access: Access, rows: Sequence[models.Model], *, before: dict) -> None:
    """Every record that a new or changed key points at must be one the user can see."""
    wanted: dict[models.ForeignKey, set] = defaultdict(set)
    for model in {type(row) for row in rows}:
        for field in _references(model):
            name = field.attname
            for row in rows:
                if type(row) is not model or (value := getattr(row, name)) is None:
                    continue
                known = before.get(row.pk) if before else None
                if known is None or getattr(known, name) != value:
                    wanted[field].add(value)
    for field, keys in wanted.items():
        if field.related_model is Organisation and field.name == "organisation":
            continue  # asked by `require`, with the right to enter there
        reached = field.related_model.objects.reach(access)
        seen = sum(reached.filter(pk__in=part).distinct().count() for part in batched(keys, MOST_KEYS))
        if seen != len(keys):
            label = field.verbose_name
            raise ValidationError({field.name: _("%s不存在或不在您的管理范围内，请重新选择。") % label})


@cache
def _references(model: type[models.Model]) -> list[models.ForeignKey]:
    """The keys of a model that whoever fills in a form may choose."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and field.name not in KEPT_BY_THE_DOOR
        and issubclass(field.related_model, Record)
    ]


def _and_settle(access: Access, record: Record, act: Callable[[], Record]) -> Record:
    """Run the act; a request about the record has thereby been answered."""
    with transaction.atomic():
        done = act()
        if request := open_request(record):
            writing.confirm(request, by=access.user)
    return done
