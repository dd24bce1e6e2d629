"""Our fields on both engines: money is exact, sealed values stay sealed, keys come in order of time."""

from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import FieldError, ValidationError
from django.db import connection, models, transaction
from django.test.utils import isolate_apps

from youju.base.fields import MASK, EncryptedField, MoneyField, Sealed, as_yuan, uuid7

with isolate_apps():

    class Grant(models.Model):
        id = models.UUIDField(primary_key=True, default=uuid7)
        amount = MoneyField("金额", null=True, blank=True)
        phone = EncryptedField("电话", label="grant.phone", blank=True)

        class Meta:
            app_label = "base"


class GrantForm(forms.ModelForm):
    class Meta:
        model = Grant
        fields = ["amount", "phone"]


@pytest.fixture
def grants(db):
    """The table, for the length of the test's transaction."""
    columns = ", ".join(f"{field.column} {field.db_type(connection)}" for field in Grant._meta.fields)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE base_grant ({columns})")
    return Grant.objects


def stored(column: str):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM base_grant")  # noqa: S608
        return [value for (value,) in cursor.fetchall()]


# ---- money


@pytest.mark.parametrize(
    ("typed", "yuan"),
    [
        ("1200", "1200.00"),
        (" 1,200.5 ", "1200.50"),
        ("１２００元", "1200.00"),
        ("¥0.01", "0.01"),
        ("-3", "-3.00"),
        (7, "7.00"),
    ],
)
def test_money_is_read_as_people_write_it(typed, yuan):
    assert str(as_yuan(typed)) == yuan


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("一千", "请输入金额"),
        ("", "请输入金额"),
        ("NaN", "请输入金额"),
        ("inf", "请输入金额"),
        ("0.001", "两位小数"),
        ("1e12", "太大"),
        ("9" * 40, "请输入金额"),
    ],
)
def test_what_is_no_money_is_told_in_chinese(typed, said):
    with pytest.raises(ValidationError, match=said):
        as_yuan(typed)


def test_an_unset_amount_is_none():
    assert MoneyField().get_default() is None


def test_a_float_is_never_money():
    with pytest.raises(TypeError):
        as_yuan(0.1)


def test_money_is_fen_in_the_database_and_yuan_in_python(grants):
    grants.create(amount="1200.5")
    assert stored("amount") == [120050]
    assert str(grants.get().amount) == "1200.50"


def test_sums_are_exact_and_come_back_as_yuan(grants):
    for amount in ("0.10", "0.20", "1200.55", None):
        grants.create(amount=amount)
    sums = grants.aggregate(all=models.Sum("amount"), most=models.Max("amount"), mean=models.Avg("amount"))
    assert sums == {"all": Decimal("1200.85"), "most": Decimal("1200.55"), "mean": Decimal("400.28")}
    assert grants.none().aggregate(all=models.Sum("amount")) == {"all": None}


def test_sums_hold_beyond_a_float(grants):
    for _ in range(3):
        grants.create(amount="99999999999.99")
    assert grants.aggregate(all=models.Sum("amount"))["all"] == Decimal("299999999999.97")


def test_a_sum_with_a_condition_or_a_default_is_yuan_too(grants):
    grants.create(amount="5")
    assert (
        grants.aggregate(s=models.Sum("amount", filter=models.Q(amount__gt=9), default=Decimal(0)))["s"] == 0
    )
    assert grants.values("id").annotate(s=models.Sum("amount")).get()["s"] == Decimal("5.00")


def test_money_is_compared_and_sorted_in_yuan(grants):
    for amount in ("9.99", "10", "100"):
        grants.create(amount=amount)
    assert grants.filter(amount__gte=Decimal(10)).count() == 2
    assert grants.filter(amount__in=["9.99", "100"]).count() == 2
    assert [str(grant.amount) for grant in grants.order_by("-amount")] == ["100.00", "10.00", "9.99"]


def test_a_form_takes_money_and_tells_faults_at_the_field():
    assert GrantForm({"amount": "１,２００.５０元"}).instance.amount is None
    form = GrantForm({"amount": "１,２００.５０元"})
    assert form.is_valid(), form.errors
    assert form.instance.amount == Decimal("1200.50")
    assert GrantForm({"amount": "1.234"}).errors["amount"] == ["金额最多两位小数（精确到分）。"]


