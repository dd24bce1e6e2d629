"""Teaching: classes and talks, with who sat in them."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.lines import LineOfWork
from youju.records.models import Attended


class Training(Attended):
    """培训: one class or talk; a class of several days names its sessions at the participants."""

    ledger_code = "education.trainings"
    number_label = "培训"

    class Topic(models.TextChoices):
        UNION_WORK = "union_work", _("工会业务")
        LAW = "law", _("法律法规")
        SAFETY = "safety", _("安全生产")
        SKILLS = "skills", _("职业技能")
        IDEAS = "ideas", _("思想政治")
        CULTURE = "culture", _("科技文化")
        OTHER = "other", _("其他")

    class Audience(models.TextChoices):
        TOWN_OFFICERS = "town_officers", _("乡镇工会干部")
        ENTERPRISE_OFFICERS = "enterprise_officers", _("企业工会干部")
        ALL_OFFICERS = "all_officers", _("镇企两级工会干部")
        WORKERS = "workers", _("职工")
        MANAGERS = "managers", _("企业管理人员")
        DELEGATES = "delegates", _("职工代表")
        LAID_OFF = "laid_off", _("下岗失业人员")
        JOBLESS = "jobless", _("待业劳动力")
        MIGRANTS = "migrants", _("外出务工人员")
        OTHER = "other", _("其他")

    OFFICERS = (Audience.TOWN_OFFICERS, Audience.ENTERPRISE_OFFICERS, Audience.ALL_OFFICERS)
    STAFF = (Audience.WORKERS, Audience.MANAGERS, Audience.DELEGATES)
    JOB_SEEKERS = (Audience.LAID_OFF, Audience.JOBLESS)

    class Level(models.TextChoices):
        TOWN = "town", _("镇级")
        ENTERPRISE = "enterprise", _("企业级")

    occurred_on = models.DateField(_("培训日期"))
    title = models.CharField(_("培训名称"), max_length=100)
    topic = models.CharField(_("培训内容"), max_length=12, choices=Topic)
    audience = models.CharField(_("培训对象"), max_length=20, choices=Audience)
    level = models.CharField(
        _("举办层级"), max_length=12, choices=Level, blank=True, help_text=_("培训工会干部时必填。")
    )
    place = models.CharField(_("地点"), max_length=60, blank=True)
    hours = models.DecimalField(
        _("学时"), max_digits=5, decimal_places=1, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    teacher = models.CharField(_("授课人"), max_length=60, blank=True)
    partner = models.CharField(_("联合单位"), max_length=60, blank=True)
    served_line = models.CharField(_("服务条线"), max_length=20, choices=LineOfWork, blank=True)

    class Meta(Attended.Meta):
        verbose_name = verbose_name_plural = _("培训台账")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.audience in self.OFFICERS and not self.level:
            raise ValidationError({"level": _("培训工会干部须注明举办层级，请选择镇级或企业级。")})
