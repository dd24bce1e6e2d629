"""The federation's lines of work by name, for records of one line that served another."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LineOfWork(models.TextChoices):
    ORGANISING = "organising", _("组织建设")
    INSTITUTIONS = "institutions", _("制度与目标责任")
    EDUCATION = "education", _("宣传教育培训")
    BARGAINING = "bargaining", _("集体协商与劳动关系")
    DEMOCRACY = "democracy", _("民主管理")
    RELIEF = "relief", _("帮扶救助")
    WORKERS_HOME = "workers_home", _("职工之家")
    MERIT = "merit", _("竞赛与创新")
    CULTURE = "culture", _("文体活动")
    SAFETY = "safety", _("劳动保护")
    EMPLOYMENT = "employment", _("就业服务")
    FUNDS = "funds", _("工会经费")
