from django.urls import include, path

from youju.desk import (
    accounts,
    acts,
    entries,
    exhibits,
    figures,
    home,
    ledgers,
    organisations,
    people,
    place,
)

record = [
    path("", entries.entry_detail, name="entry-detail"),
    path("amend/", entries.entry_amend, name="entry-amend"),
    path("confirm/", acts.entry_act, {"act": "confirm"}, name="entry-confirm"),
    path("return/", acts.entry_act, {"act": "return"}, name="entry-return"),
    path("void/", acts.entry_act, {"act": "void"}, name="entry-void"),
    path("request/", acts.entry_act, {"act": "request"}, name="entry-request"),
    path("decline/", acts.entry_act, {"act": "decline"}, name="entry-decline"),
    path("attach/", exhibits.entry_attach, name="entry-attach"),
    path("exhibits/<uuid:exhibit>/", exhibits.exhibit_view, name="exhibit"),
    path("exhibits/<uuid:exhibit>/withdraw/", exhibits.exhibit_withdraw, name="exhibit-withdraw"),
    path("exhibits/<uuid:exhibit>/file/", exhibits.file, name="file"),
    path("exhibits/<uuid:exhibit>/<slug:size>/<int:page>/", exhibits.preview, name="preview"),
]

urlpatterns = [
    path("", home.home, name="home"),
    path("year/<period>/", home.year, name="home-year"),
    path("place/", place.switch, name="place"),
    path("login/", accounts.log_in, name="login"),
    path("logout/", accounts.log_out, name="logout"),
    path("password/", accounts.password, name="password"),
    path("sessions/", accounts.sessions, name="sessions"),
    path("sessions/<uuid:pk>/end/", accounts.end_session, name="session-end"),
    path("invitation/<token>/", accounts.invitation, name="invitation"),
    path("ledgers/<code>/", ledgers.ledger_list, name="ledger-list"),
    path("ledgers/<code>/new/", entries.entry_new, name="entry-new"),
    path("ledgers/<code>/<uuid:pk>/", include(record)),
    path("evidence/<code>/<org>/<period>/", figures.evidence, name="evidence"),
    path("evidence/<code>/<org>/<period>/units/", figures.evidence_units, name="evidence-units"),
    path("figures/", figures.figures, name="figures"),
    path("figures/<line>/", figures.figures, name="figures-line"),
    path("attention/", figures.attention, name="attention-list"),
    path("attention/<code>/", figures.attention, name="attention"),
    path("people/suggest/", people.suggest, name="people-suggest"),
    path("people/<uuid:pk>/", people.person_detail, name="person-detail"),
    path("people/<uuid:pk>/identity/", people.person_identity, name="person-identity"),
    path("organisations/<code>/", organisations.organisation_detail, name="organisation-detail"),
]
