"""Every address of the desk."""

from django.urls import include, path

from fazhi.web.views import (
    api,
    drafts,
    editions,
    exports,
    feeds,
    lists,
    occurrence,
    organs,
    outlines,
    register_checks,
    register_files,
    register_import,
    registers,
    statutes,
)
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

pages = [
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
    path("api/v1/period", api.period, name="api-period"),
    path("api/v1/rules", api.rules, name="api-rules"),
    path("duties", ledger, name="ledger"),
    path("duties.xlsx", exports.ledger, name="export-ledger"),
    path("duties/<int:pk>", occurrence.occurrence, name="occurrence"),
    path("duties/<int:pk>/<slug:kind>", occurrence.step, name="step"),
    path("tasks/<int:pk>/assign", assign, name="assign"),
    path("evidence/<int:pk>", evidence, name="evidence"),
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
urlpatterns = [path("", include((pages, "web")))]
