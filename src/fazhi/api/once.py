"""An action done once, even if the same request comes twice in the same moment."""

from datetime import datetime
from typing import Protocol, TypeVar

from django.db import IntegrityError

from fazhi.office.actor import Actor

T = TypeVar("T", covariant=True)


class Action(Protocol[T]):
    """A mutation with its idempotency key."""

    @property
    def key(self) -> str: ...

    def perform(self, actor: Actor, at: datetime) -> T: ...


def once(action: Action[T], actor: Actor, at: datetime) -> T:
    """What the action gives; where its twin took the key meanwhile, what the twin made.

    The database refuses a second row under one key, and the whole transaction with it: then the first one is
    on file, and asking again finds it.
    """
    try:
        return action.perform(actor, at)
    except IntegrityError:
        if not action.key:
            raise
        return action.perform(actor, at)
