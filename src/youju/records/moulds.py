"""New records in quantity, each as its model makes it, without asking every field for its default anew."""

from collections.abc import Callable
from enum import Enum

from django.db import models
from django.db.models.base import ModelState


def mould[M: models.Model](model: type[M], **values) -> Callable[[], M]:
    """Makes instances like `model(**values)`: what a default works out is worked out for each of them."""
    pattern = model(**values)
    db, related = pattern._state.db, dict(pattern._state.fields_cache)  # a state empties its own when it goes
    facts = {name: _plain(value) for name, value in vars(pattern).items() if name != "_state"}
    fresh = [
        (field.attname, field.default)
        for field in model._meta.concrete_fields
        if field.has_default()
        and callable(field.default)
        and values.keys().isdisjoint((field.name, field.attname))
    ]

    def make() -> M:
        made = model.__new__(model)
        made.__dict__.update(facts)
        made._state = state = ModelState()
        state.db, state.fields_cache = db, related.copy()
        for name, default in fresh:
            setattr(made, name, default())
        return made

    return make


def _plain(value: object) -> object:
    """A choice as the database keeps it: a class of its own would be unpacked again at every step."""
    return value.value if isinstance(value, Enum) else value
