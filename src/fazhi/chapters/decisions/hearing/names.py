"""Opening what is sealed: of who registered, and of the share of a draw's seed until it is published."""

import json
from collections.abc import Iterable

from fazhi.cases import vault
from fazhi.cases.models import SubjectKey
from fazhi.chapters.decisions.hearing.mask import masked
from fazhi.chapters.decisions.hearing.models import Applicant, Hearing, Registration
from fazhi.ledger.sealed import Sealed

ERASED = "（个人信息已依法删除）"


def opened(row: Applicant | Hearing) -> bytes:
    """The sealed bytes; ``Fault`` where the key was destroyed."""
    held = Sealed(row.subject, bytes(row.nonce), bytes(row.ciphertext), row.commitment)
    return held.open(vault.key_of(row.subject))


def known(applicant: Applicant) -> dict[str, str]:
    """Name, contact and relation to the matter; nothing where they were erased."""
    if not SubjectKey.objects.filter(subject=applicant.subject).exists():
        return {}
    found: dict[str, str] = json.loads(opened(applicant))
    return found


def full(registration: Registration) -> str:
    """The name as the list of participants has it."""
    return known(registration.applicant).get("name", ERASED)


def hidden(registrations: Iterable[Registration]) -> dict[str, str]:
    """The names by number as the result of a draw shows them: those of organisations stand as they are."""
    return {one.name: _hidden(one) for one in registrations}


def _hidden(one: Registration) -> str:
    name = full(one)
    return masked(name) if one.kind == one.Kind.PERSON and name != ERASED else name
