"""New rows in quantity, the engine's own way, where Django would compose a statement for each batch.

For the kernel only: what is inserted here has been checked, and its history is written beside it.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import cache
from itertools import batched
from operator import attrgetter
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections, models

from youju.base.fields import EncryptedField, Sealed
from youju.records import engine

CHUNK = 5_000
# The one type of value that goes to every driver as it is, for each kind of field.
AS_IT_IS = {models.CharField: str, models.TextField: str, models.BooleanField: bool}
AS_IT_IS |= dict.fromkeys(
    (
        models.IntegerField,
        models.PositiveIntegerField,
        models.PositiveSmallIntegerField,
        models.PositiveBigIntegerField,
    ),
    int,
)
Column = Sequence[object]


def insert(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """Insert new instances as `bulk_create` would, keys included."""
    if not rows:
        return
    fields = model._meta.concrete_fields
    for field in filter(_changes, fields):
        if isinstance(field, EncryptedField):
            field.seal_rows(rows)
            continue
        for row in rows:
            setattr(row, field.attname, field.pre_save(row, add=True))
    # Every model has a key and something to say: of two names or more, a getter gives a tuple.
    insert_values(model, fields, map(attrgetter(*(field.attname for field in fields)), rows))
    for row in rows:
        row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS


def _changes(field: models.Field) -> bool:
    """Whether the field makes something else of its value just before it is saved."""
    if isinstance(field, models.DateField | models.TimeField):
        return field.auto_now or field.auto_now_add
    return type(field).pre_save is not models.Field.pre_save


def insert_values(
    model: type[models.Model], fields: Sequence[models.Field], rows: Iterable[Sequence]
) -> None:
    """Insert rows given as values of these fields."""
    db = connections[DEFAULT_DB_ALIAS]  # not its proxy, which would be asked for each value
    prepare = [_prepared(field, db) for field in fields]
    names = [field.column for field in fields]
    for part in batched(rows, CHUNK):
        columns = zip(*part, strict=True)
        ready = [make(column) for make, column in zip(prepare, columns, strict=True)]
        engine.add_rows(db, model._meta.db_table, names, list(zip(*ready, strict=True)))


def _prepared(field: models.Field, db) -> Callable[[Column], Column]:
    """What the field's own preparation makes of a column; not asked for values as the driver takes them."""
    kind, native = type(plain_field(field)), db.features.has_native_uuid_field

    def own(value):
        return field.get_db_prep_save(value, db)

    if kind in AS_IT_IS or (kind is models.UUIDField and native):
        plain = {AS_IT_IS.get(kind, UUID), type(None)}
        return lambda column: column if plain.issuperset(map(type, column)) else [own(one) for one in column]
    if kind is models.UUIDField:
        return lambda column: [one.hex if type(one) is UUID else own(one) for one in column]
    if kind is models.DateField:
        day = db.ops.adapt_datefield_value
        return lambda column: [day(one) if type(one) is date else own(one) for one in column]
    if kind is models.DateTimeField:
        # One moment for all rows of a write.
        moment = cache(own)
        return lambda column: [moment(one) if type(one) is datetime else own(one) for one in column]
    if kind is EncryptedField:
        return lambda column: [one.cipher if type(one) is Sealed else own(one) for one in column]
    return lambda column: [own(one) for one in column]


def plain_field(field: models.Field) -> models.Field:
    """The field itself, or the one that a key points at."""
    while field.is_relation:
        field = field.target_field
    return field
