"""Every address of the desk."""

from django.urls import include, path

from fazhi.web.views import (
    api,
    case,
    cases,
    city,
    delegations,
    drafts,
    editions,
    exports,
    factors,
    feeds,
    inbox,
    kiosk,
    lists,
    log_ins,
    occurrence,
    organs,
    outlines,
    redactions,
    register_checks,
    register_files,
    register_import,
    registers,
    sessions,
    statutes,
    webhooks,
)  # fmt: skip
from fazhi.web.views.assignment import assign
from fazhi.web.views.calculator import calculator
from fazhi.web.views.calendar import calendar
from fazhi.web.views.dashboard import dashboard
from fazhi.web.views.evidence import evidence
from fazhi.web.views.gallery import gallery
from fazhi.web.views.health import health
from fazhi.web.views.home import home
from fazhi.web.views.ledger import ledger
from fazhi.web.views.matrix import matrix
from fazhi.web.views.measure import measure
from fazhi.web.views.session import login, logout, password
from fazhi.web.views.switch import switch
from fazhi.web.views.verification import ask, verification

handler400 = "fazhi.web.views.errors.bad_request"
handler403 = "fazhi.web.views.errors.refused"
handler404 = "fazhi.web.views.errors.missing"
handler429 = "fazhi.web.views.errors.too_many"
handler500 = "fazhi.web.views.errors.failed"

