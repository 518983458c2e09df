"""What a case was and what was looked at stays on record; keys alone can be destroyed (依法删除个人信息)."""

from fazhi.office.append_only import AppendOnly

TABLES = AppendOnly(
    (
        "cases_act",
        "cases_engagement",
        "cases_event",
        "cases_look",
        "cases_paper",
        "cases_party",
        "cases_redated",
        "cases_reprojection",
        "cases_secret",
        "cases_storededition",
    )
)
ERASURES = AppendOnly(("cases_erasure", "cases_erasureruling"))
"""Who had whose data erased, on what ground, and who decided it."""
LEDGER = AppendOnly(("cases_leaf", "cases_subtree", "cases_checkpoint"))
"""What was proven to the public."""
