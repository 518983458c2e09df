"""Who acts for whom: the delegations that hold on a day (代理)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from fazhi.office.models import Appointment, Delegation, Role
from fazhi.office.models.validity import on


@dataclass(frozen=True)
class Proxy:
    """A post of another person in which somebody acts."""

    delegation_id: int
    organ_id: int
    role: Role
    title: str
    principal_id: int
    principal: str


def standing(day: date, at: datetime | None = None) -> QuerySet[Delegation]:
    """The delegations that hold on a day, or at a moment of it: principal still in the post, not revoked.

    Without the moment, one revoked on that day no longer counts for it.
    """
    held = Appointment.objects.filter(on(day), person=OuterRef("principal"), post=OuterRef("post"))
    revoked_later = Q(revoked_at__gt=at, made_at__lte=at) if at else Q(revoked_at__date__gt=day)
    made = Q(made_at__lte=at) if at else Q()
    kept = (Q(revoked_at=None) & made) | revoked_later
    return Delegation.objects.filter(kept, Exists(held), since__lte=day, until__gte=day)


def proxies_of(person_id: int, day: date, at: datetime | None = None) -> tuple[Proxy, ...]:
    """The posts in which a person acts for others on a day."""
    rows = standing(day, at).filter(delegate=person_id).select_related("post", "principal").order_by("pk")
    return tuple(
        Proxy(
            row.pk,
            row.post.organ_id,
            Role(row.post.role),
            row.post.title,
            row.principal_id,
            row.principal.name,
        )
        for row in rows
    )
