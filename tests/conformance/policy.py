"""Who may ask for which page: one row for every name of an address. Written down apart from the product,
so that a change of rights there has to be made here as well.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from uuid import UUID

# What each role may do with records of the town ("town") and of its union ("union").
OFFICE = {"read", "enter", "confirm", "identity", "admin"}
POWERS: dict[str, dict[str, set[str]]] = {
    "outsider": {},  # clerk of the neighbour township
    "neighbour": {},  # chair of a sister union in the same town
    "subordinate": {"union": {"read", "enter"}},  # chair of the union
    "auditor": {"town": {"read"}, "union": {"read"}},
    "county": {"town": {"read"}, "union": {"read"}},
    "clerk": {"town": OFFICE, "union": OFFICE},
    "leader": {"town": OFFICE | {"seal"}, "union": OFFICE | {"seal"}},
}
# What each may do at an own office, whichever that is: it decides about pages that name no record.
AT_HOME = {
    "outsider": OFFICE,
    "neighbour": {"read", "enter"},
    "subordinate": {"read", "enter"},
    "auditor": {"read"},
    "county": OFFICE | {"seal"},
    "clerk": OFFICE,
    "leader": OFFICE | {"seal"},
}
# Whose records each role must never read a word of, and whose persons' names never in full.
UNREAD = {
    "anonymous": ("town", "union", "elsewhere"),
    "outsider": ("town", "union"),
    "neighbour": ("town", "union", "elsewhere"),
    "subordinate": ("town", "elsewhere"),
    "auditor": ("elsewhere",),
    "county": (),
    "clerk": ("elsewhere",),
    "leader": ("elsewhere",),
}
UNNAMED = UNREAD | dict.fromkeys(("auditor", "county"), ("town", "union", "elsewhere"))

# Who opens slow pages where that is allowed, and of which records.
OPENS_SLOW = {"outsider": "town", "subordinate": "union", "county": "town"}
SHOWN, DONE = {200, 302}, {200, 302, 409, 422}
NOBODY = UUID(int=7)


@dataclass(frozen=True)
class Row:
    """What GET and POST need ("" where the method does not exist), and of which record the page is."""

    get: str
    post: str = ""
    args: Callable = lambda place: ()
    bound: bool = True  # to a record or unit of a place
    hidden: bool = False  # what may not be done is not even there
    data: dict = field(default_factory=dict, hash=False)  # without which POST is about nothing
    slow: bool = False  # counts many figures: opened by a few only


def public(get: str, post: str = "", args=()) -> Row:
    return Row(get and "public", post and "public", lambda place: args, bound=False)


def general(get: str, post: str = "", *args) -> Row:
    return Row(get, post, lambda place: args, bound=False)


def record(get: str, post: str = "") -> Row:
    return Row(get, post, lambda place: ["organising.members", place.member.pk])


def exhibit(get: str, post: str = "", *more) -> Row:
    return Row(get, post, lambda place: ["organising.members", place.member.pk, place.exhibit.pk, *more])


def unit(get: str, post: str = "", *, before=(), after=()) -> Row:
    return Row(get, post, lambda place: [*before, place.unit.code, *after])


def batch(get: str, post: str = "") -> Row:
    return Row(get, post, lambda place: ["democracy.boxes", place.batch.pk])


def passage(get: str, post: str = "", *more) -> Row:
    return Row(get, post, lambda place: [place.passage.pk, *more])


def slow(row: Row) -> Row:
    return replace(row, slow=True)


WRITTEN = ("2025", "annual")
POLICY: dict[str, Row] = {
    "health": public("get", "post"),
    "login": public("get", "post"),
    "logout": public("", "post"),
    "invitation": public("get", "post", ["no-such-token"]),
    "edition-public": public("get", "", ["0" * 64]),
    # one's own account and first pages
    "home": slow(general("read")),
    "first-hour": general("admin"),
    "first-hour-hide": general("", "admin"),
    "notices": slow(general("read")),
    "notices-due": slow(general("read")),
    "notices-number": general("read"),
    "notices-outside": slow(general("admin", "admin")),
    "notices-seen": general("", "read"),
    "home-due": slow(general("read")),
    **{
        f"home-{part}": slow(general("read", "", "2025"))
        for part in ("year", "targets", "calendar", "summary", "attention")
    },
    "due-list": slow(general("read")),
    "month": slow(general("read", "", "2025-03")),
    "place": general("", "read"),
    "here": general("read"),
    "password": general("read", "read"),
    "sessions": general("read"),
    "session-end": general("", "nobody", NOBODY),
    "people-suggest": general("read"),
    "people-match": replace(general("", "enter"), data={"participants": "张三"}),
    "report-list": general("read"),
    "report-draft-choice": general("read"),
    "text-check": slow(general("read", "read")),
    "file-check": general("read", "read"),
    "report-begin": general("enter", "enter"),
    "report-begun": general("nobody", "nobody", NOBODY),
    "figures": slow(general("read")),
    "figures-line": general("read", "", "organising"),
    "line": general("read", "", "organising"),
    "attention-list": slow(general("read")),
    "targets": general("read"),
    "attention": general("read", "", "organising.not_approved"),
    "yearbook": slow(general("read", "read")),
    "search": general("read"),
    "search-entries": slow(general("read")),
    "search-tail": replace(general("", "enter"), data={"tail": "0016"}),
    "ledger-list": general("read", "", "organising.members"),
    "ledger-columns": general("", "read", "organising.members"),
    "ledger-silent": general("read", "", "organising.members"),
    "ledger-many": general("confirm", "confirm", "organising.members"),
    "entry-new": general("enter", "enter", "organising.members"),
    # tables in and out
    "sheet-template": general("enter", "", "organising.members"),
    "sheet-import": general("enter", "enter", "organising.members"),
    "sheet-grid": replace(
        general("", "enter", "democracy.boxes"), data={"text": "设立日期\t地点\n2025-03-01\t门口"}
    ),
    "sheet-recheck": replace(
        general("", "enter", "democracy.boxes"),
        data={"key-0": "from_on", "key-1": "place", "row": "0", "c-0-0": "2025-03-01", "c-0-1": "门口"},
    ),
    "sheet-preview": general("enter", "enter", "organising.members", NOBODY),
    "sheet-faulty": general("nobody", "", "organising.members", NOBODY),
    "sheet-export": general("read", "read", "organising.members"),
    "ledger-paper": general("read", "", "organising.members"),
    "packet": slow(general("read")),
    "import-batch": batch("read", "enter"),
    "import-file": batch("enter"),
    "account-list": general("admin"),
    "account-new": general("admin", "admin"),
    # one record
    "entry-detail": record("read"),
    "entry-amend": record("confirm", "confirm"),
    "entry-confirm": record("confirm", "confirm"),
    "entry-return": record("confirm", "confirm"),
    "entry-void": record("enter", "confirm"),
    "entry-request": record("enter", "enter"),
    "entry-decline": record("confirm", "confirm"),
    "entry-attach": record("", "enter"),
    "exhibit": exhibit("read"),
    "exhibit-withdraw": exhibit("read", "confirm"),
    "exhibit-publish": exhibit("", "confirm"),
    "file": exhibit("read"),
    "preview": exhibit("read", "", "thumb", 1),
    "person-detail": Row("read", "", lambda place: [place.member.person_id]),
    "person-identity": Row("", "identity", lambda place: [place.member.person_id]),
    "member-handbook": Row("read", "", lambda place: [place.member.person_id]),
    # one unit
    "evidence": unit("read", before=["organising.members"], after=["2025"]),
    "evidence-units": unit("read", before=["organising.members"], after=["2025"]),
    "walls": slow(general("read")),
    "wall-glance": unit("enter", after=["targets", 2025]),
    "wall-poster": unit("enter", after=["targets", 2025, "a3"]),
    "screen": public("get", "", ["AAAA-BBBB-CCCC"]),
    "screen-new": unit("", "admin"),
    "screen-end": unit("", "nobody", after=[NOBODY]),
    "organisation-list": slow(general("read")),
    "organisation-detail": slow(unit("read")),
    "organisation-lacking": slow(unit("read")),
    "organisation-coverage": slow(unit("read")),
    "unit-new": unit("admin", "admin"),
    "units-paste": unit("admin", "admin"),
    "account-link": Row("", "admin", lambda place: [place.post.pk], hidden=True),
    "account-end": Row("", "admin", lambda place: [place.post.pk], hidden=True),
    # papers
    "report-draft": slow(unit("read", after=["2025"])),
    "report-draft-pages": slow(unit("read", after=WRITTEN)),
    "report-draft-file": slow(unit("read", after=(*WRITTEN, "docx"))),
    "report-seal": slow(unit("seal", "seal", after=["2025"])),
    "report-detail": Row("read", "", lambda place: [place.edition.pk]),
    "report-file": Row("read", "", lambda place: [place.edition.pk, "html"]),
    "report-template": unit("enter", "enter", after=["annual"]),
    "report-write": slow(unit("enter", "enter", after=WRITTEN)),
    "report-aside": slow(unit("enter", after=WRITTEN)),
    "report-claims": slow(unit("enter", after=WRITTEN)),
    "report-title": unit("", "enter", after=WRITTEN),
    "passage-add": replace(unit("", "enter", after=WRITTEN), data={"part": "lead"}),
    "report-submit": slow(unit("", "enter", after=WRITTEN)),
    "report-attach": unit("", "enter", after=WRITTEN),
    "passage": passage("enter", "enter"),
    "passage-edit": passage("enter"),
    "passage-history": passage("enter"),
    "passage-bind": passage("enter", "enter"),
    "passage-attach": passage("", "enter"),
    "passage-act": passage("", "enter", "up"),
}


def expected(role: str, row: Row, level: str, place: str, method: str) -> set[int]:
    """The statuses a role may get."""
    if level == "public":
        return DONE | {404}
    if role == "anonymous" and "public" not in (row.get, row.post):
        return {302}
    if not level:
        return {405}
    if level == "nobody":
        return {403, 404}  # what is nobody's is refused to those without the right before it is looked for
    held = POWERS[role].get(place) if row.bound else AT_HOME[role]
    if held is None:
        return {404}
    if level in held:
        return SHOWN if method == "get" else DONE
    return {404} if row.hidden else {403}


def skipped(role: str, row: Row, place: str, allowed: set[int]) -> bool:
    """Whether a page is left to others because it takes long and shows each the same."""
    if not row.slow or 200 not in allowed:
        return False
    seals = role == "leader" and row.get == "seal"
    return not seals and (OPENS_SLOW.get(role) != place if row.bound else role not in OPENS_SLOW)
