"""What of an act goes into the chain: the record, digests of its papers, and commitments for free text.

Free text may name a natural person and cannot be told apart from text that does not: all of it is sealed, and
in the chain stands ``{"sealed": commitment}``.
"""

from collections.abc import Mapping
from typing import Any

from fazhi.procedure import written
from fazhi.procedure.edition import Edition
from fazhi.procedure.fact import FactKind
from fazhi.procedure.record import Record

SEALED = "sealed"
ERASED = "（已依法删除）"
REASON = "reason"


def texts(record: Record, edition: Edition) -> dict[str, str]:
    """The free texts of a record by the name of their place."""
    free = {n: str(v) for n, v in record.facts.items() if _free(edition, n)}
    return {**free, REASON: record.reason} if record.reason else free


def _free(edition: Edition, name: str) -> bool:
    return name not in edition.fact or edition.fact[name].kind is FactKind.TEXT


def chained(record: Record, commitments: Mapping[str, str]) -> dict[str, Any]:
    """The record as the chain holds it, with commitments in the places of its free texts."""
    data = written.as_json(record)
    facts = {n: _sealed(commitments[n]) if n in commitments else v for n, v in data.get("facts", {}).items()}
    data |= {"facts": facts} if facts else {}
    data |= {REASON: _sealed(commitments[REASON])} if record.reason else {}
    return data


def _sealed(commitment: str) -> dict[str, str]:
    return {SEALED: commitment}


def sealed(body: Mapping[str, Any]) -> bool:
    """Whether a chained record has free texts to open; what is sealed of its parties is no part of it.

    >>> sealed({"record": {"facts": {"channel": "in-person"}}, "parties": {"p": {"sealed": "sha256:0"}}})
    False
    >>> sealed({"record": {"reason": {"sealed": "sha256:0"}}})
    True
    """
    held = body["record"]
    return any(isinstance(one, dict) for one in (*held.get("facts", {}).values(), held.get(REASON)))


def record(body: Mapping[str, Any], edition: Edition, opened: Mapping[str, str]) -> Record:
    """The record in a chained body, with what could be opened of its free texts."""
    data = dict(body["record"])
    data["facts"] = {name: _shown(value, opened) for name, value in data.get("facts", {}).items()}
    data[REASON] = _shown(data.get(REASON, ""), opened)
    return written.from_json(data, edition)


def _shown(value: Any, opened: Mapping[str, str]) -> Any:
    return opened.get(value[SEALED], ERASED) if isinstance(value, dict) else value
