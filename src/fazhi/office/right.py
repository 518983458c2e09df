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
        Right.KEEP_REGISTER,
        Right.APPROVE_REGISTER,
    },
    Role.AUDITOR: {Right.READ, Right.READ_FILE},
    Role.LEADER: {Right.READ},
    Role.CLERK: {Right.READ},
}
OWN_ORGAN = {
    Role.COORDINATOR: {Right.ANSWER},
    Role.AUDITOR: set[Right](),
    Role.LEADER: {Right.READ_FILE, Right.APPROVE_REGISTER},
    Role.CLERK: {Right.READ_FILE, Right.ANSWER, Right.KEEP_REGISTER},
}
