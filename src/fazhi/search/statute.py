"""Statutes by their titles; their articles have an index of their own (``fazhi.statutes.search``)."""

from collections.abc import Iterable, Iterator, Mapping

from django.urls import reverse

from fazhi.office.actor import Actor
from fazhi.search.source import Entry, Watch
from fazhi.statutes.models import Statute


class Statutes:
    """The text of the law is for everybody."""

    kind = "statute"
    title = "法规"
    icon = "law"
    table = "statutes_statute"
    watches = (Watch("statutes_statute"),)

    def entries(self, keys: Iterable[int]) -> Iterator[Entry]:
        for row in Statute.objects.filter(pk__in=keys):
            yield Entry(row.pk, row.title, day=row.enacted)

    def circles(self, actor: Actor) -> None:  # noqa: ARG002
        return None

    def pages(self, actor: Actor, keys: Iterable[int]) -> Mapping[int, str]:  # noqa: ARG002
        rows = Statute.objects.filter(pk__in=keys).values_list("pk", "key")
        return {pk: reverse("web:statute", args=[key]) for pk, key in rows}
