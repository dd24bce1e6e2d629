from django.apps import AppConfig


class DemocracyConfig(AppConfig):
    name = "youju.work.democracy"
    label = "democracy"
    verbose_name = "民主管理"
