"""What every page needs to draw its frame."""

from typing import Any

from django.http import HttpRequest

from fazhi.office.actor import STRANGER
from fazhi.office.models import Role
from fazhi.office.right import Right
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
        "roles": sorted({Role(role).label for _, role in actor.capacities()}),
        "sees_log_ins": actor.may(Right.SEE_LOG_INS),
        "places": entries(request),
    }
