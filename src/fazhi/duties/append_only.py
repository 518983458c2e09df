"""What was done and what was imported cannot be rewritten (系统 0.2)."""

from fazhi.office.append_only import AppendOnly

NARROWINGS = AppendOnly(("duties_narrowing",))
TABLES = AppendOnly(("duties_edition", "duties_step", "duties_evidence"))
