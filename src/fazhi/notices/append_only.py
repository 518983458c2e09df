"""That somebody was reminded, and that an event was passed on, stays on record."""

from fazhi.office.append_only import AppendOnly

TABLES = AppendOnly(("notices_rung", "notices_dispatch"))
