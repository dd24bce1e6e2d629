"""Every page, as everybody: what lies out of reach is neither shown, nor named, nor written."""

import io
import zipfile
from urllib.parse import quote

import pytest
from django import forms
from django.db import connection, models, transaction
from django.db.models import Q
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, path, reverse
from django.urls.resolvers import RegexPattern

from tests.conformance.canaries import found, readable
from tests.conformance.policy import POLICY, POWERS, UNREAD, expected, skipped
from tests.conformance.world import WORDS, YEAR, World, address_of, build, unread
from tests.standing import standing
from youju.base.masking import open_names
from youju.catalogue import INDICATORS, RULES
from youju.desk.finding import LEDGERS
from youju.ledger.forms import entry_form
from youju.ledger.participants import Pasted
from youju.ledger.pickers import Typed
from youju.org.access import Access, SystemAccess
from youju.people.models import Employer, Person
from youju.records import writing
from youju.records.models import Participation
from youju.reports import files, sealing
from youju.work.relief.models import WarmthVisit

pytestmark = pytest.mark.django_db
STRANGERS = ("outsider", "neighbour", "subordinate")
# Rights are worked out in Python, and no role asks the database anything but what a role above it asks: on
# PostgreSQL a clerk writes everywhere, a county opens what is slow; `desk/tests` open every ledger and rule.
one_engine = pytest.mark.one_engine
ALL_BUT_WIDEST = {role: one_engine for role in ("anonymous", *POWERS) if role not in ("clerk", "county")}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, keys):
    """Built once; every request to it is undone, and in the end all of it."""
    with standing(django_db_blocker):
        made = build()
        connection.check_constraints()
        yield made


# -- what is walked, and what is wrong with an answer ---------------------------------------


def names_of(resolver) -> set[str]:
    names = set()
    for one in resolver.url_patterns:
        names |= names_of(one) if isinstance(one, URLResolver) else {one.name}
    return names


def walk(world: World, role: str, names=POLICY) -> list[str]:
    """All pages of the town and of its union, read and written to."""
    faults = []
    for name in names:
        row = POLICY[name]
        for key in ("town", "union") if row.bound else ("town",):
            address = address_of(name, row, world.places[key])
            for method, level in (("get", row.get), ("post", row.post)):
                allowed = expected(role, row, level, key, method)
                if skipped(role, row, key, allowed):
                    continue
                faults += faults_of(world, role, method, address, allowed, row.data)
    return faults


def faults_of(world: World, role: str, method: str, address: str, allowed: set[int], data=None) -> list[str]:
    answer = world.ask(role, method, address, data)
    said = []
    if answer.status not in allowed:
        said.append(f"{answer.status} instead of {sorted(allowed)}")
    if not allowed & {200} and answer.written:
        said.append(f"wrote {answer.written} events")
    if leaked := found(answer.content, unread(role)):
        said.append(f"leaks {leaked}")
    said += headers_wrong(answer, protected=role != "anonymous") + errors_wrong(answer)
    return [f"{role} {method} {address}: {one}" for one in said]


def headers_wrong(answer, *, protected: bool) -> list[str]:
    headers, policy = answer.headers, answer.headers.get("Content-Security-Policy", "")
    wrong = ["no CSP"] if "default-src" not in policy else []
    wrong += ["unsafe CSP"] if "unsafe-" in policy else []
    wrong += ["may be sniffed"] if headers.get("X-Content-Type-Options") != "nosniff" else []
    wrong += ["may be framed"] if headers.get("X-Frame-Options") != "DENY" else []
    wrong += ["no request id"] if not headers.get("X-Request-Id") else []
    kept = protected and "no-store" not in headers.get("Cache-Control", "")
    return wrong + (["may be kept by the browser"] if kept else [])


def errors_wrong(answer) -> list[str]:
    """A refusal is a page in Chinese with the number of the request."""
    if answer.status not in (400, 403, 404, 405, 413, 500):
        return []
    text = answer.content.decode()
    chinese = sum("一" <= mark <= "鿿" for mark in text) > 10
    numbered = answer.headers["X-Request-Id"] in text or "链接已失效" in text
    return ([] if chinese else ["no Chinese"]) + ([] if numbered else ["no number on the page"])


