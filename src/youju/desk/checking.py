"""数字核对 of a pasted or uploaded text, and the check of a summary that another office hands in."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from youju.base import periods
from youju.desk import place
from youju.desk.finding import around, asked_organisation, asked_period
from youju.ledger import listing
from youju.ledger.scope import Scope
from youju.records import sandbox
from youju.reports import checking, readers_file
from youju.reports.checking import Checked, Claim
from youju.reports.reading import uploads
from youju.reports.reading.claims import Fault

MOST_CHARACTERS = 200_000
MOST_BYTES = 5 * 1024 * 1024
TONES = {checking.AGREES: "agrees", checking.DIFFERS: "differs", checking.TOO_MUCH: "differs"}


@dataclass(frozen=True)
class Stretch:
    """A piece of the checked text: plain, or with what was found there."""

    text: str
    claim: Claim | None = None
    number: int = 0
    tone: str = ""
    fault: Fault | None = None


@require_http_methods(["GET", "HEAD", "POST"])
def text_check(request):
    """Paste a draft or upload it: every claim beside the figure of today."""
    period = asked_period(request, periods.year(listing.latest_year(request.access)))
    organisation = asked_organisation(request, place.current(request))
    scope = Scope.of(request.access, organisation, period)
    context = {"scope": scope, "periods": around(period), "text": "", "error": ""}
    if request.method == "POST":
        context["text"], context["error"] = text_of(request)
        if context["text"] and not context["error"]:
            context |= _checked(context["text"], scope)
    return render(request, "desk/text_check.html", context, status=422 if context["error"] else 200)


def text_of(request) -> tuple[str, str]:
    """The text to check, and what is wrong with it."""
    text = request.POST.get("text", "").replace("\r\n", "\n")
    if upload := request.FILES.get("file"):
        if upload.size > MOST_BYTES:
            return "", _("文件太大，文稿最大 5MB。")
        try:
            text = uploads.text_of(upload.name, upload.read())
        except (ValueError, sandbox.ParseFailed) as refused:
            return "", str(refused)
    if not text.strip():
        return "", _("请粘贴文稿，或选择 .txt、.docx 文件。")
    if len(text) > MOST_CHARACTERS:
        return "", _("文稿太长，请分几次核对。")
    return text, ""


def _checked(text: str, scope: Scope) -> dict:
    checked = checking.check(text, scope)
    words = [one.verdict.word for one in checked.claims]
    return {
        "checked": checked,
        "claims": [(n, one, TONES.get(one.verdict.word, "open")) for n, one in enumerate(checked.claims, 1)],
        "stretches": stretches(text, checked),
        "counts": [(word, words.count(word)) for word in dict.fromkeys(words)],
    }


def stretches(text: str, checked: Checked) -> list[Stretch]:
    """The text cut at its claims; of claims and faults on the same words the first is marked."""
    marks = [(one.start, one.end, n, one, None) for n, one in enumerate(checked.claims, 1)]
    marks += [(one.start, one.end, 0, None, one) for one in checked.faults]
    cut, at = [], 0
    for start, end, number, claim, fault in sorted(marks, key=lambda mark: (mark[0], mark[4] is not None)):
        if start < at or end <= start:
            continue
        tone = TONES.get(claim.verdict.word, "open") if claim else "fault"
        cut += [Stretch(text[at:start]), Stretch(text[start:end], claim, number, tone, fault)]
        at = end
    return [one for one in (*cut, Stretch(text[at:])) if one.text]


@require_http_methods(["GET", "HEAD", "POST"])
def file_check(request):
    """Is an HTML summary as it was sealed, and by whose key?"""
    if not request.access.posts:
        raise Http404
    context = {"key": request.POST.get("key", "").strip()[:200], "error": ""}
    if request.method == "POST":
        upload = request.FILES.get("file")
        if upload is None:
            context["error"] = _("请选择总结网页（.html）。")
        elif upload.size > readers_file.MOST_BYTES:
            context["error"] = _("文件太大，不是有据的总结网页。")
        else:
            context["examined"] = readers_file.examine(upload.read(), context["key"])
    return render(request, "desk/file_check.html", context, status=422 if context["error"] else 200)
