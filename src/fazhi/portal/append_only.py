"""Which case an application became, its code's digest, how it was rated, are never rewritten."""

from fazhi.office.append_only import AppendOnly

TABLES = AppendOnly(("portal_application",))
RATINGS = AppendOnly(("portal_rating", "portal_limit"))
