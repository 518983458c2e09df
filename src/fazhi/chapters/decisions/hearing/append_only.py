"""Who registered, what was promised, drawn, heard and signed stays on record."""

from fazhi.office.append_only import AppendOnly

TABLES = AppendOnly(
    (
        "hearing_hearing",
        "hearing_seat",
        "hearing_shift",
        "hearing_registration",
        "hearing_applicant",
        "hearing_ruling",
        "hearing_withdrawal",
        "hearing_commitment",
        "hearing_drawing",
        "hearing_announcement",
        "hearing_participant",
        "hearing_delivery",
        "hearing_attendance",
        "hearing_minutes",
        "hearing_signature",
        "hearing_account",
    )
)
