from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "youju.desk"
    label = "desk"
    verbose_name = "办公"
