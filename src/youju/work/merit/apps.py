from django.apps import AppConfig


class MeritConfig(AppConfig):
    name = "youju.work.merit"
    label = "merit"
    verbose_name = "竞赛与创新"
