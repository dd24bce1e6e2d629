from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "youju.people"
    label = "people"
    verbose_name = "人员"
