from django.apps import AppConfig


class ReliefConfig(AppConfig):
    name = "youju.work.relief"
    label = "relief"
    verbose_name = "帮扶救助"
