"""What was recorded, found, settled and answered about a document stays, and so does the document."""

from fazhi.office.append_only import AppendOnly

TABLES = AppendOnly(
    (
        "validity_record",
        "validity_finding",
        "validity_settlement",
        "validity_check",
        "validity_advance",
        "validity_campaign",
        "validity_item",
        "validity_answer",
        "validity_ending",
    )
)
