"""What every page needs to draw its frame."""

from typing import Any

from django.http import HttpRequest

from fazhi.notices.models import Notice
from fazhi.office.actor import STRANGER, Actor
from fazhi.office.models import Role
from fazhi.web.display import Theme, display_of
from fazhi.web.navigation import entries


def frame(request: HttpRequest) -> dict[str, Any]:
    """The reader's display, the actor and the places of the desk."""
    actor = getattr(request, "actor", STRANGER)
    return {
        "display": display_of(request),
        "themes": (
            (Theme.AUTO, "随系统", "auto"),
            (Theme.LIGHT, "浅色", "sun"),
            (Theme.DARK, "深色", "moon"),
        ),
        "actor": actor,
        "roles": sorted({Role(role).label for _, role in actor.posts}),
        "places": entries(request),
        "unread": _unread(actor),
    }


def _unread(actor: Actor) -> int:
    """How many notices the person has not read."""
    mine = Notice.objects.filter(person=actor.person_id, read_at=None)
    return mine.count() if actor.person_id is not None else 0
