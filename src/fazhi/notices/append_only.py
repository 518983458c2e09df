"""That somebody was reminded, and that an event was passed on, stays on record, and so do failures."""

from fazhi.office.append_only import AppendOnly

MESSAGES = AppendOnly(("notices_message",))
FAILURES = AppendOnly(("notices_failure",))
TABLES = AppendOnly(("notices_rung", "notices_dispatch"))
