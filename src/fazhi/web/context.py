"""What every page needs to draw its frame."""

from typing import Any

from django.http import HttpRequest

from fazhi.notices.models import Notice
from fazhi.office.actor import STRANGER, Actor
from fazhi.office.models import Role
from fazhi.office.right import Right
from fazhi.web import aids, errands, kiosk
from fazhi.web.citizen import citizen_of
from fazhi.web.display import display_of
from fazhi.web.navigation import entries, here, work


def frame(request: HttpRequest) -> dict[str, Any]:
    """The reader's display and its tools, the actor, the places of the desk and the errands of the portal."""
    actor, display = getattr(request, "actor", STRANGER), display_of(request)
    return {
        "display": display,
        "aids": aids.rows(display),
        "languages": aids.languages(display),
        "kiosk": kiosk.terminal(request, display),
        "actor": actor,
        "citizen": citizen_of(request),
        "roles": sorted({Role(role).label for _, role in actor.capacities()}),
        "sees_log_ins": actor.may(Right.SEE_LOG_INS),
        "places": entries(request),
        "work": work(request),
        "here": here(request),
        "unread": _unread(actor),
        "errands": errands.entries(request.path),
    }


def _unread(actor: Actor) -> int:
    """How many notices the person has not read."""
    mine = Notice.objects.filter(person=actor.person_id, read_at=None)
    return mine.count() if actor.person_id is not None else 0
