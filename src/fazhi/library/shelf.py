"""What stands in the library today, and finding in it by organ, subject, year, validity and words."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, Q, QuerySet, Subquery
from django.db.models.expressions import OuterRef
from django.db.models.functions import Coalesce, ExtractYear

from fazhi.duties.models import Outline
from fazhi.library.models import Item, Link, Opening, Validity
from fazhi.search.saying import saying

DAY = Coalesce("issued_on", "signed_on")
"""The day by which a document's year goes: of issue, or else of signature; without both it has none."""


SAYING = ("title", "number", "index_number", "summary")


@dataclass(frozen=True)
class Search:
    """What a reader looks for; an empty field does not restrict."""

    text: str = ""
    kind: str = ""
    organ: int | None = None
    subject: str = ""
    year: int | None = None
    state: str = ""

    def condition(self) -> Q:
        """The condition on rows that carry ``year`` and ``state``."""
        exact = {
            "kind": self.kind, "organ": self.organ, "subject": self.subject, "year": self.year,
            "state": self.state,
        }  # fmt: skip
        found = Q(**{name: value for name, value in exact.items() if value})
        return found & saying(self.text, *(f"{column}__icontains" for column in SAYING))


def published() -> QuerySet[Item]:
    """What everybody may see."""
    return Item.objects.filter(withdrawal=None).select_related("organ")


def standing(rows: QuerySet[Item], today: date) -> QuerySet[Item]:
    """Rows with ``state``, the validity on a day, and ``year``; nothing of it is stored."""
    known = Validity.objects.filter(item=OuterRef("pk")).filter(Q(since=None) | Q(since__lte=today))
    latest = known.order_by(F("since").desc(nulls_last=True), "-pk").values("state")[:1]
    return rows.annotate(state=Subquery(latest), year=ExtractYear(DAY))


def matching(search: Search, today: date) -> QuerySet[Item]:
    """The published documents found, the last published first."""
    return standing(published(), today).filter(search.condition())


def state(item: Item, today: date) -> Validity.State:
    """How one document stands on a day."""
    (row,) = standing(Item.objects.filter(pk=item.pk), today)
    return Validity.State(row.state)  # type: ignore[attr-defined]


def subjects() -> list[str]:
    """The subjects that published documents have."""
    rows = published().exclude(subject="").order_by("subject")
    return list(rows.values_list("subject", flat=True).distinct())


def years() -> list[int]:
    """The years that published documents have, the latest first."""
    days = published().order_by().values_list(DAY, flat=True).distinct()
    return sorted({day.year for day in days if day}, reverse=True)


def readings(item: Item) -> QuerySet[Item]:
    """The published readings of a document."""
    return published().filter(pk__in=_linked(Link.objects.filter(document=item), "reading_id"))


def documents(item: Item) -> QuerySet[Item]:
    """The published documents that a reading explains."""
    return published().filter(pk__in=_linked(Link.objects.filter(reading=item), "document_id"))


def _linked(links: QuerySet[Link], other: str) -> list[int]:
    latest = dict(links.order_by("pk").values_list(other, "stands"))
    return [pk for pk, stands in latest.items() if stands]


def opened() -> QuerySet[Outline]:
    """The outlines whose duties everybody may see."""
    return Outline.objects.filter(Exists(Opening.objects.filter(outline=OuterRef("pk"), closing=None)))
