"""What was asked, said, hidden and answered stays on record."""

from fazhi.office.append_only import AppendOnly

TABLES = AppendOnly(
    (
        "consultation_consultation",
        "consultation_version",
        "consultation_comment",
        "consultation_author",
        "consultation_sight",
        "consultation_group",
        "consultation_joining",
        "consultation_disposition",
        "consultation_result",
    )
)
