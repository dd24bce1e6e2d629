"""Key material and every use of it: sealing, blind index, chain MAC, commitments, signatures.

Keys lie in `settings.YOUJU_KEYS`, away from the data and never in a backup; an environment variable
stands before the file of the same key. This is not a certified cryptographic module.
"""

import base64
import binascii
import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from youju.base.durable import make_folders, sync_folder

VERSION = "1"
AES, SM4 = "A256GCM", "SM4GCM"
TAG, NONCE = 16, 12  # bytes
SUITES = {AES: (algorithms.AES, 32), SM4: (algorithms.SM4, 16)}
# One key a file, in hex. `data` may hold several lines: the first seals, the others open what is older.
ENVIRONMENT = {
    "data": "YOUJU_KEY_DATA",
    "index": "YOUJU_KEY_INDEX",
    "chain": "YOUJU_KEY_CHAIN",
    "signing": "YOUJU_KEY_SIGNING",
    "django": "YOUJU_SECRET_KEY",
}
# Losing one of these loses data or proof; losing the Django key only ends sessions.
ESSENTIAL = ("data", "index", "chain", "signing")
MARK = "key-ids"
_URL_SAFE = bytes.maketrans(b"+/", b"-_")
LABEL = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")


class VaultError(Exception):
    """Something about keys or sealed values that the operator must be told, in Chinese."""


class KeysMissing(VaultError):
    """Keys are absent, incomplete or not those of this data; never answered by making new ones."""


class SealBroken(VaultError):
    """A sealed value does not open: changed, moved to another row, or sealed with an unknown key."""


@dataclass(frozen=True)
class Keys:
    data: dict[str, bytes]
    index: bytes
    chain: bytes
    signing: Ed25519PrivateKey

    @property
    def current(self) -> str:
        return next(iter(self.data))


def create_keys(folder: Path | None = None, home: Path | None = None) -> Path:
    """Make the keys of a new installation; a complete set is left alone, a broken one refused."""
    folder, home = folder or Path(settings.YOUJU_KEYS), home or Path(settings.YOUJU_HOME)
    missing = [name for name in ESSENTIAL if _text(name, folder) is None]
    if missing and (len(missing) < len(ESSENTIAL) or _data_exists(home)):
        raise KeysMissing(_missing_message(missing, folder))
    make_folders(folder)
    folder.chmod(0o700)
    for name in ENVIRONMENT:
        if _text(name, folder) is None:
            _write_key(folder / f"{name}.key", secrets.token_hex(32))
    # Data sealed with a key that a power cut then takes away would be lost.
    sync_folder(folder)
    forget()
    keys = _read(folder)
    home.mkdir(parents=True, exist_ok=True)
    if not (home / MARK).exists():
        (home / MARK).write_text(_mark(keys) + "\n", encoding="ascii")
    load(folder, home)
    return folder


def load(folder: Path | None = None, home: Path | None = None) -> Keys:
    """The keys, read once a process; `KeysMissing` when they are absent or belong to other data."""
    # As they stand in the settings: paths made anew would be hashed anew, and `verify` asks for every row.
    return _load(folder or settings.YOUJU_KEYS, home or settings.YOUJU_HOME)


@cache
def _load(folder: Path, home: Path) -> Keys:
    keys = _read(folder)
    mark = home / MARK
    if mark.exists() and mark.read_text(encoding="ascii").strip() != _mark(keys):
        raise KeysMissing(
            f"密钥与数据不符：{folder} 中的密钥不是 {home} 中数据所用的那一套。请放回原来的密钥。"
        )
    return keys


def forget() -> None:
    """Drop cached keys, after they were made, replaced or (in tests) moved."""
    _load.cache_clear()
    _suite_key.cache_clear()
    _at_once.cache_clear()


def secret_key(folder: Path) -> str:
    """Django's SECRET_KEY, readable before settings exist; without one, a random one for this process."""
    return _text("django", folder) or secrets.token_hex(32)


