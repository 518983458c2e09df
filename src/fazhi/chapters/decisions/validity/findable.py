"""Documents of the register, as the search finds them: what is published is for everybody."""

from collections.abc import Iterable, Iterator, Mapping

from django.urls import reverse

from fazhi.chapters.decisions.validity.models import Document
from fazhi.office.actor import Actor
from fazhi.office.right import Right
from fazhi.search.source import EVERYBODY, Entry, Watch


class Documents:
    """By name, number, issuer and bases."""

    kind = "normative"
    title = "规范性文件"
    icon = "file"
    table = "validity_document"
    watches = (Watch("validity_document"),)

    def entries(self, keys: Iterable[int]) -> Iterator[Entry]:
        for row in Document.objects.filter(pk__in=keys):
            organs, circles = frozenset({row.organ_id}), frozenset({EVERYBODY})
            yield Entry(row.pk, row.name, row.text, row.published_on, organs, circles)

    def circles(self, actor: Actor) -> frozenset[str] | None:
        return None if actor.may(Right.READ) else frozenset({EVERYBODY})

    def pages(self, actor: Actor, keys: Iterable[int]) -> Mapping[int, str]:
        page = "web:validity-document" if actor.may(Right.READ) else "web:normative-document"
        held = Document.objects.filter(pk__in=keys).values_list("pk", flat=True)
        return {pk: reverse(page, args=[pk]) for pk in held}