# One figure of each kind in each line: what stands behind all of them is asked in `test_catalogue.py`.
FIGURES = {(type(one), one.line): code for code, one in INDICATORS.items()}.values()


def roam(world: World, role: str, ledgers=LEDGERS, indicators=FIGURES, rules=RULES) -> list[str]:
    """One's own lists, forms, files, figures and rules, and each foreign record by its addresses."""
    home = world.homes[role].code
    pages = [reverse(name, args=[code]) for code in ledgers for name in ("ledger-list", "entry-new")]
    pages += [reverse("evidence", args=[code, home, "2025"]) for code in indicators]
    pages += [reverse("attention", args=[code]) for code in rules]
    faults = [one for page in pages for one in faults_of(world, role, "get", page, {200})]
    for code in ledgers:
        faults += faults_of(world, role, "post", reverse("sheet-export", args=[code]), {200})
    for place in (world.places[key] for key in UNREAD[role]):
        for code in ledgers:
            faults += knocked(world, role, code, place.records[code])
    return faults


def knocked(world: World, role: str, code: str, record) -> list[str]:
    """A foreign record looked at and acted upon; what is handed down may be read and nothing more."""
    address, act = (reverse(name, args=[code, record.pk]) for name in ("entry-detail", "entry-void"))
    read = {200} if world.hands_down(record, role) else {404}
    acted = faults_of(world, role, "post", act, {403, 404}, {"reason": "越权"})
    return faults_of(world, role, "get", address, read) + acted


# -- the walk --------------------------------------------------------------------------------


def test_every_address_is_in_the_policy():
    assert names_of(get_resolver()) == POLICY.keys()


@pytest.mark.parametrize(
    "role", [pytest.param(role, marks=ALL_BUT_WIDEST.get(role, ())) for role in ("anonymous", *POWERS)]
)
def test_every_page_answers_each_role_as_the_policy_says(world, role):
    faults = walk(world, role)
    assert not faults, "\n".join(faults)


@one_engine
@pytest.mark.parametrize("role", ["outsider", "subordinate"])
def test_no_word_of_others_reaches_a_stranger(world, role):
    faults = roam(world, role)
    assert not faults, "\n".join(faults)


@one_engine
def test_no_word_of_others_reaches_a_sister_union(world):
    """Her own figures and lists are those of a chair, as above."""
    faults = roam(world, "neighbour", indicators=(), rules=())
    assert not faults, "\n".join(faults)


@one_engine
@pytest.mark.parametrize("role", STRANGERS)
def test_no_word_of_others_is_in_the_file_for_an_inspection(world, role):
    """All ledgers on paper and all figures, in one PDF."""
    address = reverse("packet")
    assert faults_of(world, role, "get", address, {200}, {"make": "1", "period": "2025"}) == []
    town = {"make": "1", "period": "2025", "org": world.places["town"].unit.code}
    assert faults_of(world, role, "get", address, {404}, town) == []


@one_engine
def test_an_auditor_reads_every_ledger_and_changes_nothing(world):
    for code, record in world.places["union"].records.items():
        address = reverse("entry-detail", args=[code, record.pk])
        assert faults_of(world, "auditor", "get", address, {200}) == []
        assert faults_of(world, "auditor", "get", reverse("entry-new", args=[code]), {403}) == []
        address = reverse("entry-void", args=[code, record.pk])
        assert faults_of(world, "auditor", "post", address, {403}, {"reason": "试"}) == []


@one_engine
def test_the_list_of_every_rule_opens_for_the_office_it_concerns(world):
    for code in RULES:
        assert faults_of(world, "clerk", "get", reverse("attention", args=[code]), {200}) == []


@one_engine
@pytest.mark.parametrize("role", STRANGERS)
def test_others_cannot_be_asked_for_by_their_code_or_name(world, role):
    for key in UNREAD[role]:
        place = world.places[key]
        for name in ("figures", "attention-list", "report-draft-choice"):
            address = f"{reverse(name)}?org={place.unit.code}"
            assert faults_of(world, role, "get", address, {404}) == []
        typed = quote(place.words.name[0])
        assert faults_of(world, role, "get", f"{reverse('people-suggest')}?q={typed}", {200}) == []


