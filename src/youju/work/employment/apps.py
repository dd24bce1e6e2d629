from django.apps import AppConfig


class EmploymentConfig(AppConfig):
    name = "youju.work.employment"
    label = "employment"
    verbose_name = "就业服务"
