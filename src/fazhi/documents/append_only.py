"""Numbers, versions, issues and disposals cannot be rewritten; content goes only by an approved disposal."""

from fazhi.office.append_only import AppendOnly

APPROVED = (
    "EXISTS (SELECT 1 FROM documents_disposal d JOIN documents_ruling r ON r.disposal_id = d.id "
    "WHERE d.version_id = OLD.version_id AND r.approved)"
)
"""档案法实施条例 24: what is past its term is appraised, and disposed of by rule."""
RECORDS = AppendOnly(
    tables=(
        "documents_number", "documents_fate", "documents_document", "documents_version", "documents_issue",
        "documents_withdrawal", "documents_disposal", "documents_ruling",
    ),
    erasable=(("documents_content", APPROVED),),
)  # fmt: skip
REVIEWS = AppendOnly(("documents_original", "documents_look", "documents_choice", "documents_release"))
TABLES = AppendOnly((*RECORDS.tables, *REVIEWS.tables), RECORDS.erasable)
"""All of them, for tests with real transactions, which lift the refusal."""
