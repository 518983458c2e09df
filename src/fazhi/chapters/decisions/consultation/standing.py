"""How a consultation stands: what became of each comment, and what is still to be done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from fazhi.chapters.decisions.consultation import likeness
from fazhi.chapters.decisions.consultation.likeness import Said
from fazhi.chapters.decisions.consultation.models import (
    Comment,
    Consultation,
    Disposition,
    Group,
    Result,
    Sight,
)
from fazhi.chapters.decisions.consultation.terms import CLOSE

LISTED = ("sights", "joinings__group")


@dataclass(frozen=True)
class Line:
    """A comment with the latest that was decided about it."""

    comment: Comment
    sight: Sight | None
    group: Group | None
    disposition: Disposition | None

    @property
    def shown(self) -> bool:
        """Whether everybody may read its words."""
        return self.sight is not None and self.sight.shown


@dataclass(frozen=True)
class Progress:
    """How many comments there are, wait for a look, are answered, and with what outcome."""

    total: int
    unseen: int
    answered: int
    outcomes: tuple[tuple[str, int], ...]

    @property
    def left(self) -> int:
        """How many lack their disposition."""
        return self.total - self.answered


def listed(consultation: Consultation) -> QuerySet[Comment]:
    """The comments of a consultation, ready to be made lines of."""
    return consultation.comments.select_related("disposition", "author").prefetch_related(*LISTED)


def lines(comments: Iterable[Comment]) -> list[Line]:
    """Each comment as it stands now."""
    return [_line(comment) for comment in comments]


def _line(comment: Comment) -> Line:
    sights, joinings = list(comment.sights.all()), list(comment.joinings.all())
    return Line(
        comment,
        sights[-1] if sights else None,
        joinings[-1].group if joinings else None,
        getattr(comment, "disposition", None),
    )


def progress(consultation: Consultation) -> Progress:
    """The figures of a consultation."""
    rows = consultation.comments
    found = Disposition.objects.filter(comment__consultation=consultation)
    counts = dict(found.values_list("outcome").annotate(n=Count("pk")))
    outcomes = tuple((str(o.label), counts.get(o.value, 0)) for o in Disposition.Outcome)
    return Progress(rows.count(), rows.filter(sights=None).count(), sum(counts.values()), outcomes)


def proposed(consultation: Consultation) -> list[list[Line]]:
    """Groups a person may confirm: of comments that are alike, without a group and without an answer."""
    free = listed(consultation).filter(disposition=None, joinings=None)
    held = {line.comment.number: line for line in lines(free)}
    said = [Said(n, one.comment.label, one.comment.text) for n, one in held.items()]
    return [[held[number] for number in group] for group in likeness.groups(said)]


def grouped(consultation: Consultation) -> list[tuple[Group, list[Line]]]:
    """The confirmed groups with those members that have no answer yet; answered groups are not among them."""
    found: dict[Group, list[Line]] = {}
    for line in lines(listed(consultation).filter(disposition=None).exclude(joinings=None)):
        if line.group:
            found.setdefault(line.group, []).append(line)
    return sorted(found.items(), key=lambda pair: pair[0].pk)


def ended(consultation: Consultation) -> bool:
    """Whether the end is on file."""
    return consultation.case.acts.filter(name=CLOSE).exists()


def result(consultation: Consultation) -> Result | None:
    """The account that was published."""
    return Result.objects.filter(consultation=consultation).first()


def open_to_comments(consultation: Consultation, day: date) -> bool:
    """Whether a comment is taken on a day."""
    return consultation.takes(day) and not consultation.case.outcome and not ended(consultation)
