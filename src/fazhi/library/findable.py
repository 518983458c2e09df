"""Published documents with their whole text and opened measures, as the search finds them: for everybody."""

from collections.abc import Iterable, Iterator, Mapping

from django.db.models import QuerySet
from django.urls import reverse

from fazhi.duties.models import Measure
from fazhi.library import shelf
from fazhi.office.actor import Actor
from fazhi.office.right import Right
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


OF_OUTLINE = "SELECT m.id AS id FROM duties_measure m WHERE m.outline_id = {outline}"
OPENED = OF_OUTLINE.format(outline="{row}.outline_id")
CLOSED = OF_OUTLINE.format(
    outline="(SELECT o.outline_id FROM library_opening o WHERE o.id = {row}.opening_id)"
)


class OpenedMeasures:
    """Measures whose duties everybody may see; officials find them as measures of the desk."""

    kind = "opened"
    title = "任务公开"
    icon = "outline"
    table = "duties_measure"
    watches = (
        Watch("duties_measure"),
        Watch("library_opening", OPENED),
        Watch("library_closing", CLOSED),
    )

    def entries(self, keys: Iterable[int]) -> Iterator[Entry]:
        for row in _opened(keys):
            title = f"{row.number}. {row.title}" if row.title else f"{row.outline.title} {row.number}"
            yield Entry(row.pk, title, row.text, row.deadline, circles=frozenset({EVERYBODY}))

    def circles(self, actor: Actor) -> frozenset[str] | None:
        return frozenset() if actor.may(Right.READ) else frozenset({EVERYBODY})

    def pages(self, actor: Actor, keys: Iterable[int]) -> Mapping[int, str]:
        rows = () if actor.may(Right.READ) else _opened(keys)
        return {row.pk: reverse("web:public-measure", args=[row.outline_id, row.pk]) for row in rows}


def _opened(keys: Iterable[int]) -> QuerySet[Measure]:
    rows = Measure.objects.filter(pk__in=keys, withdrawn=False, outline__in=shelf.opened())
    return rows.select_related("outline")
