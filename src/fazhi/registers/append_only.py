"""An edition, its entries and what was decided about it are never rewritten (4.1)."""

from fazhi.office.append_only import AppendOnly

TABLES = AppendOnly(("registers_edition", "registers_entry", "registers_review"))
