from django.apps import AppConfig


class CultureConfig(AppConfig):
    name = "youju.work.culture"
    label = "culture"
    verbose_name = "文体活动"
