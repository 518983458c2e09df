"""The one access policy: which right a person has, over which organ, on a day."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.utils import timezone

from fazhi.fault import Fault
from fazhi.office.models import Appointment, Role
from fazhi.office.models.validity import on
from fazhi.office.proxy import Proxy, proxies_of
from fazhi.office.right import EVERYWHERE, OWN_ORGAN, Right


@dataclass(frozen=True)
class Actor:
    """A person with the posts held today: the only thing the policy looks at."""

    person_id: int | None
    name: str
    posts: frozenset[tuple[int, Role]]
    """Pairs of organ id and role, of the posts this person holds."""
    proxies: tuple[Proxy, ...] = ()
    """The posts of others in which this person acts for them (代理)."""

    def capacities(self) -> frozenset[tuple[int, Role]]:
        """Pairs of organ id and role, of the posts held and of those of others."""
        return self.posts | {(proxy.organ_id, proxy.role) for proxy in self.proxies}

    def may(self, right: Right, organ_id: int | None = None) -> bool:
        """Whether a post of this person gives the right, everywhere or over the organ.

        >>> clerk = Actor(1, "演示·承办人甲", frozenset({(7, Role.CLERK)}))
        >>> clerk.may(Right.READ), clerk.may(Right.ANSWER, 7), clerk.may(Right.ANSWER, 8)
        (True, True, False)
        """
        return any(
            right in EVERYWHERE[role] or (organ == organ_id and right in OWN_ORGAN[role])
            for organ, role in self.capacities()
        )

    def acts_for(self, right: Right, organ_id: int | None = None) -> Proxy | None:
        """The delegation without which this person would lack the right; none where an own post gives it.

        >>> proxy = Proxy(3, 7, Role.LEADER, "负责人", 2, "演示·负责人甲")
        >>> clerk = Actor(1, "演示·审计员甲", frozenset({(7, Role.AUDITOR)}), (proxy,))
        >>> clerk.acts_for(Right.HANDLE, 7) == proxy, clerk.acts_for(Right.READ, 7)
        (True, None)
        """
        if replace(self, proxies=()).may(right, organ_id):
            return None
        alone = (replace(self, posts=frozenset(), proxies=(proxy,)) for proxy in self.proxies)
        return next((one.proxies[0] for one in alone if one.may(right, organ_id)), None)

    def organs(self) -> frozenset[int]:
        """The organs in which this person holds a post."""
        return frozenset(organ for organ, _ in self.posts)

    @property
    def identity(self) -> int:
        """The person behind a record; a stranger has none and is refused."""
        if self.person_id is None:
            raise Fault("office.E002", "您还没有登记为本系统人员", "请由管理员登记人员和任职")
        return self.person_id

    @property
    def on_record(self) -> int | None:
        """The person behind a record, none where the platform itself acts; a stranger is refused."""
        return None if self.person_id is None and self.posts else self.identity

    def speaks_for(self, organ_id: int) -> int | None:
        """The organ in whose name this person acts on an organ's business: that one, else their own."""
        own = self.organs()
        return organ_id if organ_id in own else min(own, default=None)

    def demand(self, right: Right, organ_id: int | None = None) -> None:
        """Refuse with a ``Fault`` where the right is not given."""
        if not self.may(right, organ_id):
            raise Fault("office.E001", "您的岗位无权办理这一事项", "请由有权岗位的人员办理")


STRANGER = Actor(None, "", frozenset())


def platform(organ_id: int) -> Actor:
    """The platform in an organ's name, for what its recorded acts alone show; what asks for a person refuses.

    >>> platform(7).may(Right.ANSWER, 7), platform(7).may(Right.ANSWER, 8), platform(7).may(Right.SUPERVISE)
    (True, False, False)
    """
    return Actor(None, "系统", frozenset({(organ_id, Role.CLERK)}))


def actor_of(user: AbstractBaseUser | AnonymousUser, day: date | None = None) -> Actor:
    """The actor behind a log-in, with the posts held and delegated on the day (today unless told)."""
    if not user.is_authenticated:
        return STRANGER
    day = day or timezone.localdate()
    held = Appointment.objects.filter(on(day), person__user=user.pk).select_related("person", "post")
    return _actor(list(held), day)


def actor_at(person_id: int, at: datetime) -> Actor:
    """The actor a person was at a moment, to tell in whose name a recorded act was done."""
    day = timezone.localdate(at)
    held = Appointment.objects.filter(on(day), person=person_id).select_related("person", "post")
    return _actor(list(held), day, at)


def _actor(held: list[Appointment], day: date, at: datetime | None = None) -> Actor:
    """Who holds no post of their own is lent none: a delegate always holds one."""
    if not held:
        return STRANGER
    person = held[0].person
    posts = frozenset((row.post.organ_id, Role(row.post.role)) for row in held)
    return Actor(person.pk, person.name, posts, proxies_of(person.pk, day, at))
