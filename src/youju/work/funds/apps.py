from django.apps import AppConfig


class FundsConfig(AppConfig):
    name = "youju.work.funds"
    label = "funds"
    verbose_name = "工会经费"
