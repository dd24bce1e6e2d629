"""第一小时: a new officer is led from an empty office to the first figure."""

from dataclasses import dataclass, replace

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from youju.base import backups
from youju.desk import place
from youju.ledger import notices
from youju.ledger.models import Seen
from youju.ledger.showing import Reader
from youju.org.access import Action
from youju.reports import starting
from youju.reports.claims import value_text

HIDDEN = Seen.What.FIRST_HOUR


@dataclass(frozen=True)
class Step:
    """One thing to begin with: what it brings, how far it is, and the one button that does it."""

    label: str
    brings: str
    done: bool
    told: str  # how far it is, in words
    act: str
    address: str
    is_next: bool = False


@require_safe
def first_hour(request):
    """The steps with how far each is; the first that is not done is next."""
    here = _office(request)
    start = starting.start(request.access, here)
    figure, scope = starting.first_figure(request.access, here) or (None, None)
    context = {
        "here": here,
        "start": start,
        "steps": _steps(request, start, here),
        "figure": figure,
        "scope": scope,
        "shown": figure and {"figure": figure, "value": value_text(figure)},
        "entry": start.entry,
        "backed_up": backups.last(settings.YOUJU_HOME),
        "hidden": notices.seen_until(request.access, HIDDEN),
    }
    return render(request, "desk/first_hour.html", context)


@require_POST
def first_hour_hide(request):
    """Not on the first screen any more; it stays in the menu."""
    _office(request)
    notices.mark_seen(request.access, HIDDEN)
    messages.success(request, _("工作台不再显示“第一小时”，以后可以从菜单下方打开。"))
    return redirect("home")


def card(request) -> dict:
    """What the first screen shows of it: nothing once it is over, hidden, or not the user's to do."""
    here = place.current(request)
    if here is None or not request.access.may(Action.ADMIN, here):
        return {}
    if notices.seen_until(request.access, HIDDEN):
        return {}
    start = starting.start(request.access, here)
    return {} if start.is_over else {"start": start, "steps": _steps(request, start, here)}


def _office(request):
    """The body the user works for, if it is for the user to set it up."""
    here = place.current(request)
    if here is None or not request.access.may(Action.ADMIN, here):
        raise PermissionDenied(_("由本级工会的经办或负责人来做。"))
    return here


def _steps(request, start: starting.Start, here) -> list[Step]:
    steps = [
        Step(
            _("导入人员"),
            _("把花名册里的人放进来。以后登记、签到、慰问，打两个字就能选到人，一个人只录一次。"),
            bool(start.people),
            _("已有 %d 人") % start.people,
            _("导入人员名单"),
            reverse("sheet-import", args=["people.persons"]),
        ),
        Step(
            _("建立所属单位"),
            _("基层工会一行一个，从 Excel 粘贴进来。建会数、签订率、覆盖率都按单位算。"),
            bool(start.units),
            _("已有 %d 个单位") % start.units,
            _("粘贴单位名单"),
            reverse("units-paste", args=[here.code]),
        ),
        Step(
            _("读入上年总结"),
            _("上传去年的总结：里面的数字变成今年的目标，不足和打算变成待办事项。"),
            bool(start.begun),
            _("已读入"),
            _("上传上年总结"),
            reverse("report-begin"),
        ),
        Step(
            _("登记第一件工作"),
            _("最近开过的会、走访过的厂，记下一件，附上照片或签到表，数字当天就出来。"),
            bool(start.entry),
            _first(request, start),
            _("登记一次会议"),
            reverse("entry-new", args=["institutions.meetings"]),
        ),
    ]
    following = next((n for n, step in enumerate(steps) if not step.done), None)
    return [replace(step, is_next=n == following) for n, step in enumerate(steps)]


def _first(request, start: starting.Start) -> str:
    if start.entry is None:
        return ""
    ledger, record = start.entry
    return f"{ledger.label}：{Reader(request.access).name(record)}"
