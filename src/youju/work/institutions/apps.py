from django.apps import AppConfig


class InstitutionsConfig(AppConfig):
    name = "youju.work.institutions"
    label = "institutions"
    verbose_name = "制度与目标责任"
