from django.apps import AppConfig


class OrganisingConfig(AppConfig):
    name = "youju.work.organising"
    label = "organising"
    verbose_name = "组织建设"
