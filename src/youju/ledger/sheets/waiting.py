"""Uploads between their preview and their saving: each user's own, gone after a day."""

import re
import time
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings

from youju.base.durable import make_folders
from youju.ledger.sheets.reading import Table, read

DAY = 24 * 60 * 60
_UNFIT = re.compile(r'[\\/:*?"<>|\0-\x1f]')


def keep(user, table: Table) -> UUID:
    """Lay the bytes aside; the token is what the preview page carries."""
    _forget()
    token = uuid4()
    folder = _folder(user)
    make_folders(folder)
    (folder / f"{token} {_UNFIT.sub('_', table.name)[-120:]}").write_bytes(table.data)
    return token


def fetch(user, token: UUID) -> Table:
    """The table again; `LookupError` when it is another user's, saved already, or a day old."""
    return read(_path(user, token).read_bytes(), name_of(user, token))


def name_of(user, token: UUID) -> str:
    return _path(user, token).name.partition(" ")[2]


def drop(user, token: UUID) -> None:
    _path(user, token).unlink(missing_ok=True)
    for path in _folder(user).glob(f"{token}.*"):
        path.unlink(missing_ok=True)


def beside(user, token: UUID, what: str) -> Path:
    """Where work on an upload is told of; `LookupError` as for the upload itself."""
    _path(user, token)
    return _folder(user) / f"{token}.{what}.json"


def _path(user, token: UUID) -> Path:
    found = next(_folder(user).glob(f"{token} *"), None)
    if found is None:
        raise LookupError("nothing waits under this token")
    return found


def _forget() -> None:
    """What nobody came back for."""
    for path in _root().glob("*/*"):
        if time.time() - path.stat().st_mtime > DAY:
            path.unlink(missing_ok=True)


def _folder(user) -> Path:
    return _root() / str(user.pk)


def _root() -> Path:
    return Path(settings.YOUJU_HOME) / "imports"
