"""Static files: compressed and with hashed names once collected, under their own names before."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Storage(CompressedManifestStaticFilesStorage):
    """Tests and `youju django runserver` work without a collected folder; `youju serve` makes it."""

    manifest_strict = False

    def stored_name(self, name):
        return super().stored_name(name) if self.hashed_files else name
