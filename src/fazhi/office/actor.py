"""The one access policy: which right a person has, over which organ, on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.utils import timezone

from fazhi.fault import Fault
from fazhi.office.models import Appointment, Role
from fazhi.office.models.validity import on
from fazhi.office.right import EVERYWHERE, OWN_ORGAN, Right


@dataclass(frozen=True)
class Actor:
    """A person with the posts held today: the only thing the policy looks at."""

    person_id: int | None
    name: str
    posts: frozenset[tuple[int, Role]]
    """Pairs of organ id and role."""

    def may(self, right: Right, organ_id: int | None = None) -> bool:
        """Whether a post of this person gives the right, everywhere or over the organ.

        >>> clerk = Actor(1, "演示·承办人甲", frozenset({(7, Role.CLERK)}))
        >>> clerk.may(Right.READ), clerk.may(Right.ANSWER, 7), clerk.may(Right.ANSWER, 8)
        (True, True, False)
        """
        return any(
            right in EVERYWHERE[role] or (organ == organ_id and right in OWN_ORGAN[role])
            for organ, role in self.posts
        )

    def organs(self) -> frozenset[int]:
        """The organs in which this person holds a post."""
        return frozenset(organ for organ, _ in self.posts)

    @property
    def identity(self) -> int:
        """The person behind a record; a stranger has none and is refused."""
        if self.person_id is None:
            raise Fault("office.E002", "您还没有登记为本系统人员", "请由管理员登记人员和任职")
        return self.person_id

    def speaks_for(self, organ_id: int) -> int | None:
        """The organ in whose name this person acts on an organ's business: that one, else their own."""
        own = self.organs()
        return organ_id if organ_id in own else min(own, default=None)

    def demand(self, right: Right, organ_id: int | None = None) -> None:
        """Refuse with a ``Fault`` where the right is not given."""
        if not self.may(right, organ_id):
            raise Fault("office.E001", "您的岗位无权办理这一事项", "请由有权岗位的人员办理")


STRANGER = Actor(None, "", frozenset())


def actor_of(user: AbstractBaseUser | AnonymousUser, day: date | None = None) -> Actor:
    """The actor behind a log-in, with the posts valid on the day (today unless told)."""
    if not user.is_authenticated:
        return STRANGER
    held = Appointment.objects.filter(on(day or timezone.localdate()), person__user=user.pk)
    return _actor(held.select_related("person", "post"))


def _actor(held: Iterable[Appointment]) -> Actor:
    rows = list(held)
    if not rows:
        return STRANGER
    posts = frozenset((row.post.organ_id, Role(row.post.role)) for row in rows)
    return Actor(rows[0].person_id, rows[0].person.name, posts)
