"""An edition, its entries and what was decided about it are never rewritten (4.1)."""

from fazhi.append_only import AppendOnly

GUARD = AppendOnly(("registers_edition", "registers_entry", "registers_review"))
install, remove = GUARD.install, GUARD.remove
