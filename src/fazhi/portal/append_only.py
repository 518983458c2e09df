"""Which case an application became, and its code's digest, are never rewritten."""

from fazhi.office.append_only import AppendOnly

TABLES = AppendOnly(("portal_application",))