def seal(plain: str, *, label: str, row_id: UUID) -> str:
    """Encrypt one value of one row: `ver|suite|key id|nonce|ct|tag`, bound to its label and row."""
    return seal_many([(row_id, plain)], label=label)[0]


def seal_many(values: Sequence[tuple[UUID, str]], *, label: str) -> list[str]:
    """`seal` for one column of many rows, given as row and value, each under a nonce of its own."""
    keys, suite = load(), getattr(settings, "YOUJU_CIPHER", AES)
    algorithm, size = _suite(suite)
    key = _suite_key(keys.data[keys.current], suite, size)
    encrypt = _at_once(key).encrypt if suite == AES else partial(_encrypt, algorithm(key))
    begin, nonces = f"{VERSION}|{suite}|{keys.current}|", os.urandom(NONCE * len(values))
    made = []
    for place, (row_id, plain) in enumerate(values):
        nonce = nonces[NONCE * place : NONCE * (place + 1)]
        sealed = encrypt(nonce, plain.encode(), _bound_to(label, row_id))
        made.append(f"{begin}{_b64(nonce)}|{_b64(sealed[:-TAG])}|{_b64(sealed[-TAG:])}")
    return made


def _encrypt(algorithm, nonce: bytes, plain: bytes, bound_to: bytes) -> bytes:
    """What AESGCM does in one call, with another cipher."""
    encryptor = Cipher(algorithm, modes.GCM(nonce)).encryptor()
    encryptor.authenticate_additional_data(bound_to)
    return encryptor.update(plain) + encryptor.finalize() + encryptor.tag


def unseal(cipher: str, *, label: str, row_id: UUID) -> str:
    """The plain text; `SealBroken` when the value was changed or stood in another row or column."""
    try:
        version, suite, key_id, nonce, ct, tag = cipher.split("|")
        nonce, ct, tag = _unb64(nonce), _unb64(ct), _unb64(tag)
    except ValueError as error:
        raise SealBroken("密文格式不对，可能已被改动。") from error
    if version != VERSION:
        raise SealBroken(f"密文版本 {version} 不认识，请升级软件。")
    if key_id not in (keys := load()).data:
        raise SealBroken(f"缺少编号为 {key_id} 的数据密钥，无法解开。")
    algorithm, size = _suite(suite)
    key = _suite_key(keys.data[key_id], suite, size)
    try:
        if suite == AES and len(tag) == TAG:
            return _at_once(key).decrypt(nonce, ct + tag, _bound_to(label, row_id)).decode()
        decryptor = Cipher(algorithm(key), modes.GCM(nonce, tag)).decryptor()
        decryptor.authenticate_additional_data(_bound_to(label, row_id))
        return (decryptor.update(ct) + decryptor.finalize()).decode()
    except (InvalidTag, ValueError) as error:
        raise SealBroken("密文与所在记录不符，可能已被改动。") from error


def blind(value: str, *, label: str) -> str:
    """A keyed fingerprint for equality search; useless to whoever has only the database."""
    return hmac.digest(load().index, f"{_declared(label)}\0{value}".encode(), "sha256").hex()


def mac(message: bytes) -> str:
    """The keyed digest that links the history chain."""
    return hmac.digest(load().chain, message, "sha256").hex()


def commitment(salt: bytes, value: str) -> str:
    """Binds the chain to a personal value without holding it: erase the salt and it says nothing."""
    if len(salt) < 16:
        raise ValueError("a commitment needs at least 16 bytes of salt")
    return hmac.digest(salt, value.encode(), "sha256").hex()


def sign(data: bytes) -> str:
    return load().signing.sign(data).hex()


def signature_valid(data: bytes, signature_hex: str, public_hex: str) -> bool:
    """Whether `data` was signed by the holder of that key; needs no secret, false for malformed input."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_hex))
        key.verify(bytes.fromhex(signature_hex), data)
    except (InvalidSignature, ValueError):
        return False
    return True


def public_key() -> str:
    return _public(load()).hex()


def fingerprint() -> str:
    """Of this installation's own public key."""
    return fingerprint_of(public_key())


