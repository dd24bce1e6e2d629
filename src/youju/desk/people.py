"""Persons: found by typing, shown masked, their numbers opened on purpose and noted."""

import io

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from youju.base import clock
from youju.base.masking import mask_phone
from youju.catalogue import LINES
from youju.desk.finding import LEDGERS
from youju.ledger import acting, handbook, waiting
from youju.ledger.life import Life
from youju.ledger.participants import ParticipantsField
from youju.ledger.showing import Reader
from youju.org.access import Action
from youju.people import finding
from youju.people.models import Person

MOST_TYPED = 20
MOST_SHOWN = 200


@require_safe
def suggest(request):
    """Persons for a picker, as one types."""
    text = request.GET.get("q", "").strip()[:MOST_TYPED]
    reader = Reader(request.access)
    found = finding.suggest(request.access, text) if text else []
    cards = [card for card in found if reader.knows(card.person)]
    context = {"cards": cards, "text": text, "may_enter": request.access.may_anywhere(Action.ENTER)}
    context["newcomer"] = "" if text.isascii() else text  # pinyin is nobody's name
    return render(request, "desk/suggestions.html", context)


@require_POST
def match(request):
    """Whom the names in a box of participants stand for, while they are being pasted."""
    if not request.access.may_anywhere(Action.ENTER):
        raise PermissionDenied(_("您的角色不能登记。"))
    field = ParticipantsField(access=request.access)
    given = field.widget.value_from_datadict(request.POST, None, "participants")
    found = field.match(given)
    context = {
        "found": found[:MOST_SHOWN],
        "total": len(found),
        "asking": sum(one.asks for one in found),
        "sure": sum(one.person is not None for one in found),
        "picks": given.picks,
    }
    context["unknown"] = context["total"] - context["asking"] - context["sure"]
    return render(request, "desk/participants_matched.html", context)


@require_safe
def person_detail(request, pk):
    return _page(request, _person(request, pk))


@never_cache
@require_POST
def person_identity(request, pk):
    """The unmasked number, once, with a line in the log of looks."""
    person = _person(request, pk)
    address = request.META["REMOTE_ADDR"]
    number = acting.look(request.access, person, _("查看完整证件号"), address=address)
    return _page(request, person, number=number)


@require_safe
def member_handbook(request, pk):
    """The handbook and card of a member, to be printed."""
    person, reader = _person(request, pk), Reader(request.access)
    named = waiting.naming(request.access, person, LEDGERS.values())
    if not handbook.episodes(named):
        raise Http404
    made = handbook.handbook(reader, person, named, _rights(request))
    name = f"{_('会员手册')}{reader.name(person)}.pdf"
    return FileResponse(io.BytesIO(made), content_type="application/pdf", filename=name)


def _rights(request) -> list[tuple[str, str]]:
    """Rights and duties of members as they hang on the wall today, in their version."""
    texts = LEDGERS["institutions.wall_texts"].records(request.access).filter(kind="rights")
    held = texts.confirmed().as_of(clock.today()).exclude(text="").order_by("from_on")
    return [(str(one), one.text) for one in held[:1]]


def _page(request, person: Person, *, number: str = ""):
    reader = Reader(request.access)
    named = waiting.naming(request.access, person, LEDGERS.values(), further=True)
    life = Life(reader, person, named, LINES)
    line = request.GET.get("line", "")
    context = {
        "person": person,
        "life": life,
        "line": line,
        "years": life.years(line),
        "today": clock.today(),
        "name": reader.name(person),
        "card": finding.cards(request.access, [person])[0],
        "phone": mask_phone(person.phone.open(person.pk)) if person.phone else "",
        "number": number,
        "may_identify": bool(person.id_number) and acting.may_identify(request.access, person),
        "is_member": bool(handbook.episodes(named)),
    }
    return render(request, "desk/person.html", context)


def _person(request, pk) -> Person:
    found = finding.reachable(request.access, pk)
    if found is None:
        raise Http404
    return found
