from django.apps import AppConfig


class WorkersHomeConfig(AppConfig):
    name = "youju.work.workers_home"
    label = "workers_home"
    verbose_name = "职工之家"
