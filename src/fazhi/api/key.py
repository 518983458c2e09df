"""Idempotency keys: each person's own, so that nobody can find out or take what another one used."""

from fazhi.office.actor import Actor

LONGEST = 50
PATTERN = r"^[\x21-\x7e]*$"


def own(actor: Actor, key: str) -> str:
    """The key under which the act is stored; empty where none was sent.

    >>> own(Actor(7, "演示·承办人甲", frozenset()), "a1")
    'api:7:a1'
    """
    return f"api:{actor.identity}:{key}" if key else ""
