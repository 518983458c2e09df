"""Cases as the search finds them: by number, by what they are about, by their procedure; never by a party."""

from collections.abc import Iterable, Iterator, Mapping

from django.urls import reverse

from fazhi.cases import policy
from fazhi.cases.models import Case, Secrecy
from fazhi.office.actor import Actor
from fazhi.office.right import Right
from fazhi.search.source import Entry, Watch


class Cases:
    """The circles repeat ``cases.policy`` in the index's words; what is shown, the policy alone decides."""

    kind = "case"
    title = "案件"
    icon = "file"
    table = "cases_case"
    watches = (
        Watch("cases_case"),
        Watch("cases_case_handlers", "SELECT {row}.case_id AS id"),
    )

    def entries(self, keys: Iterable[int]) -> Iterator[Entry]:
        rows = Case.objects.filter(pk__in=keys).select_related("edition").prefetch_related("handlers")
        for row in rows.defer("edition__content"):
            text = f"{row.number}\n{row.edition.title}"
            yield Entry(row.pk, row.title or row.number, text, row.began_on, _organs(row), _circles(row))

    def circles(self, actor: Actor) -> frozenset[str] | None:
        if actor.person_id is None:
            return frozenset()
        if actor.may(Right.SEE_RESTRICTED):
            return None
        mine = f"person-{actor.person_id}"
        if actor.may(Right.SEE_CASES):
            return frozenset({"ordinary", mine})
        organs = (f"organ-{organ}" for organ in actor.organs() if actor.may(Right.SEE_CASES, organ))
        return frozenset({mine, *organs})

    def pages(self, actor: Actor, keys: Iterable[int]) -> Mapping[int, str]:
        seen = policy.visible(actor).filter(pk__in=keys).values_list("pk", flat=True)
        return {pk: reverse("web:case", args=[pk]) for pk in seen}


def _organs(row: Case) -> frozenset[int]:
    return frozenset({row.organ_id})


def _circles(row: Case) -> frozenset[str]:
    handlers = {f"person-{person.pk}" for person in row.handlers.all()}
    if row.secrecy != Secrecy.ORDINARY:
        return frozenset(handlers)
    organs = {f"organ-{organ}" for organ in (row.organ_id, row.sent_to_id) if organ}
    return frozenset({"ordinary", *handlers, *organs})
