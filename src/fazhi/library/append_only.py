"""What was published, changed, withdrawn or said to be no longer valid stays on record."""

from fazhi.office.append_only import AppendOnly

TABLES = AppendOnly(
    (
        "library_wording",
        "library_file",
        "library_particulars",
        "library_validity",
        "library_link",
        "library_withdrawal",
        "library_opening",
        "library_closing",
    )
)
