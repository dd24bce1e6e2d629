"""Making known, studying and teaching: publicity and papers given out, study meetings, classes."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.lines import LineOfWork
from youju.records import checks
from youju.records.models import Attended
from youju.records.record import Entry, State


class Publicity(Entry):
    """宣传: one piece of publicity through one channel."""

    ledger_code = "education.publicity"
    number_label = "宣传"

    class Channel(models.TextChoices):
        BROADCAST = "broadcast", _("广播")
        BANNER = "banner", _("横幅")
        SLOGAN = "slogan", _("标语")
        BOARD = "board", _("板报")
        WALL_PAPER = "wall_paper", _("墙报")
        MATERIAL = "material", _("赠送资料")
        TALK = "talk", _("宣讲咨询")
        ONLINE = "online", _("网络新媒体")
        OTHER = "other", _("其他")

    class Theme(models.TextChoices):
        FORMATION = "formation", _("建会入会")
        UNION_LAW = "union_law", _("《工会法》和工会章程")
        LABOUR_LAW = "labour_law", _("劳动法、劳动合同法")
        CONTRACT = "contract", _("集体协商和集体合同")
        SAFETY = "safety", _("安全生产")
        IDEAS = "ideas", _("党的理论和政策")
        MODELS = "models", _("劳模和先进事迹")
        WOMEN = "women", _("女职工权益")
        OTHER = "other", _("其他")

    occurred_on = models.DateField(_("宣传日期"))
    title = models.CharField(_("内容"), max_length=100)
    channel = models.CharField(_("宣传形式"), max_length=12, choices=Channel)
    theme = models.CharField(_("主题"), max_length=12, choices=Theme)
    quantity = models.PositiveIntegerField(
        _("数量"),
        default=1,
        help_text=_("广播按次、横幅标语按条、板报墙报按期；赠送资料的份数记入资料发放台账。"),
    )
    place = models.CharField(_("地点"), max_length=60, blank=True)
    audience = models.CharField(_("受众"), max_length=60, blank=True)
    served_line = models.CharField(_("服务条线"), max_length=20, choices=LineOfWork, blank=True)

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("宣传台账")
        indexes = [models.Index(fields=["organisation", "occurred_on"])]

    def __str__(self) -> str:
        return f"{self.get_channel_display()}：{self.title}"

    def clean(self) -> None:
        super().clean()
        if self.quantity == 0:
            raise ValidationError({"quantity": _("数量须大于零。")})


class Handout(Entry):
    """资料发放: copies of one title given out."""

    ledger_code = "education.handouts"
    number_label = "资料"

    occurred_on = models.DateField(_("发放日期"))
    title = models.CharField(_("资料名称"), max_length=100)
    copies = models.PositiveIntegerField(_("份数"))
    given_to = models.CharField(_("发放对象"), max_length=100, blank=True)
    publicity = models.ForeignKey(
        Publicity,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"channel": Publicity.Channel.MATERIAL},
        verbose_name=_("所属宣传活动"),
    )

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = _("宣传资料发放台账")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.copies == 0:
            raise ValidationError({"copies": _("份数须大于零。")})
        if self.publicity_id is None:
            return
        if self.publicity.channel != Publicity.Channel.MATERIAL or self.publicity.state == State.VOIDED:
            raise ValidationError({"publicity": _("请选择形式为“赠送资料”的宣传记录。")})


class Study(Attended):
    """学习: one meeting at which papers, a subject or a law were studied."""

    ledger_code = "education.studies"
    number_label = "学习"

    class Kind(models.TextChoices):
        POLICY = "policy", _("政策文件传达")
        THEME = "theme", _("专题学习")
        BUSINESS = "business", _("工会业务学习")
        UNION_LAW = "union_law", _("《工会法》学习")
        LAW = "law", _("其他法律法规学习")

    class Audience(models.TextChoices):
        OFFICERS = "officers", _("工会干部")
        MEMBERS = "members", _("会员职工")
        MIXED = "mixed", _("工会干部和职工")

    occurred_on = models.DateField(_("学习日期"))
    title = models.CharField(_("学习主题"), max_length=100)
    kind = models.CharField(_("学习类别"), max_length=10, choices=Kind)
    audience = models.CharField(_("学习对象"), max_length=10, choices=Audience, default=Audience.OFFICERS)
    documents = models.CharField(
        _("学习文件"), max_length=200, blank=True, help_text=_("传达政策文件的必填，写明文件名称和文号。")
    )
    speaker = models.CharField(_("主讲人"), max_length=60, blank=True)
    place = models.CharField(_("地点"), max_length=60, blank=True)
    due = models.PositiveIntegerField(_("应到人数"), null=True, blank=True)
    on_leave = models.PositiveIntegerField(_("请假人数"), null=True, blank=True)

    class Meta(Attended.Meta):
        verbose_name = verbose_name_plural = _("学习台账")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.kind == self.Kind.POLICY and not self.documents:
            raise ValidationError({"documents": _("传达政策文件的，请写明文件名称和文号。")})
        checks.not_more(self, "on_leave", "due")
        checks.not_more(self, "unnamed", "due")


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
        COLLECTIVE = "collective", _("集体合同")
        DEMOCRACY = "democracy", _("民主管理")
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
        UPPER = "upper", _("县级以上")
        TOWN = "town", _("镇级")
        ENTERPRISE = "enterprise", _("企业级")

    class Form(models.TextChoices):
        CLASSROOM = "classroom", _("集中授课")
        ON_SITE = "on_site", _("现场教学")
        VISITING = "visiting", _("送教上门")
        ONLINE = "online", _("线上培训")
        TALK = "talk", _("讲座宣讲")
        DISCUSSION = "discussion", _("座谈交流")

    occurred_on = models.DateField(_("培训日期"))
    title = models.CharField(_("培训名称"), max_length=100)
    topic = models.CharField(_("培训内容"), max_length=12, choices=Topic)
    audience = models.CharField(_("培训对象"), max_length=20, choices=Audience)
    level = models.CharField(
        _("举办层级"), max_length=12, choices=Level, blank=True, help_text=_("培训工会干部时必填。")
    )
    form = models.CharField(_("培训形式"), max_length=12, choices=Form, blank=True)
    place = models.CharField(_("地点"), max_length=60, blank=True)
    hours = models.DecimalField(
        _("学时"), max_digits=5, decimal_places=1, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    teacher = models.CharField(_("授课人"), max_length=60, blank=True)
    partner = models.CharField(_("联合单位"), max_length=60, blank=True)
    passed = models.PositiveIntegerField(_("考核合格人数"), null=True, blank=True)
    served_line = models.CharField(_("服务条线"), max_length=20, choices=LineOfWork, blank=True)

    class Meta(Attended.Meta):
        verbose_name = verbose_name_plural = _("培训台账")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.audience in self.OFFICERS and not self.level:
            raise ValidationError({"level": _("培训工会干部须注明举办层级，请选择县级以上、镇级或企业级。")})
