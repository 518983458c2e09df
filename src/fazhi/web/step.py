"""Pages with several forms: each form is a step, which is done, or refused on the page itself."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Protocol

from django.contrib import messages
from django.http import Http404
from django.utils import timezone

from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.web.desk import DeskRequest


class Action(Protocol):
    """What a step does, by one of the action objects."""

    def perform(self, actor: Actor, at: datetime) -> object: ...


Steps = Mapping[str, tuple[Callable[..., Action], str]]
"""By the name in the address: what makes the action, and what is said once it is done."""


def take(request: DeskRequest, steps: Steps, kind: str, *made_of: Any) -> Fault | None:
    """Perform a step and say that it is done; why it was refused, for the page to show, where it was."""
    if kind not in steps:
        raise Http404
    make, done = steps[kind]
    try:
        make(*made_of).perform(request.actor, timezone.now())
    except Fault as fault:
        return fault
    messages.success(request, done)
    return None
