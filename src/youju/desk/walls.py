"""上墙公示与大屏: posters of the four wall items, and the links of the screens in the office."""

import io

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from youju.base import clock, periods
from youju.desk import place
from youju.desk.finding import asked_organisation, asked_period
from youju.ledger import listing, screens
from youju.org import tree
from youju.org.access import Action
from youju.reports import posters
from youju.reports.posters import Poster
from youju.reports.render import poster as render_poster
from youju.work.institutions.models import WallItem, WallText


@require_safe
def walls(request):
    """The four posters of a unit and its screens."""
    period = asked_period(request, periods.year(listing.latest_year(request.access)))
    organisation = asked_organisation(request, place.current(request))
    year = period.end.year
    context = {
        "organisation": organisation,
        "year": year,
        "years": [periods.year(one) for one in (year - 1, year, year + 1)],
        "units": [organisation, *tree.children(organisation, request.access.day)],
        "walls": posters.walls(request.access, organisation, year),
        "texts": WallText.ledger_code,
        "items": WallItem.ledger_code,
        "may_print": request.access.may(Action.ENTER, organisation),
        "may_admin": request.access.may(Action.ADMIN, organisation),
        "screens": screens.screens(request.access, organisation),
    }
    return render(request, "desk/walls.html", context)


@require_safe
def wall_poster(request, org, kind, year, paper):
    """One poster as a PDF of A3 or A2."""
    if paper not in render_poster.PAPERS:
        raise Http404
    made = _poster(request, org, kind, year)
    pdf = io.BytesIO(render_poster.pdf(made, paper, when=clock.now()))
    name = f"{made.title}（{paper.upper()}）.pdf"
    answer = FileResponse(pdf, content_type="application/pdf", filename=name)
    answer["Cache-Control"] = "no-store, private"
    return answer


@never_cache
@require_safe
def wall_glance(request, org, kind, year):
    """The poster as a small picture."""
    return HttpResponse(render_poster.picture(_poster(request, org, kind, year)), content_type="image/png")


def _poster(request, org: str, kind: str, year: int) -> Poster:
    """The poster that an address names, if there is anything to hang."""
    if kind not in WallText.FOUR:
        raise Http404
    made = posters.poster(request.access, request.access.organisation(org), kind, year)
    if not made.blocks:
        raise Http404
    return made
