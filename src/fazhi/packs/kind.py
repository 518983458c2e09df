"""What a pack is made of: by kind the form of its files, and its JSON Schema for editors."""

from typing import Any

from pydantic import TypeAdapter

from fazhi.packs.bindings import BindingEntry
from fazhi.packs.calendar import YearEntry
from fazhi.packs.golden import GoldenEntry
from fazhi.packs.indicator_entry import IndicatorEntry
from fazhi.packs.library import LibraryEntry
from fazhi.packs.pack import PackEntry
from fazhi.packs.procedure_entry import HookEntry, ProcedureEntry
from fazhi.packs.register_entry import RegisterEntry
from fazhi.packs.retention import RetentionEntry
from fazhi.packs.rules import RuleEntry
from fazhi.packs.statutes import Registry
from fazhi.packs.tables.entry import TableEntry
from fazhi.packs.template_entry import PartEntry, TemplateEntry

FORMS: dict[str, Any] = {
    "pack": PackEntry,
    "statutes": Registry,
    "calendar": YearEntry,
    "rules": tuple[RuleEntry, ...],
    "tables": TableEntry,
    "procedures": ProcedureEntry,
    "hooks": HookEntry,
    "documents": TemplateEntry,
    "parts": PartEntry,
    "retention": tuple[RetentionEntry, ...],
    "library": LibraryEntry,
    "registers": RegisterEntry,
    "indicators": IndicatorEntry,
    "bindings": tuple[BindingEntry, ...],
    "tests": tuple[GoldenEntry, ...],
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: str, form: Any = None) -> dict[str, Any]:
    """The JSON Schema of a kind's file; ``form`` where the kind is not one of those here.

    >>> schema("pack")["required"]
    ['id', 'title']
    """
    found = TypeAdapter[Any](form or FORMS[kind]).json_schema()
    return {"$schema": DIALECT, "$id": f"urn:fazhi:pack:{kind}", **found}
