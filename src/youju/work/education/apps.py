from django.apps import AppConfig


class EducationConfig(AppConfig):
    name = "youju.work.education"
    label = "education"
    verbose_name = "宣传教育培训"
