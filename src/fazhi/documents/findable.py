"""Issued documents as the search finds them: by number and kind; a title may name a party and stays out."""

from collections.abc import Iterable, Iterator, Mapping

from django.urls import reverse

from fazhi.documents import policy
from fazhi.documents.models import Issue
from fazhi.office.actor import Actor
from fazhi.office.right import Right
from fazhi.search.source import Entry, Watch


class Documents:
    """Whoever reads the organ's files finds what it issued; of a case only who sees the case."""

    kind = "document"
    title = "文书"
    icon = "confirm"
    table = "documents_issue"
    watches = (Watch("documents_issue"),)

    def entries(self, keys: Iterable[int]) -> Iterator[Entry]:
        for row in _issues(keys):
            document = row.version.document
            organs = frozenset({document.organ_id})
            circles = frozenset({f"organ-{document.organ_id}"})
            yield Entry(row.pk, f"{document.kind} {row.number}", "", row.dated, organs, circles)

    def circles(self, actor: Actor) -> frozenset[str] | None:
        if actor.may(Right.READ_FILE):
            return None
        return frozenset(f"organ-{organ}" for organ, _ in actor.capacities() if _reads(actor, organ))

    def pages(self, actor: Actor, keys: Iterable[int]) -> Mapping[int, str]:
        seen = policy.visible(actor).values("pk")
        rows = Issue.objects.filter(pk__in=keys, version__document__in=seen)
        found = rows.values_list("pk", "version__document_id")
        return {pk: reverse("web:paper", args=[document]) for pk, document in found}


def _reads(actor: Actor, organ: int) -> bool:
    return actor.may(Right.READ_FILE, organ)


def _issues(keys: Iterable[int]) -> Iterable[Issue]:
    return Issue.objects.filter(pk__in=keys).select_related("version__document", "number__series")