def fingerprint_of(public_hex: str) -> str:
    """Sixteen letters in groups of four, short enough to stand on paper and be compared by eye."""
    text = base64.b32encode(hashlib.sha256(bytes.fromhex(public_hex)).digest()[:10]).decode()
    return "-".join(text[i : i + 4] for i in range(0, 16, 4))


def _public(keys: Keys) -> bytes:
    return keys.signing.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)


def _read(folder: Path) -> Keys:
    texts = {name: _text(name, folder) for name in ESSENTIAL}
    if missing := [name for name, text in texts.items() if text is None]:
        raise KeysMissing(_missing_message(missing, folder))
    try:
        masters = [_key_bytes(part) for part in texts["data"].replace(",", " ").split()]
        index, chain, signing = (_key_bytes(texts[name]) for name in ("index", "chain", "signing"))
    except ValueError as error:
        raise KeysMissing(f"{folder} 中的密钥文件已损坏，请放回备份的密钥。") from error
    return Keys(
        {_key_id(key): key for key in masters}, index, chain, Ed25519PrivateKey.from_private_bytes(signing)
    )


def _text(name: str, folder: Path) -> str | None:
    path = folder / f"{name}.key"
    text = os.environ.get(ENVIRONMENT[name]) or (path.read_text("ascii") if path.is_file() else "")
    return text.strip() or None


def _write_key(path: Path, text: str) -> None:
    # O_EXCL: two first starts at once must not each believe in a key of their own.
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise VaultError("另一个程序正在建立密钥，请等它完成后再试。") from error
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())


def _key_bytes(text: str) -> bytes:
    key = bytes.fromhex(text)
    if len(key) != 32:
        raise ValueError("a key has 32 bytes")
    return key


def _key_id(key: bytes) -> str:
    return hashlib.sha256(b"youju key id" + key).hexdigest()[:8]


def _mark(keys: Keys) -> str:
    """Which keys the data belongs to; of the data keys the oldest, so that rotation leaves it true."""
    return " ".join([list(keys.data)[-1], _key_id(keys.index), _key_id(keys.chain)])


def _data_exists(home: Path) -> bool:
    return (home / MARK).exists() or any(home.glob("*.sqlite3"))


def _missing_message(missing: list[str], folder: Path) -> str:
    names = "、".join(f"{name}.key" for name in missing)
    return f"缺少密钥：{folder} 中没有 {names}。已有数据时请放回原来的密钥，新装请先运行 youju init。"


def _suite(suite: str):
    if suite not in SUITES:
        raise SealBroken(f"不认识的加密算法 {suite}。")
    return SUITES[suite]


@cache
def _suite_key(master: bytes, suite: str, size: int) -> bytes:
    return HKDF(hashes.SHA256(), size, salt=None, info=f"youju seal {suite}".encode()).derive(master)


@cache
def _at_once(key: bytes) -> AESGCM:
    """The same cipher in one call: setting one up for each value costs more than the value."""
    return AESGCM(key)


@cache
def _declared(label: str) -> str:
    if not LABEL.fullmatch(label):
        raise ValueError(f"a label reads table.column, not {label!r}")
    return label


def _bound_to(label: str, row_id: UUID) -> bytes:
    row_id = row_id if isinstance(row_id, UUID) else UUID(str(row_id))
    return f"{_declared(label)}.{row_id}".encode()


def _b64(data: bytes) -> str:
    return binascii.b2a_base64(data, newline=False).translate(_URL_SAFE).rstrip(b"=").decode()


_MARKS = str.maketrans("-_", "+/")


def _unb64(text: str) -> bytes:
    # What base64.b64decode does with these marks, without preparing it anew for each of many thousand values.
    return binascii.a2b_base64((text + "=" * (-len(text) % 4)).translate(_MARKS), strict_mode=True)
