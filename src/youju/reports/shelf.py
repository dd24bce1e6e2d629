"""Where summaries are found again: final editions, and the passages that people write for them."""

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from youju.base import periods
from youju.base.periods import Period
from youju.ledger.ledgers import Ledger
from youju.org.access import Access
from youju.reports.models import Edition, Passage

PASSAGES = Ledger(
    model=Passage,
    columns=("report", "part", "level", "position", "text"),
    filters=("part",),
    help=_(
        "总结里由人写的部分：开头、存在的不足、下年打算，一段一条，按顺序排列。\n"
        "不要手写数字：要用数字时写指标代码，如 {relief.households_helped}，系统填入并附上凭据。\n"
        "写好后到“工作总结”预览，满意了再定稿。"
    ),
)


def editions(access: Access) -> QuerySet[Edition]:
    """Final editions that the user may see, newest first."""
    return Edition.objects.reach(access).select_related("organisation", "recorded_by")


def edition(access: Access, pk: UUID) -> Edition | None:
    return editions(access).filter(pk=pk).first()


def period_of(edition: Edition) -> Period:
    return periods.between(edition.from_on, edition.until_on)
