"""Which edition of a register counts: the last one put in force; of a superior's list the last one kept."""

from datetime import date

from django.db.models import Q

from fazhi.packs.register_entry import RegisterEntry
from fazhi.registers.kinds import kind
from fazhi.registers.models import Edition, Register, Review


def in_force(register: Register) -> Edition | None:
    """The edition that counts today; ``None`` where there is none yet."""
    if register.superior:
        return register.editions.staged().last()
    return register.editions.published().first()


def latest(register: Register) -> Edition | None:
    """The newest edition, draft or not."""
    return register.editions.staged().last()


def newest(register: Register) -> Edition | None:
    """The newest edition that was not returned: what a correction starts from."""
    standing = Q(**{"stage": None}) | ~Q(**{"stage": Review.Kind.RETURN})
    return register.editions.staged().filter(standing).order_by("-number").first()


def form_of(register: Register, day: date) -> RegisterEntry:
    """The schema by which a new edition of a register is drafted on a day."""
    return kind(register.kind, day)


def opened_to_the_public() -> list[tuple[Register, Edition]]:
    """Registers that everybody may see, each with its edition in force: published ones of our own organs."""
    rows = Register.objects.filter(organ__isnull=False).select_related("organ")
    found = ((register, in_force(register)) for register in rows)
    return [(register, edition) for register, edition in found if edition and edition.form.published]


def public_edition(register: Register) -> Edition | None:
    """The edition of one register that everybody may see, if there is one."""
    edition = None if register.superior else in_force(register)
    return edition if edition and edition.form.published else None


def superiors(register: Register) -> list[Register]:
    """The superiors' lists of the same kind, with which ours can be compared."""
    return list(Register.objects.filter(kind=register.kind, organ__isnull=True))
