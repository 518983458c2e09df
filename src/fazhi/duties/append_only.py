"""What was done and what was imported cannot be rewritten: the database itself refuses (系统 0.2)."""

from fazhi.office.append_only import AppendOnly

RECORDS = AppendOnly(("duties_edition", "duties_step", "duties_evidence"))
install, remove = RECORDS.install, RECORDS.remove
