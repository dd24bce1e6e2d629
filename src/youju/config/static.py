"""Static files: compressed and with hashed names once collected, under their own names before."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage


class Storage(CompressedManifestStaticFilesStorage):
    """Tests and `youju django runserver` work without a collected folder; `youju serve` makes it."""

    manifest_strict = False

    def stored_name(self, name):
        return super().stored_name(name) if self.hashed_files else name

    def hashed_name(self, name, content=None, filename=None):
        """Icon fonts are offered in three formats of which we carry the one that every browser takes."""
        if content is None and not self.exists(filename or name):
            return name
        return super().hashed_name(name, content, filename)


def collect() -> bool:
    """Collect into the data folder if anything changed since the last time; whether it did."""
    stamp, state = Path(settings.STATIC_ROOT) / ".stamp", _state()
    if stamp.is_file() and stamp.read_text("ascii") == state:
        return False
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(state, "ascii")
    return True


def _state() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            stat = Path(storage.path(name)).stat()
            digest.update(f"{name}|{stat.st_size}|{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
