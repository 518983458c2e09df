"""What a post gives its holder the right to do, everywhere or over the post's own organ."""

from enum import StrEnum

from fazhi.office.models import Role


class Right(StrEnum):
    """Something a person may do; a view, an action and an export each name the one they need."""

    READ = "read"
    """See the outline, its measures and duties, and how they stand."""
    READ_FILE = "read-file"
    """See what an organ answered: texts, evidence, reasons of a return."""
    IMPORT = "import"
    """Bring an outline in, resolve its units, correct schedules."""
    SUPERVISE = "supervise"
    """Ask, confirm, return, chase."""
    ANSWER = "answer"
    """Answer a duty for an organ, with evidence."""
    SEE_CASES = "see-cases"
    """See an organ's cases that are not restricted to those who handle them."""
    SEE_RESTRICTED = "see-restricted"
    """See restricted cases, too, to audit them."""
    HANDLE = "handle"
    """Open an organ's cases, put people on them, and act in them as one's posts allow."""
    DRAFT = "draft"
    """Make documents, reserve and void numbers, propose disposals."""
    ISSUE = "issue"
    """Issue and withdraw documents, decide on disposals."""
    SEE_LOG_INS = "see-log-ins"
    """See who logged in, from where, and what was tried at the door."""
    LOOK_BACK = "look-back"
    """See what one person did in all decisions, to read responsibility out of it (倒查)."""
    KEEP_REGISTER = "keep-register"
    """Draft the editions of an organ's registers."""
    APPROVE_REGISTER = "approve-register"
    """Approve and publish what another person drafted."""


EVERYWHERE = {
    Role.COORDINATOR: {
        Right.READ,
        Right.READ_FILE,
        Right.IMPORT,
        Right.SUPERVISE,
        Right.SEE_CASES,
        Right.LOOK_BACK,
        Right.KEEP_REGISTER,
        Right.APPROVE_REGISTER,
    },
    Role.AUDITOR: {
        Right.READ,
        Right.READ_FILE,
        Right.SEE_CASES,
        Right.SEE_RESTRICTED,
        Right.SEE_LOG_INS,
        Right.LOOK_BACK,
    },
    Role.LEADER: {Right.READ},
    Role.CLERK: {Right.READ},
}
OWN_ORGAN = {
    Role.COORDINATOR: {Right.ANSWER, Right.HANDLE, Right.DRAFT},
    Role.AUDITOR: set[Right](),
    Role.LEADER: {
        Right.READ_FILE,
        Right.SEE_CASES,
        Right.HANDLE,
        Right.DRAFT,
        Right.ISSUE,
        Right.APPROVE_REGISTER,
    },
    Role.CLERK: {
        Right.READ_FILE,
        Right.ANSWER,
        Right.SEE_CASES,
        Right.HANDLE,
        Right.DRAFT,
        Right.KEEP_REGISTER,
    },
}
