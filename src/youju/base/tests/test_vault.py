"""Keys and cryptography: nothing opens elsewhere, nothing is made silently, nothing false verifies."""

import base64
import os
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from youju.base import vault
from youju.base.vault import KeysMissing, SealBroken, VaultError

LABEL, ROW, OTHER = "person.id_number", UUID(int=1), UUID(int=2)


@pytest.fixture(autouse=True)
def keys(settings, tmp_path, monkeypatch):
    for variable in vault.ENVIRONMENT.values():
        monkeypatch.delenv(variable, raising=False)
    settings.YOUJU_KEYS, settings.YOUJU_HOME = tmp_path / "keys", tmp_path / "var"
    vault.create_keys()
    yield settings.YOUJU_KEYS
    vault.forget()


def test_a_sealed_value_opens_in_its_own_row():
    assert vault.unseal(vault.seal("王小明", label=LABEL, row_id=ROW), label=LABEL, row_id=ROW) == "王小明"


@pytest.mark.parametrize("suite", vault.SUITES)
def test_either_suite_seals_and_each_opens_the_others(settings, suite):
    settings.YOUJU_CIPHER = suite
    cipher = vault.seal("x", label=LABEL, row_id=ROW)
    assert cipher.split("|")[:2] == ["1", suite]
    del settings.YOUJU_CIPHER
    assert vault.unseal(cipher, label=LABEL, row_id=ROW) == "x"


def test_a_value_sealed_step_by_step_is_the_same_as_one_sealed_at_once():
    """As versions before this one wrote it."""
    keys, nonce = vault.load(), bytes(12)
    key = vault._suite_key(keys.data[keys.current], vault.AES, 32)
    encryptor = Cipher(algorithms.AES(key), modes.GCM(nonce)).encryptor()
    encryptor.authenticate_additional_data(f"{LABEL}.{ROW}".encode())
    ct = encryptor.update("王小明".encode()) + encryptor.finalize()
    parts = [base64.urlsafe_b64encode(one).decode().rstrip("=") for one in (nonce, ct, encryptor.tag)]
    cipher = "|".join((vault.VERSION, vault.AES, keys.current, *parts))
    assert vault.unseal(cipher, label=LABEL, row_id=ROW) == "王小明"
    assert vault.unseal(cipher, label=LABEL, row_id=str(ROW)) == "王小明"


def test_an_unknown_suite_is_refused(settings):
    settings.YOUJU_CIPHER = "ROT13"
    with pytest.raises(SealBroken, match="ROT13"):
        vault.seal("x", label=LABEL, row_id=ROW)


def test_the_same_value_is_sealed_differently_each_time():
    assert len({vault.seal("x", label=LABEL, row_id=ROW) for _ in range(50)}) == 50


def test_a_value_moved_to_another_row_or_column_does_not_open():
    cipher = vault.seal("x", label=LABEL, row_id=ROW)
    for elsewhere in ({"label": LABEL, "row_id": OTHER}, {"label": "person.phone", "row_id": ROW}):
        with pytest.raises(SealBroken, match="不符"):
            vault.unseal(cipher, **elsewhere)


def test_a_value_changed_anywhere_does_not_open():
    parts = vault.seal("a long enough value", label=LABEL, row_id=ROW).split("|")
    for place in range(len(parts)):
        for wrong in ("", "AAAA", parts[place][:-1], parts[place] + "A", "A" + parts[place][1:]):
            if wrong == parts[place]:
                continue
            with pytest.raises(SealBroken):
                vault.unseal("|".join([*parts[:place], wrong, *parts[place + 1 :]]), label=LABEL, row_id=ROW)


@pytest.mark.parametrize("cipher", ["", "plain", "1|2|3", "1|A256GCM|x|!|!|!", "|||||", "1|A256GCM|ü|ü|ü|ü"])
def test_what_was_never_sealed_is_told(cipher):
    with pytest.raises(SealBroken):
        vault.unseal(cipher, label=LABEL, row_id=ROW)


def test_a_cut_tag_is_not_accepted():
    *front, tag = vault.seal("x", label=LABEL, row_id=ROW).split("|")
    short = base64.urlsafe_b64encode(vault._unb64(tag)[:4]).decode().rstrip("=")
    with pytest.raises(SealBroken):
        vault.unseal("|".join([*front, short]), label=LABEL, row_id=ROW)


@pytest.mark.parametrize("label", ["person", "Person.id", "a.b.c", "", "a.b|c"])
def test_a_label_is_declared_in_one_form(label):
    with pytest.raises(ValueError, match=r"table\.column"):
        vault.seal("x", label=label, row_id=ROW)
    with pytest.raises(ValueError, match=r"table\.column"):
        vault.blind("x", label=label)


def test_a_blind_index_is_stable_and_depends_on_value_label_and_key(keys):
    first = vault.blind("1", label=LABEL)
    assert first == vault.blind("1", label=LABEL)
    assert len({first, vault.blind("2", label=LABEL), vault.blind("1", label="person.phone")}) == 3
    _replace(keys / "index.key")
    (vault.settings.YOUJU_HOME / vault.MARK).unlink()
    assert vault.blind("1", label=LABEL) != first