def test_money_retyped_in_another_way_has_not_changed():
    grant = Grant(amount=Decimal("1200.50"))
    assert not GrantForm({"amount": "1,200.5", "phone": ""}, instance=grant).has_changed()
    assert GrantForm({"amount": "1,200.6", "phone": ""}, instance=grant).has_changed()
    assert GrantForm({"amount": "x", "phone": ""}, instance=grant).has_changed()


# ---- sealed values


def test_a_value_is_sealed_on_saving_and_opens_in_its_row(grants):
    grant = grants.create(phone="13800001234")
    assert "13800001234" not in stored("phone")[0]
    for row in (grant, grants.get()):
        assert isinstance(row.phone, Sealed)
        assert row.phone.open(row.pk) == "13800001234"


def test_saving_again_leaves_the_cipher_alone_and_a_new_value_changes_it(grants):
    grant = grants.create(phone="13800001234")
    before = stored("phone")
    grant.save()
    assert stored("phone") == before
    assert grants.get().phone == grant.phone
    grant.phone = "13900001234"
    grant.save()
    assert grants.get().phone.open(grant.pk) == "13900001234"


def test_a_sealed_value_shows_itself_to_nobody():
    sealed = Sealed("1|x", "grant.phone")
    assert f"{sealed} {sealed!r}" == f"{MASK} {MASK}"
    assert sealed
    assert sealed == Sealed("1|x", "grant.phone")
    assert sealed != Sealed("1|y", "grant.phone")


@pytest.mark.parametrize("nothing", [None, ""])
def test_nothing_is_kept_as_nothing(grants, nothing):
    grants.create(phone=nothing)
    assert stored("phone") == [None]
    assert grants.get().phone is None
    assert grants.filter(phone__isnull=True).exists()


def test_many_at_once_are_sealed_too(grants):
    grants.bulk_create([Grant(phone="1"), Grant(phone="2")])
    assert {row.phone.open(row.pk) for row in grants.all()} == {"1", "2"}
    assert not {"1", "2"} & set(stored("phone"))


def test_plain_text_reaches_the_database_by_no_other_way(grants):
    grant = grants.create(phone="1")
    grant.phone = "2"
    for way in (
        lambda: grants.update(phone="2"),
        lambda: grants.bulk_update([grant], ["phone"]),
        lambda: grants.filter(phone="1").exists(),
    ):
        with pytest.raises(TypeError, match="sealed"), transaction.atomic():
            way()
    with pytest.raises(FieldError, match="contains"):
        grants.filter(phone__contains="1")
    assert grants.get().phone.open(grant.pk) == "1"


def test_the_mask_is_never_taken_for_a_value(grants):
    with pytest.raises(ValueError, match="mask"):
        grants.create(phone=MASK)


def test_a_form_shows_the_mask_and_an_untouched_mask_changes_nothing(grants):
    grant = grants.create(phone="1")
    form = GrantForm(instance=grant)
    assert MASK in str(form["phone"])
    sent = GrantForm({"amount": "", "phone": MASK}, instance=grant)
    assert not sent.has_changed()
    sent.save()
    assert grants.get().phone.open(grant.pk) == "1"


def test_a_form_changes_and_erases_a_value(grants):
    grant = grants.create(phone="1")
    GrantForm({"phone": "2"}, instance=grant).save()
    assert grants.get().phone.open(grant.pk) == "2"
    GrantForm({"phone": ""}, instance=grants.get()).save()
    assert grants.get().phone is None


def test_a_loaded_row_passes_full_validation(grants):
    grants.create(phone="1")
    row = grants.get()
    row.full_clean()
    row.save()
    assert row.phone.open(row.pk) == "1"


def test_a_migration_keeps_the_label():
    _, path, args, kwargs = Grant._meta.get_field("phone").deconstruct()
    assert kwargs["label"] == "grant.phone"
    assert EncryptedField(*args, **kwargs).null
    assert path == "youju.base.fields.EncryptedField"


# ---- keys


def test_keys_come_in_order_of_time_and_never_twice():
    made = [uuid7() for _ in range(2000)]
    assert len(set(made)) == 2000
    assert made == sorted(made)
    assert {key.version for key in made} == {7}
