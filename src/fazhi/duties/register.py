"""Finding duties in the ledger: by status, organ and its part, chapter, modality, year and words."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from fazhi.duties.lateness import with_first_answer
from fazhi.duties.models import Assignment, Occurrence
from fazhi.duties.status import Status, with_status
from fazhi.search.saying import saying

SAYING = (
    "duty__text__icontains", "duty__measure__title__icontains", "organ__name__icontains",
    "duty__measure__number",
)  # fmt: skip


@dataclass(frozen=True)
class Search:
    """What a reader looks for; an empty field does not restrict."""

    text: str = ""
    status: Status | None = None
    organ: int | None = None
    duty: int | None = None
    outline: int | None = None
    chapter: str = ""
    year: int | None = None
    day: date | None = None
    part: str = ""
    """The part that the organ has in the measure (lead, responsible, cooperating)."""
    modality: str = ""

    def condition(self) -> Q:
        """The condition on occurrences, without the status, which depends on the day."""
        exact = {
            "organ": self.organ,
            "duty": self.duty,
            "duty__measure__outline": self.outline,
            "duty__measure__chapter": self.chapter or None,
            "due_on__year": self.year,
            "due_on": self.day,
            "duty__modality": self.modality or None,
        }
        chosen = Q(**{name: value for name, value in exact.items() if value is not None})
        return chosen & saying(self.text, *SAYING) & (Q(_holds(self.part)) if self.part else Q())


def _holds(part: str) -> Exists:
    measure, organ = OuterRef("duty__measure"), OuterRef("organ")
    return Exists(Assignment.objects.filter(measure=measure, organ=organ, part=part))


def in_force() -> QuerySet[Occurrence]:
    """The occurrences that an edition in force asks for; withdrawn ones stay on record but owe nothing."""
    return Occurrence.objects.filter(withdrawn=None)


def matching(search: Search, today: date) -> QuerySet[Occurrence]:
    """The occurrences found, whatever their status, in the order they fall due, with all a row shows."""
    rows = in_force().filter(search.condition()).select_related("organ", "duty__measure__outline")
    return with_first_answer(with_status(rows, today)).order_by(
        "due_on", "duty__measure__position", "duty__position", "organ_id"
    )


def of_status(rows: QuerySet[Occurrence], status: Status | None) -> QuerySet[Occurrence]:
    """Only the rows of one status, where one was asked for."""
    return rows.filter(Q(status=status.value)) if status else rows