def test_the_chain_is_keyed():
    assert vault.mac(b"x") == vault.mac(b"x") != vault.mac(b"y")
    assert vault.mac(b"x") != vault.commitment(bytes(32), "x")


def test_a_commitment_needs_its_salt():
    salt = os.urandom(16)
    assert (
        vault.commitment(salt, "王") == vault.commitment(salt, "王") != vault.commitment(os.urandom(16), "王")
    )
    with pytest.raises(ValueError, match="16 bytes"):
        vault.commitment(b"short", "王")


def test_a_signature_is_checked_without_secrets():
    signature, public = vault.sign(b"edition"), vault.public_key()
    assert vault.signature_valid(b"edition", signature, public)
    assert not vault.signature_valid(b"edition!", signature, public)
    assert not vault.signature_valid(b"edition", signature, "00" * 32)
    for broken in ("", "zz", signature[:-2], public):
        assert not vault.signature_valid(b"edition", broken, public)
    assert not vault.signature_valid(b"edition", signature, "xyz")


def test_a_fingerprint_can_be_read_aloud():
    assert [len(group) for group in vault.fingerprint().split("-")] == [4, 4, 4, 4]
    assert vault.fingerprint() == vault.fingerprint_of(vault.public_key())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_keys_are_for_the_owner_only(keys):
    assert keys.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in keys.iterdir()} == {0o600}
    assert {path.stem for path in keys.iterdir()} == set(vault.ENVIRONMENT)


def test_making_keys_again_changes_none(keys):
    before = {path.name: path.read_bytes() for path in keys.iterdir()}
    vault.create_keys()
    assert {path.name: path.read_bytes() for path in keys.iterdir()} == before


@pytest.mark.parametrize("name", vault.ESSENTIAL)
def test_a_lost_key_is_never_made_anew(keys, name):
    (keys / f"{name}.key").unlink()
    vault.forget()
    for act in (vault.load, vault.create_keys, lambda: vault.seal("x", label=LABEL, row_id=ROW)):
        with pytest.raises(KeysMissing, match=f"{name}.key"):
            act()


def test_a_lost_django_key_is_made_anew(keys):
    (keys / "django.key").unlink()
    vault.create_keys()
    assert vault.secret_key(keys) == (keys / "django.key").read_text().strip()


def test_two_first_starts_do_not_each_make_a_key(keys, monkeypatch):
    (keys / "django.key").unlink()
    real = vault._text

    def overtaken(name, folder):
        found = real(name, folder)
        if name == "django" and not found:
            (keys / "django.key").write_text("theirs")
        return found

    monkeypatch.setattr(vault, "_text", overtaken)
    with pytest.raises(VaultError, match="另一个程序"):
        vault.create_keys()
    assert (keys / "django.key").read_text() == "theirs"


def test_no_keys_are_made_beside_data_that_had_some(keys, settings):
    for path in keys.iterdir():
        path.unlink()
    with pytest.raises(KeysMissing, match="放回原来的密钥"):
        vault.create_keys()
    (settings.YOUJU_HOME / vault.MARK).unlink()
    (settings.YOUJU_HOME / "youju.sqlite3").touch()
    with pytest.raises(KeysMissing):
        vault.create_keys()


def test_keys_of_other_data_are_refused(keys):
    _replace(keys / "chain.key")
    with pytest.raises(KeysMissing, match="密钥与数据不符"):
        vault.load()


def test_a_damaged_key_is_told(keys):
    (keys / "data.key").write_text("not hex")
    vault.forget()
    with pytest.raises(KeysMissing, match="已损坏"):
        vault.load()


def test_an_older_data_key_still_opens_and_the_newer_seals(keys):
    cipher = vault.seal("x", label=LABEL, row_id=ROW)
    path = keys / "data.key"
    path.write_text("ab" * 32 + "\n" + path.read_text())
    vault.forget()
    assert vault.unseal(cipher, label=LABEL, row_id=ROW) == "x"
    assert vault.seal("x", label=LABEL, row_id=ROW).split("|")[2] != cipher.split("|")[2]


def test_a_value_of_a_key_that_is_gone_names_the_key(keys):
    *_, key_id, _, _, _ = cipher = vault.seal("x", label=LABEL, row_id=ROW).split("|")
    with pytest.raises(SealBroken, match="deadbeef"):
        vault.unseal("|".join(cipher).replace(key_id, "deadbeef"), label=LABEL, row_id=ROW)


def test_the_environment_stands_before_the_file(monkeypatch, settings, tmp_path):
    for number, variable in enumerate(vault.ENVIRONMENT.values()):
        monkeypatch.setenv(variable, f"{number:02x}" * 32)
    settings.YOUJU_KEYS, settings.YOUJU_HOME = tmp_path / "none", tmp_path / "new"
    vault.create_keys()
    assert list(settings.YOUJU_KEYS.iterdir()) == []
    assert vault.load().chain == b"\x02" * 32
    assert vault.secret_key(settings.YOUJU_KEYS) == "04" * 32


def test_without_a_key_sessions_last_as_long_as_the_process(tmp_path):
    assert len(vault.secret_key(tmp_path)) == 64
    assert vault.secret_key(tmp_path) != vault.secret_key(tmp_path)


def _replace(path):
    path.write_text(os.urandom(32).hex())
    vault.forget()
