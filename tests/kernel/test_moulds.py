"""A record out of a mould is the record that its model would have made."""

import gc

import pytest

from youju.org.models import Organisation
from youju.people.models import Membership, Person
from youju.records.moulds import mould
from youju.records.verifying import record_models


def facts(record) -> dict:
    fresh = {field.attname for field in record._meta.concrete_fields if callable(field.default)}
    return {name: value for name, value in vars(record).items() if name not in fresh and name != "_state"}


@pytest.mark.parametrize("model", record_models(), ids=lambda model: model._meta.label)
def test_it_has_every_value_that_the_model_gives(model):
    cast, made = mould(model)(), model()
    assert type(cast) is model
    assert facts(cast) == facts(made)
    assert vars(cast).keys() == vars(made).keys()
    assert (cast._state.adding, cast._state.db) == (True, made._state.db)


def test_each_has_a_key_of_its_own_in_the_order_of_making():
    make = mould(Person)
    keys = [make().pk for _ in range(50)]
    assert keys == sorted(set(keys))


def test_what_was_given_stands_in_each_and_no_two_share_what_they_are_given_later():
    town, other = Organisation(name="某镇总工会"), Organisation(name="邻乡总工会")
    make = mould(Person, federation=town)
    gc.collect()  # the pattern itself is gone by now
    first, second = make(), make()
    second.federation = other
    assert (first.federation, first.federation_id) == (town, town.pk)
    assert (second.federation, second.federation_id) == (other, other.pk)
    assert make().federation is town


def test_a_choice_stands_in_it_as_the_database_keeps_it():
    row = mould(Membership)()
    assert [type(value) for value in (row.state, row.kind, row.began_by)] == [str] * 3
    assert (row.get_state_display(), row.get_kind_display()) == ("待确认", "会员")


def test_a_key_that_was_given_is_not_made_anew():
    pk = Person().pk
    assert mould(Person, id=pk)().pk == pk