@one_engine
def test_who_reaches_the_records_does_read_their_words(world):
    """Else the walk would find nothing because there is nothing."""
    for code, record in world.places["union"].records.items():
        content = world.ask("clerk", "get", reverse("entry-detail", args=[code, record.pk])).content
        own = [field.name for field in record._meta.concrete_fields if planted_in(record, field.name)]
        assert not own or found(content, [WORDS["union"].text]), code
    person = reverse("person-detail", args=[world.places["union"].member.person_id])
    assert found(world.ask("clerk", "get", person).content, [WORDS["union"].name])


def planted_in(record, name: str) -> bool:
    return WORDS["union"].text in str(getattr(record, name, ""))


# -- foreign keys ----------------------------------------------------------------------------


def posted(form: forms.BaseForm) -> dict:
    """A form as a browser sends it."""
    data = {}
    for bound in form:
        match value := bound.value():
            case Typed():
                data |= {bound.name: value.text, f"{bound.name}-id": value.id}
            case Pasted():
                data |= {bound.name: value.text}
                data |= {f"{bound.name}-pick-{key}": pick for key, pick in value.picks.items()}
            case None | False:
                pass
            case models.Model():
                data[bound.name] = str(value.pk)
            case _:
                data[bound.name] = value if isinstance(value, list) else str(value)
    return data


def foreign_of(world: World, role: str, code: str, name: str):
    """What a key of the town's record points at, unless it is handed down to the asker."""
    record = world.places["town"].records.get(code)
    target = getattr(record, name, None) if f"{name}_id" in vars(record or object) else None
    return None if world.hands_down(target, role) else getattr(target, "pk", None)


def refused_keys(world: World, role: str, own: str, codes=LEDGERS) -> tuple[int, list[str]]:
    """Each form filled in rightly but for one key that points at the town's: how many, what went wrong."""
    tried, faults = 0, []
    for code in codes:
        record = world.places[own].records.get(code)
        form = entry_form(LEDGERS[code], Access(world.users[role]))(instance=record)
        right = posted(form) | {"key": f"{role}{code}"}
        for name, one in form.fields.items():
            foreign = foreign_of(world, role, code, name)
            if foreign is None:
                continue
            tried += 1
            wrong = {f"{name}-id": str(foreign), name: ""} if hasattr(one, "access") else {name: str(foreign)}
            answer = world.ask(role, "post", reverse("entry-new", args=[code]), right | wrong)
            if answer.status != 422 or name not in answer.errors or answer.written:
                faults.append(f"{role} {code}.{name}: {answer.status} {answer.errors} {answer.written}")
    return tried, faults


@pytest.mark.parametrize(
    ("role", "own"), [("outsider", "elsewhere"), pytest.param("subordinate", "union", marks=one_engine)]
)
def test_a_key_of_others_is_refused_at_its_field_and_nothing_is_stored(world, role, own):
    tried, faults = refused_keys(world, role, own)
    assert not faults, "\n".join(faults)
    assert tried > len(LEDGERS)


def test_a_participant_of_others_is_not_linked(world):
    stranger = world.places["town"].member.person
    form = entry_form(LEDGERS["education.trainings"], Access(world.users["outsider"]))
    data = posted(form(instance=world.places["elsewhere"].records["education.trainings"]))
    data = {name: value for name, value in data.items() if not name.startswith("participants-pick-")}
    data |= {"participants": stranger.name, f"participants-pick-{stranger.name}-1": str(stranger.pk)}
    linked, checked = [], writing.plain.clean_fields

    def seen(row, left_out):
        linked.extend([row.person_id] if isinstance(row, Participation) else [])
        checked(row, left_out)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing.plain, "clean_fields", seen)
        answer = world.ask("outsider", "post", reverse("entry-new", args=["education.trainings"]), data)
    assert (answer.status, linked) == (302, [None])


def test_an_account_or_a_place_of_others_is_refused(world):
    town = world.places["town"].unit
    data = {"name": "新人", "login_name": "newcomer", "organisation": str(town.pk), "role": "clerk"}
    answer = world.ask("outsider", "post", reverse("account-new"), data)
    assert (answer.status, "organisation" in answer.errors, answer.written) == (422, True, 0)
    answer = world.ask("outsider", "post", reverse("place"), {"place": str(town.pk)})
    assert (answer.status, answer.written) == (302, 0)


