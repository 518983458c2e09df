"""Every address of the desk."""

from django.urls import URLPattern, URLResolver, include, path

from fazhi.web.views import (
    case,
    cases,
    drafts,
    exports,
    feeds,
    inbox,
    occurrence,
    organs,
    outlines,
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
from fazhi.web.views.ledger import ledger
from fazhi.web.views.matrix import matrix
from fazhi.web.views.measure import measure
from fazhi.web.views.session import login, logout, password
from fazhi.web.views.switch import switch

handler400 = "fazhi.web.views.errors.bad_request"
handler403 = "fazhi.web.views.errors.refused"
handler404 = "fazhi.web.views.errors.missing"
handler500 = "fazhi.web.views.errors.failed"

pages: list[URLPattern | URLResolver] = [
    path("", dashboard, name="dashboard"),
    path("login", login, name="login"),
    path("logout", logout, name="logout"),
    path("password", password, name="password"),
    path("display", switch, name="switch"),
    path("healthz", health, name="health"),
    path("components", gallery, name="gallery"),
    path("calculator", calculator, name="calculator"),
    path("statutes", statutes.statutes, name="statutes"),
    path("statutes/<str:key>", statutes.statute, name="statute"),
    path("statutes/<str:key>/compare", statutes.compare, name="compare"),
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
    path("", include("fazhi.api.pages")),
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
    path("drafts/<int:pk>", drafts.draft, name="draft"),
    path("drafts/<int:pk>/settle", drafts.settle, name="settle"),
    path("drafts/<int:pk>/commit", drafts.commit, name="commit"),
    path("drafts/<int:pk>/discard", drafts.discard, name="discard"),
]
urlpatterns = [path("", include((pages, "web"))), path("api/v1/", include("fazhi.api.urls"))]
