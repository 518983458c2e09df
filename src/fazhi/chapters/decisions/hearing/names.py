"""Who registered, by name: in full for the list of participants, hidden for the result of a draw."""

from collections.abc import Iterable

from fazhi.cases import vault
from fazhi.chapters.decisions.hearing.mask import masked
from fazhi.chapters.decisions.hearing.models import Registration

ERASED = "（个人信息已依法删除）"


def full(registration: Registration) -> str:
    """The name as the list of participants has it."""
    return vault.known(registration.applicant).get("name", ERASED)


def hidden(registrations: Iterable[Registration]) -> dict[str, str]:
    """The names by number as the result of a draw shows them: those of organisations stand as they are."""
    return {one.name: _hidden(one) for one in registrations}


def _hidden(one: Registration) -> str:
    name = full(one)
    return masked(name) if one.kind == one.Kind.PERSON and name != ERASED else name
