from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "youju.reports"
    label = "reports"
    verbose_name = "总结"
