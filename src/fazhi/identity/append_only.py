"""The record of log-ins cannot be rewritten."""

from fazhi.office.append_only import AppendOnly

TABLES = AppendOnly(("identity_event",))
