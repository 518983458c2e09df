"""Every named page of the site with an example: walked by the tests of access, weight and accessibility.

A new address with parameters needs its examples in ``EXAMPLES``; one without is walked by itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from fazhi.cases.models import Case
from fazhi.documents.models import Document, Original, Series
from fazhi.duties.models import Draft, Edition, Measure, Occurrence
from fazhi.library.models import Item
from fazhi.portal.models import Window

STATUTE = "示例区便民服务办法"


@dataclass(frozen=True)
class World:
    """The rows that examples lead to."""

    edition: Edition
    occurrence: Occurrence
    measure: Measure
    draft: Draft
    case: Case
    original: Original
    paper: Document
    series: Series
    window: Window
    item: Item


Examples = Callable[[World], list[str]]
EXAMPLES: dict[str, Examples] = {
    "statute": lambda _: [
        f"/statutes/{STATUTE}", f"/statutes/{STATUTE}?on=2019-01-01", "/statutes/行政复议法",
        "/statutes/没有的法",
    ],
    "compare": lambda _: [f"/statutes/{STATUTE}/compare"],
    "occurrence": lambda world: [f"/duties/{world.occurrence.pk}"],
    "assign": lambda world: [f"/tasks/{world.occurrence.duty_id}/assign"],
    "organ": lambda _: ["/organs/justice"],
    "measure": lambda world: [f"/measures/{world.measure.pk}"],
    "measure-names": lambda world: [f"/measures/{world.measure.pk}/names"],
    "outline": lambda world: [f"/outlines/{world.edition.outline_id}"],
    "edition": lambda world: [f"/editions/{world.edition.pk}"],
    "draft": lambda world: [f"/drafts/{world.draft.pk}"],
    "settle": lambda world: [f"/drafts/{world.draft.pk}/settle"],
    "case": lambda world: [f"/cases/{world.case.pk}"],
    "case-clock": lambda world: [f"/cases/{world.case.pk}/clocks/reply"],
    "case-new": lambda _: ["/cases/new/disclosure-on-request"],
    "erasure": lambda world: [f"/cases/{world.case.pk}/erasure"],
    "drafting": lambda world: [f"/cases/{world.case.pk}/acts/ask_to_complete/papers"],
    "series": lambda world: [f"/numbers/{world.series.pk}", f"/numbers/{world.series.pk}?kind=open"],
    "paper": lambda world: [f"/papers/{world.paper.pk}"],
    "verification": lambda _: ["/verify/222222222222"],
    "application": lambda world: [f"/apply/{world.window.pk}"],
    "library-item": lambda world: [f"/library/{world.item.pk}"],
    "publishing-item": lambda world: [f"/publishing/{world.item.pk}"],
    "opening": lambda world: [f"/outlines/{world.edition.outline_id}/opening"],
    "public-outline": lambda world: [f"/public-duties/{world.edition.outline_id}"],
    "public-measure": lambda world: [
        f"/public-duties/{world.edition.outline_id}/measures/{world.measure.pk}"
    ],
    "indicator": lambda _: [
        "/indicators/document-reviewed", "/indicators/decision-review-days?period=2025",
        "/indicators/power-list-process",
    ],
    "redaction": lambda world: [f"/redactions/{world.original.pk}"],
}  # fmt: skip
"""Pages with parameters."""
MORE: dict[str, tuple[str, ...]] = {
    "calculator": (
        "?from=2024-02-06&rule=recon-review-5wd", "?from=x&count=0", "?from=2026-11-24&rule=recon-apply-60d",
        "?from=2024-02-06&count=2&unit=year",
    ),
    "statutes": ("?q=电话", "?q=无此事"),
    "ledger": ("?q=无此事",),
    "library": ("?q=无此事", "?state=in-force"),
    "search": ("?q=示例", "?q=无此事", "?q=", "?q=示例&kind=statute"),
    "matrix": ("?view=table",),
    "calendar": ("?month=2024-12", "?month=2024-11"),
    "indicators": ("?period=2025H1&organ=justice",),
}  # fmt: skip
"""Other states of pages without parameters."""
NO_PAGE: set[str] = {
    "logout", "switch", "health", "readiness", "metrics", "token-revoke", "export-ledger", "step", "evidence",
    "issue-feed", "revoke-feed", "feed", "export-xlsx", "export-docx", "commit", "discard",
    "kiosk-end", "kiosk-leave", "case-act", "case-look", "case-engage", "case-paper", "case-picture",
    "ledger-keys", "checkpoint", "case-receipt",
    "inbox-read", "end-session", "end-other-sessions", "revoke-delegation", "export-log-ins",
    "erasure-propose", "erasure-rule",
    "account_logout", "openid_connect_login", "openid_connect_callback", "mfa_edit_webauthn",
    "mfa_remove_webauthn",
    "webhook-end", "window-close", "track-paper", "track-rate", "ratings-file", "delivery",
    "configuration", "jwks", "authorization", "token", "userinfo", "revoke",
    "paper-version", "paper-withdraw", "number-settle", "paper-propose", "paper-rule",
    "original", "decide", "publish", "released",
    "indicator-freeze", "indicator-settle", "indicator-rows", "report-figures",
}  # fmt: skip
"""Addresses that answer with a file, with data, or with another address."""
ELSEWHERE = {
    "register", "register-editions", "register-import", "register-audit", "register-alignment",
    "register-edition", "register-entry", "register-correct", "register-report", "list", "list-item",
    "consultation", "consulting", "consulting-new", "case-join", "case-sever", "legality",
    "normative-document", "clean-up-results", "validity-document", "validity-correct", "validity-report",
    "validity-campaign", "file", "responsibility",
    "counsel-case", "counsel-adviser", "counsel-choose",
    "hearing", "hearing-result", "hearing-work", "hearing-new",
}  # fmt: skip
"""Pages that have a walk of their own: browser/test_registers, test_consultations,
test_legality, test_archive; test_joinder, test_validity, test_normative_documents."""
NO_PAGE |= {
    "register-template", "register-file", "register-decide", "register-keep", "register-discard",
    "catalogue", "list-schema", "list-file",
    "library-file", "library-feed", "lists-feed", "consultations-feed", "library-download", "publishing-step",
    "file-index", "file-closing", "file-sheet", "file-step", "responsibility-person", "enlist",
    "consultation-say", "consulting-look", "consulting-step", "legality-step",
    "normative-file", "validity-template", "validity-keep", "validity-discard", "validity-settle",
    "validity-advance", "validity-publish", "validity-withdraw", "validity-answer", "validity-year-file",
    "validity-change",
    "mine-ask", "mine-data", "mine-enter", "mine-leave", "mine-add", "mine-close", "mine-matter",
    "counsel-step", "hearing-register", "hearing-record", "hearing-look", "hearing-step",
}  # fmt: skip


SPACES: dict[int, str] = {}
"""The name space of each address; the pages of the log-in library have none."""


def patterns(resolver: URLResolver | None = None, space: str = "") -> Iterator[URLPattern]:
    """Every address of the site."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from (
                ()
                if entry.namespace == "api"
                else patterns(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
            )
        else:
            SPACES[id(entry)] = space
            yield entry


def full_name(pattern: URLPattern) -> str:
    """The name by which an address is reversed."""
    return SPACES[id(pattern)] + str(pattern.name)


def is_public(pattern: URLPattern) -> bool:
    return str(pattern.callback.policy).startswith("public:")


def pages(world: World, *, public: bool) -> list[str]:
    """The addresses of all pages that are open to everybody, or of all others."""
    left_out = NO_PAGE | ELSEWHERE
    chosen = [p for p in patterns() if p.name not in left_out and is_public(p) is public]
    return [address for pattern in chosen for address in _examples(pattern, world)]


def _examples(pattern: URLPattern, world: World) -> list[str]:
    name = str(pattern.name)
    if pattern.pattern.converters:
        return EXAMPLES[name](world)
    address = reverse(full_name(pattern))
    return [address, *(address + query for query in MORE.get(name, ()))]
