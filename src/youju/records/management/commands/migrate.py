from django.core.management.commands import migrate
from django.db import connections

from youju.records import schema


class Command(migrate.Command):
    """Django's own, begun at the end where there is nothing to keep."""

    def handle(self, *args, **options):
        if not options["app_label"] and not options["plan"] and not options["check_unapplied"]:
            schema.create(connections[options["database"]])
        super().handle(*args, **options)