pages = [
    path("", dashboard, name="dashboard"),
    path("portal", home, name="home"),
    path("kiosk", kiosk.start, name="kiosk"),
    path("kiosk/idle", kiosk.idle, name="kiosk-idle"),
    path("kiosk/end", kiosk.end, name="kiosk-end"),
    path("kiosk/leave", kiosk.leave, name="kiosk-leave"),
    path("login", login, name="login"),
    path("logout", logout, name="logout"),
    path("password", password, name="password"),
    path("account/sessions", sessions.sessions, name="sessions"),
    path("account/sessions/<int:pk>/end", sessions.end, name="end-session"),
    path("account/sessions/end-others", sessions.end_others, name="end-other-sessions"),
    path("account/delegations", delegations.delegations, name="delegations"),
    path("account/delegations/<int:pk>/revoke", delegations.revoke, name="revoke-delegation"),
    path("audit/log-ins", log_ins.log_ins, name="log-ins"),
    path("audit/log-ins.xlsx", log_ins.export, name="export-log-ins"),
    path("display", switch, name="switch"),
    path("healthz", health, name="health"),
    path("components", gallery, name="gallery"),
    path("calculator", calculator, name="calculator"),
    path("verify", ask, name="verify"),
    path("verify/<str:typed>", verification, name="verification"),
    path("redactions", redactions.redactions, name="redactions"),
    path("redactions/<int:pk>", redactions.redaction, name="redaction"),
    path("redactions/<int:pk>/original", redactions.original, name="original"),
    path("redactions/<int:pk>/decide", redactions.decide, name="decide"),
    path("redactions/<int:pk>/publish", redactions.publish, name="publish"),
    path("redactions/<int:pk>/released.txt", redactions.released, name="released"),
    path("statutes", statutes.statutes, name="statutes"),
    path("statutes/<str:key>", statutes.statute, name="statute"),
    path("statutes/<str:key>/compare", statutes.compare, name="compare"),
    path("api/v1/period", api.period, name="api-period"),
    path("api/v1/rules", api.rules, name="api-rules"),
    path("duties", ledger, name="ledger"),
    path("duties.xlsx", exports.ledger, name="export-ledger"),
    path("duties/<int:pk>", occurrence.occurrence, name="occurrence"),
    path("duties/<int:pk>/<slug:kind>", occurrence.step, name="step"),
    path("tasks/<int:pk>/assign", assign, name="assign"),
    path("evidence/<int:pk>", evidence, name="evidence"),
    path("cases", cases.cases, name="cases"),
    path("cases/new", cases.procedures, name="case-procedures"),
    path("cases/new/<slug:procedure>", cases.new, name="case-new"),
    path("cases/<int:pk>", case.case, name="case"),
    path("cases/<int:pk>/acts/<slug:name>", case.act, name="case-act"),
    path("cases/<int:pk>/parties/<int:party>", case.look, name="case-look"),
    path("cases/<int:pk>/people", case.engage, name="case-engage"),
    path("cases/<int:pk>/papers/<int:paper>", case.paper, name="case-paper"),
    path("cases/<int:pk>/picture.svg", case.picture, name="case-picture"),
    path("inbox", inbox.inbox, name="inbox"),
    path("inbox/read", inbox.read, name="inbox-read"),
    path("webhooks", webhooks.webhooks, name="webhooks"),
    path("webhooks/<int:pk>/end", webhooks.end, name="webhook-end"),
    path("deliveries/<int:pk>", webhooks.delivery, name="delivery"),
    path("matrix", matrix, name="matrix"),
    path("organs", organs.organs, name="organs"),
    path("organs/<slug:code>", organs.organ, name="organ"),
    path("organs/<slug:code>/feed", feeds.issue, name="issue-feed"),
    path("organs/<slug:code>/feed/revoke", feeds.revoke, name="revoke-feed"),
    path("feeds/<slug:token>.ics", feeds.feed, name="feed"),
    path("calendar", calendar, name="calendar"),
    path("measures/<int:pk>", measure, name="measure"),
    path("outlines", outlines.outlines, name="outlines"),
    path("outlines/import", drafts.upload, name="upload"),
    path("outlines/<int:pk>", outlines.outline, name="outline"),
    path("outlines/<int:pk>/table.xlsx", exports.xlsx, name="export-xlsx"),
    path("outlines/<int:pk>/table.docx", exports.docx, name="export-docx"),
    path("editions/<int:pk>", outlines.edition, name="edition"),
    path("registers", registers.registers, name="registers"),
    path("registers/<int:pk>", registers.register, name="register"),
    path("registers/<int:pk>/editions", editions.editions, name="register-editions"),
    path("registers/<int:pk>/import", register_import.upload, name="register-import"),
    path("registers/<int:pk>/audit", register_checks.audit, name="register-audit"),
    path("registers/<int:pk>/alignment", register_checks.alignment, name="register-alignment"),
    path("registers/<int:pk>/template.xlsx", register_files.blank, name="register-template"),
    path("registers/<int:pk>/file.<slug:form>", register_files.export, name="register-file"),
    path("registers/editions/<int:pk>", editions.edition, name="register-edition"),
    path("registers/editions/<int:pk>/<slug:kind>", editions.decide, name="register-decide"),
    path("registers/entries/<int:pk>", registers.entry, name="register-entry"),
    path("registers/uploads/<int:pk>", register_import.report, name="register-report"),
    path("registers/uploads/<int:pk>/keep", register_import.keep, name="register-keep"),
    path("registers/uploads/<int:pk>/discard", register_import.discard, name="register-discard"),
    path("lists", lists.lists, name="lists"),
    path("lists/catalogue.jsonld", lists.catalogue, name="catalogue"),
    path("lists/<int:pk>", lists.published, name="list"),
    path("lists/<int:pk>/item", lists.item, name="list-item"),
    path("lists/<int:pk>/schema.json", lists.schema, name="list-schema"),
    path("lists/<int:pk>/file.<slug:form>", lists.download, name="list-file"),
    path("drafts/<int:pk>", drafts.draft, name="draft"),
    path("drafts/<int:pk>/settle", drafts.settle, name="settle"),
    path("drafts/<int:pk>/commit", drafts.commit, name="commit"),
    path("drafts/<int:pk>/discard", drafts.discard, name="discard"),
]
doors = [
    path("login", login, name="account_login"),
    path("logout", logout, name="account_logout"),
    path("login/second", factors.authenticate, name="mfa_authenticate"),
    path("login/passkey", factors.login_by_key, name="mfa_login_webauthn"),
    path("login/oidc/<slug:provider_id>", city.enter, name="openid_connect_login"),
    path("login/oidc/<slug:provider_id>/back", city.back, name="openid_connect_callback"),
    path("account/confirm", factors.confirm, name="account_reauthenticate"),
    path("account/confirm/code", factors.confirm_by_code, name="mfa_reauthenticate"),
    path("account/confirm/passkey", factors.confirm_by_key, name="mfa_reauthenticate_webauthn"),
    path("account/factors", factors.factors, name="mfa_index"),
    path("account/factors/totp", factors.activate_totp, name="mfa_activate_totp"),
    path("account/factors/totp/remove", factors.deactivate_totp, name="mfa_deactivate_totp"),
    path("account/factors/codes", factors.show_codes, name="mfa_view_recovery_codes"),
    path("account/factors/codes/new", factors.generate_codes, name="mfa_generate_recovery_codes"),
    path("account/factors/codes.txt", factors.download_codes, name="mfa_download_recovery_codes"),
    path("account/factors/passkeys", factors.list_keys, name="mfa_list_webauthn"),
    path("account/factors/passkeys/add", factors.add_key, name="mfa_add_webauthn"),
    path("account/factors/passkeys/<int:pk>/name", factors.edit_key, name="mfa_edit_webauthn"),
    path("account/factors/passkeys/<int:pk>/remove", factors.remove_key, name="mfa_remove_webauthn"),
]
"""Under the names by which the log-in library asks for them."""
urlpatterns = [path("", include((pages, "web"))), *doors]
