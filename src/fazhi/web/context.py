"""What every page needs to draw its frame."""

from typing import Any

from django.http import HttpRequest

from fazhi.office.actor import STRANGER
from fazhi.office.models import Role
from fazhi.web import aids, kiosk
from fazhi.web.display import display_of
from fazhi.web.errands import open_errands
from fazhi.web.navigation import entries


def frame(request: HttpRequest) -> dict[str, Any]:
    """The reader's display and its tools, the actor, the places of the desk and the errands of the portal."""
    actor, display = getattr(request, "actor", STRANGER), display_of(request)
    return {
        "display": display,
        "aids": aids.rows(display),
        "languages": aids.languages(display),
        "kiosk": kiosk.terminal(request, display),
        "actor": actor,
        "roles": sorted({Role(role).label for _, role in actor.posts}),
        "places": entries(request),
        "errands": [(errand, errand.current(request.path)) for errand in open_errands()],
    }
