from django.apps import AppConfig


class SafetyConfig(AppConfig):
    name = "youju.work.safety"
    label = "safety"
    verbose_name = "劳动保护"
