from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "youju.records"
    label = "records"
    verbose_name = "记录"
