"""Who was asked, what they declared, and what they said stays on record."""

from fazhi.office.append_only import AppendOnly

TABLES = AppendOnly(("counsel_assignment", "counsel_recusal", "counsel_opinion"))
