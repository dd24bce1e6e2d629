"""For whom the user is working now: the organisation of one of the posts held."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from youju.org.access import Action
from youju.org.models import Organisation

CHOSEN = "place"


def current(request) -> Organisation | None:
    """The chosen organisation among those the user holds a post at; the first one otherwise."""
    held = {str(post.organisation_id): post.organisation for post in request.access.posts}
    return held.get(request.session.get(CHOSEN, "")) or next(iter(held.values()), None)


@require_POST
def switch(request):
    """Work for another organisation from now on."""
    asked = request.POST.get("place", "")
    if asked in {str(post.organisation_id) for post in request.access.posts}:
        request.session[CHOSEN] = asked
        messages.success(request, _("已切换到%s。") % current(request))
    return redirect(safe(request, request.POST.get("next")) or "home")


def safe(request, address: str | None) -> str:
    """The address if it leads to this site; nothing otherwise."""
    same = url_has_allowed_host_and_scheme(address or "", {request.get_host()}, request.is_secure())
    return address if address and same else ""


def frame(request) -> dict:
    """What the frame around every page shows."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {}
    return {
        "place": current(request),
        "posts": request.access.posts,
        "may_admin_somewhere": request.access.may_anywhere(Action.ADMIN),
        "may_enter": request.access.may_anywhere(Action.ENTER),
    }
