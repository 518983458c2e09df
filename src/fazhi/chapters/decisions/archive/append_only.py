"""What was put into a file, declared of it, closed and handed over stays on record; so does every look."""

from fazhi.office.append_only import AppendOnly

TABLES = AppendOnly(
    (
        "archive_supplement",
        "archive_waiver",
        "archive_closing",
        "archive_handover",
        "archive_term",
        "archive_inquiry",
        "archive_listing",
    )
)
