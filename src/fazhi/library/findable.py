"""Published documents with their whole text, as the search finds them: for everybody."""

from collections.abc import Iterable, Iterator, Mapping

from django.urls import reverse

from fazhi.library import shelf
from fazhi.office.actor import Actor
from fazhi.search.source import EVERYBODY, Entry, Watch

BY_ITEM = "SELECT {row}.item_id AS id"


class Documents:
    """What is withdrawn is found by nobody here; its keepers find it on their desk."""

    kind = "library"
    title = "公开文件"
    icon = "publish"
    table = "library_item"
    watches = (
        Watch("library_item"),
        Watch("library_wording", BY_ITEM),
        Watch("library_withdrawal", BY_ITEM),
    )

    def entries(self, keys: Iterable[int]) -> Iterator[Entry]:
        for row in shelf.published().filter(pk__in=keys).select_related("organ", "wording"):
            said = (row.number, row.index_number, row.subject, row.summary, row.wording.text)
            day = row.issued_on or row.signed_on
            organs = frozenset({row.organ_id})
            text = "\n".join(filter(None, said))
            yield Entry(row.pk, row.title, text, day, organs, frozenset({EVERYBODY}))

    def circles(self, actor: Actor) -> frozenset[str] | None:  # noqa: ARG002
        return frozenset({EVERYBODY})

    def pages(self, actor: Actor, keys: Iterable[int]) -> Mapping[int, str]:  # noqa: ARG002
        held = shelf.published().filter(pk__in=keys).values_list("pk", flat=True)
        return {pk: reverse("web:library-item", args=[pk]) for pk in held}
