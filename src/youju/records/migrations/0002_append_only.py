from django.db import migrations

from youju.records.engine import append_only


class Migration(migrations.Migration):
    dependencies = [("records", "0001_initial")]
    operations = [append_only("records_historyevent"), append_only("records_look")]
