"""The one access policy: which right a post gives, over which organ, on a day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import wraps
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from fazhi.fault import Fault
from fazhi.office.models import Appointment, Role
from fazhi.office.models.validity import on


class Right(StrEnum):
    """Something a person may do; a view, an action and an export each name the one they need."""

    READ = "read"
    """See the outline, its measures and duties, and how they stand."""
    READ_FILE = "read-file"
    """See what an organ answered: texts, evidence, reasons of a return."""
    IMPORT = "import"
    """Bring an outline in, resolve its units, correct schedules."""
    SUPERVISE = "supervise"
    """Ask, confirm, return, chase."""
    ANSWER = "answer"
    """Answer a duty for an organ, with evidence."""


EVERYWHERE = {
    Role.COORDINATOR: {Right.READ, Right.READ_FILE, Right.IMPORT, Right.SUPERVISE},
    Role.AUDITOR: {Right.READ, Right.READ_FILE},
    Role.LEADER: {Right.READ},
    Role.CLERK: {Right.READ},
}
OWN_ORGAN = {
    Role.COORDINATOR: {Right.ANSWER},
    Role.AUDITOR: set[Right](),
    Role.LEADER: {Right.READ_FILE},
    Role.CLERK: {Right.READ_FILE, Right.ANSWER},
}


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


View = Callable[..., HttpResponseBase]


def requires(right: Right) -> Callable[[View], View]:
    """Guard a view by a right; without a log-in the visitor is sent to the log-in page."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            request.actor.demand(right)  # type: ignore[attr-defined]
            return view(request, *args, **kwargs)

        guarded.policy = right  # type: ignore[attr-defined]
        return guarded

    return guard


def public(reason: str) -> Callable[[View], View]:
    """Mark a view as open to everybody, and say why."""

    def mark(view: View) -> View:
        view.policy = f"public: {reason}"  # type: ignore[attr-defined]
        return view

    return mark


class ActorMiddleware:
    """Put the actor on each request, so that no view works out rights by itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = actor_of(request.user)  # type: ignore[attr-defined]
        return self.get_response(request)
