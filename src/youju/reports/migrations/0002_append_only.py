from django.db import migrations

from youju.records.engine import append_only


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial")]
    operations = [
        append_only("reports_edition"),
        append_only("reports_claim"),
        append_only("reports_citation"),
    ]
