from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "youju.ledger"
    label = "ledger"
    verbose_name = "台账"
