from django.apps import AppConfig


class OrgConfig(AppConfig):
    name = "youju.org"
    label = "org"
    verbose_name = "组织"