# -- files -----------------------------------------------------------------------------------


@one_engine
@pytest.mark.parametrize("kind", ["html", "docx", "pdf"])
@pytest.mark.parametrize("role", ["clerk", "leader", "auditor", "county"])
def test_no_file_for_readers_spells_out_a_name(world, role, kind):
    address = reverse("report-file", args=[world.places["town"].edition.pk, kind])
    answer = world.ask(role, "get", address)
    assert answer.status == 200
    assert found(answer.content, [words.name for words in WORDS.values()]) == []
    assert found(answer.content, [WORDS["elsewhere"].text]) == []


def test_the_html_of_an_edition_names_persons_masked(world):
    assert "獬**" in readable(files.render(world.places["town"].edition, "html"))


# -- planted leaks are found ------------------------------------------------------------------


def everything(cls, access):
    return Q(pk__isnull=False)


@one_engine
def test_an_address_without_a_row_is_found():
    extra = path("secret/", lambda request: HttpResponse(), name="secret")
    assert isinstance(extra, URLPattern)
    assert names_of(URLResolver(RegexPattern(r"^/"), [extra])) - POLICY.keys() == {"secret"}


@one_engine
def test_a_ledger_that_reaches_everything_is_found(world, monkeypatch):
    monkeypatch.setattr(WarmthVisit, "within_reach", classmethod(everything))
    for role in STRANGERS:
        faults = roam(world, role, ledgers=["relief.visits"], indicators=[], rules=[])
        assert any("leaks" in one for one in faults), role
        assert any("200 instead of [404]" in one for one in faults), role


@one_engine
def test_persons_that_everybody_reaches_are_found(world, monkeypatch):
    monkeypatch.setattr(Person, "within_reach", classmethod(everything))
    assert walk(world, "outsider", ["person-detail", "person-identity"])
    assert refused_keys(world, "outsider", "elsewhere", ["relief.student_aid"])[1]


@one_engine
def test_a_view_that_does_not_ask_is_found(world, monkeypatch):
    def careless(request, ledger, pk):
        return ledger.model._plain.get(pk=pk)

    monkeypatch.setattr("youju.desk.exhibits.record_of", careless)
    faults = walk(world, "outsider", ["file", "preview", "exhibit"])
    assert len([one for one in faults if "200 instead of [404]" in one]) == 6
    assert any("leaks" in one for one in faults)


@one_engine
def test_a_form_that_offers_everything_is_found(world, monkeypatch):
    monkeypatch.setattr(Employer, "within_reach", classmethod(everything))
    assert refused_keys(world, "outsider", "elsewhere", ["relief.firms"])[1]
    assert any("leaks" in one for one in roam(world, "outsider", ["people.coverages"], [], []))


@one_engine
def test_an_act_that_does_not_ask_is_found(world, monkeypatch):
    monkeypatch.setattr(Access, "require", lambda access, action, organisation: None)
    faults = walk(world, "auditor", ["entry-attach", "unit-new", "report-write", "entry-request"])
    assert any("instead of [403]" in one for one in faults)


@one_engine
def test_weak_headers_are_found(world, settings):
    settings.SECURE_CSP = {"default-src": ["'self'", "'unsafe-inline'"]}
    settings.X_FRAME_OPTIONS = "SAMEORIGIN"
    faults = "".join(walk(world, "clerk", ["sessions"]))
    assert "unsafe CSP" in faults
    assert "may be framed" in faults


@one_engine
def test_names_sealed_in_full_are_found(world):
    with transaction.atomic():
        with open_names():
            edition = sealing.seal(SystemAccess(), world.places["town"].unit, YEAR, why="再版")
        content = files.render(edition, "html")
        transaction.set_rollback(True)
    assert found(content, [WORDS["town"].name])


def test_words_are_found_in_whatever_they_are_packed():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", "<w:t>貔貅</w:t>")
    for content in (packed.getvalue(), b"&#35988;&#35973;", b'"\\u8c94\\u8c85"', "貔貅".encode()):
        assert found(content, ["貔貅", "獬豸"]) == ["貔貅"]
