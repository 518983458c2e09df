"""A frozen figure and an answered way of counting are never rewritten: what is different later is added."""

from fazhi.office.append_only import AppendOnly

TABLES = AppendOnly(("indicators_snapshot", "indicators_ruling"))
