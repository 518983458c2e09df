"""What was done and what was imported cannot be rewritten: the database itself refuses (系统 0.2)."""

from fazhi.append_only import AppendOnly

GUARD = AppendOnly(("duties_edition", "duties_step", "duties_evidence"))
install, remove = GUARD.install, GUARD.remove
