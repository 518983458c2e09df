"""That somebody was reminded, and that an event was passed on, stays on record."""

from fazhi.office.append_only import AppendOnly

MESSAGES = AppendOnly(("notices_message",))
TABLES = AppendOnly(("notices_rung", "notices_dispatch"))
