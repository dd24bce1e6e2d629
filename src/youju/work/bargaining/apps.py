from django.apps import AppConfig


class BargainingConfig(AppConfig):
    name = "youju.work.bargaining"
    label = "bargaining"
    verbose_name = "集体协商"
