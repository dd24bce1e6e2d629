"""What is in force, on the wall and in the archive."""

from youju.ledger.indicators import count
from youju.ledger.kinds import Kinds, kinds
from youju.ledger.ratios import ratio
from youju.ledger.shares import share
from youju.work.institutions.models import ArchiveBox, Institution, WallItem, WallText
from youju.work.institutions.parameters import THREE_INSTITUTIONS


@kinds(
    "institutions.six_institutions",
    "规范化制度",
    of="kind",
    unit="项",
    synonyms=("六项制度", "规范化、制度化建设", "建立健全工会工作制度"),
)
def six_institutions(scope):
    """截止日施行的组织、目标责任、会议、培训、上墙、档案台账六类制度中，已建立的类数，最多6项。

    同一类制度有几件、几个单位都建立的，只计1项；已废止、尚未施行的不计。以制度台账的施行、废止日期为准。
    """
    return Institution.objects.holding(scope).filter(kind__in=Institution.SIX)


@kinds(
    "institutions.three_institutions",
    "三项制度落实",
    of="kind",
    unit="项",
    synonyms=("三项制度", "坚持和完善三项制度"),
)
def three_institutions(scope):
    """截止日施行的“三项制度”中已建立的类数，最多3项。

    三项通常指职工代表大会、厂务公开、平等协商和集体合同制度；各地提法不一，可在参数中设定。
    已废止、尚未施行的不计。以制度台账的施行、废止日期为准。
    """
    return Institution.objects.holding(scope).filter(kind__in=THREE_INSTITUTIONS.at(scope))


@count(
    "institutions.institutions_made",
    "制定修订制度",
    unit="项",
    synonyms=("修订制度", "制定完善制度", "完善工作机制", "建立工作机制"),
)
def institutions_made(scope):
    """本期内开始施行的制度件数，新制定和修订后重新施行的都计，每件计1项。以制度台账的施行日期为准。"""
    return Institution.objects.begun(scope)


def _kind_of_institution(kind: Institution.Kind) -> Kinds:
    """Whether one kind of institution is in force: 1 or 0."""

    def held(scope):
        return Institution.objects.holding(scope).filter(kind=kind)

    held.__doc__ = (
        f"截止日有施行中的{kind.label}的计1项，没有的计0。\n"
        "同一类制度有几件的只计1项；已废止、尚未施行的不计。以制度台账的施行、废止日期为准。"
    )
    return kinds(f"institutions.kind_{kind}", str(kind.label), of="kind", unit="项")(held)


SIX_KINDS = tuple(_kind_of_institution(kind) for kind in Institution.SIX)


def _posted(scope):
    """Texts hanging somewhere on the as-of day."""
    return WallItem.objects.holding(scope)


def _kind_on_the_wall(kind: WallText.Kind) -> Kinds:
    """Whether one kind of text hangs somewhere: 1 or 0."""

    def held(scope):
        hanging = _posted(scope).filter(text__kind=kind).values("text")
        return WallText.objects.holding(scope).filter(kind=kind, pk__in=hanging)

    held.__doc__ = (
        f"截止日“{kind.label}”的现行版本已上墙的计1项，没有上墙的计0。\n"
        "张贴几处的只计1项；只贴着已停用旧版本的不计。以上墙公示台账的上墙、撤下日期为准。"
    )
    return kinds(f"institutions.wall_{kind}", f"上墙内容：{kind.label}", of="kind", unit="项")(held)


FOUR_ON_THE_WALL = tuple(_kind_on_the_wall(kind) for kind in WallText.FOUR)


@share(
    "institutions.wall_rate",
    "上墙公布率",
    of=WallText.objects.holding,
    by="text",
    synonyms=("制度上墙率", "全部上墙公布", "上墙公示率"),
)
def wall_rate(scope):
    """截止日现行的上墙内容中，至少在一处上墙公布的所占比例。

    分母为启用中的上墙内容（每个版本一条），分子为其中有上墙公示记录且未撤下的；旧版本停用后不再计入。
    """
    return _posted(scope)


@count("institutions.wall_items", "上墙公示", unit="处", synonyms=("上墙公布", "制度上墙"))
def wall_items(scope):
    """截止日在墙上的公示处数，同一内容贴在几处的计几处；已撤下的不计。以上墙公示台账的起止日期为准。"""
    return _posted(scope)


@kinds(
    "institutions.ledger_kinds",
    "建立台账种类",
    of="line",
    unit="种",
    synonyms=("各种台账", "建立各种台账", "台账种类"),
)
def ledger_kinds(scope):
    """截止日在档的台账按工作条线分的种类数，同一条线有几册台账的只计一种。

    只计档案台账中形式为“台账”的案卷；已移交、销毁的不计。以立卷、移交日期为准。
    """
    return ArchiveBox.objects.holding(scope).filter(form=ArchiveBox.Form.LEDGER)


@ratio(
    "institutions.archive_completeness",
    "档案齐全率",
    of="files_present",
    base="files_due",
    synonyms=("台账完整率", "档案完整率", "档案资料齐全率"),
)
def archive_completeness(scope):
    """截止日在档案卷的实归件数之和占应归件数之和的比例。

    件数以档案台账登记的应归、实归件数为准；已移交、销毁的案卷不计；没有应归件数的不出比例。
    """
    return ArchiveBox.objects.holding(scope)
