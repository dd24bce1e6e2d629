"""大屏展示: opening and revoking a screen, and what the screen itself shows without anybody logged in."""

import io

import segno
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from youju.base import clock, periods
from youju.ledger import listing, screens
from youju.ledger.scope import Scope
from youju.org import accounts
from youju.org.access import Action
from youju.reports.board import board

MOST_NAME = 40
GUESSED = "screen"  # under which wrong codes are counted


@never_cache
@require_POST
def screen_new(request, org):
    """A new screen; its link is shown this once."""
    organisation = request.access.organisation(org)
    name = request.POST.get("name", "").strip()[:MOST_NAME] or _("办公室大屏")
    screen, code = screens.open_screen(request.access, organisation, name)
    address = request.build_absolute_uri(reverse("screen", args=[code]))
    picture = io.BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind="svg", scale=5, border=2, xmldecl=False)
    context = {"screen": screen, "address": address, "qr": picture.getvalue().decode()}
    return render(request, "desk/screen_link.html", context)


@require_POST
def screen_end(request, org, pk):
    """Make a screen dark."""
    organisation = request.access.organisation(org)
    request.access.require(Action.ADMIN, organisation)
    screen = get_object_or_404(screens.screens(request.access, organisation), pk=pk)
    screens.revoke(request.access, screen)
    messages.success(request, _("“%s”的链接已停用，屏幕上不再显示数字。") % screen)
    return redirect(f"{reverse('walls')}?org={organisation.code}#screens")


@login_not_required
@never_cache
@require_safe
def screen(request, code):
    """The board: totals of the year, brought up to date by itself."""
    address = request.META["REMOTE_ADDR"]
    try:
        accounts.refuse_guessing(GUESSED, address)
    except accounts.TooManyAttempts:
        raise Http404 from None
    found = screens.lit(code)
    if found is None:
        accounts.note_wrong(GUESSED, address)
        raise Http404
    scope = _scope(found.organisation)
    context = {"screen": found, "scope": scope, "board": board(scope), "now": clock.now(), "code": code}
    part = "#board" if request.htmx else ""
    answer = render(request, f"desk/screen.html{part}", context)
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer


def _scope(organisation) -> Scope:
    """The year people work on, at the organisation and below, as of today or the year's end."""
    period = periods.year(listing.latest_year_of([organisation.federation_id]))
    return Scope(organisation, period, min(period.end, clock.today()))
