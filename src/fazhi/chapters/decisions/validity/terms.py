"""The acts and facts by which the procedure of normative documents speaks of a document's validity."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fazhi.cases import lawbook
from fazhi.cases.models import Act

PROCEDURE, PUBLISH, TEXT = "normative-document", "publish", "正式文本"
FLAGS = {True: "yes", False: "no"}
LONGEST = {"number": 100, "index_number": 120, "address": 500}
"""A case takes any words; what is longer than the register's columns is cut there and whole in the case."""
BODIES = ("government", "office")
"""Issuers that are no office of the directory: their name is the procedure's own."""


@dataclass(frozen=True)
class Term:
    """What an act of the case records about the document, and which of its facts says why."""

    kind: Callable[[Mapping[str, Any]], str]
    words: str
    reason: str = ""


def _clean_up(facts: Mapping[str, Any]) -> str:
    return {"amended": "amend", "abolished": "abolish"}[str(facts["clean_up"])]


ACTS = {
    "keep": Term(lambda _: "keep", "清理：继续有效", "kept_reason"),
    "change": Term(_clean_up, "清理：修改或者废止的决定"),
    "stop_applying": Term(lambda _: "stop", "人大常委会认为明显违反法律、法规"),
    "expire": Term(lambda _: "declare", "有效期届满，宣布失效"),
}


def cells(act: Act, facts: Mapping[str, Any], bases: str) -> dict[str, Any]:
    """The particulars of a document out of the facts of its case."""
    case = act.case
    dated = facts.get("validity") == "dated"
    found = {
        "number": str(facts["number"]).strip(),
        "name": case.title or str(facts["number"]),
        "issuer": _issuer(act, facts),
        "organ": case.organ.name,
        "published_on": act.happened_on.isoformat(),
        "signed_on": _iso(facts.get("signed_on")),
        "term": "dated" if dated else "unstated",
        "valid_until": _iso(facts.get("valid_until")) if dated else "",
        "normative": FLAGS.get(facts.get("normative"), "open"),  # type: ignore[arg-type]
        "filing": FLAGS.get(facts.get("filing_kind"), "open"),  # type: ignore[arg-type]
        "basis": bases,
        "index_number": str(facts.get("index_number", "")),
        "address": str(facts.get("address", "")),
    }
    return {name: value[: LONGEST.get(name)] for name, value in found.items() if value}


def _issuer(act: Act, facts: Mapping[str, Any]) -> str:
    issuer = str(facts.get("issuer", ""))
    if issuer not in BODIES:
        return act.case.organ.full_name
    return lawbook.edition(act.case.edition_id).fact["issuer"].named(issuer)


def _iso(value: Any) -> str:
    return value.isoformat() if value else ""
