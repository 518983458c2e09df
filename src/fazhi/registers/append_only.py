"""An edition, its entries and what was decided about it are never rewritten (4.1)."""

from fazhi.office.append_only import AppendOnly

EDITIONS = AppendOnly(("registers_edition", "registers_entry", "registers_review"))
CORRECTIONS = AppendOnly(("registers_correction",))
TABLES = AppendOnly((*EDITIONS.tables, *CORRECTIONS.tables))
"""All of them, for tests with real transactions, which lift the refusal."""
