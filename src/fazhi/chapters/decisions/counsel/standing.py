"""Who was asked in a case, what they said, and what is still missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from fazhi.cases.models import Case, Paper
from fazhi.chapters.decisions.counsel.models import Assignment, Opinion
from fazhi.chapters.decisions.counsel.terms import ARGUE, LISTS
from fazhi.registers.models import Edition, Entry, Register
from fazhi.registers.standing import in_force

Role = Assignment.Role
READY = ("entry__edition__register", "account", "recusal", "case__organ")


@dataclass(frozen=True)
class Line:
    """Somebody who was asked, with all they said."""

    row: Assignment
    opinions: tuple[Opinion, ...]

    @property
    def active(self) -> bool:
        """Whether they did not stand down."""
        return not hasattr(self.row, "recusal")

    @property
    def last(self) -> Opinion | None:
        """The opinion that counts."""
        return self.opinions[-1] if self.opinions else None


@dataclass(frozen=True)
class Standing:
    """The counsel of one case."""

    case: Case
    lines: tuple[Line, ...]
    argued: bool

    def active(self, role: str) -> tuple[Line, ...]:
        """Those who were asked in a role and did not stand down."""
        return tuple(line for line in self.lines if line.row.role == role and line.active)

    @property
    def silent(self) -> tuple[Line, ...]:
        """Those who have not spoken yet."""
        return tuple(line for line in self.lines if line.active and not line.opinions)

    @property
    def one_sided(self) -> bool:
        """Whether no expert is known to differ: the regulation asks to look for such (第二十条)."""
        experts = self.active(Role.EXPERT)
        return bool(experts) and not any(line.row.differing for line in experts)

    @property
    def against(self) -> tuple[Line, ...]:
        """The advisers who hold the matter unlawful."""
        wrong = Opinion.Conclusion.UNLAWFUL
        return tuple(x for x in self.active(Role.LEGAL) if x.last and x.last.conclusion == wrong)


def read(case: Case) -> Standing:
    """The counsel of a case as it stands."""
    return Standing(case, lines(Assignment.objects.filter(case=case)), case.acts.filter(name=ARGUE).exists())


def lines(rows: QuerySet[Assignment]) -> tuple[Line, ...]:
    """Assignments with their opinions."""
    ready = rows.select_related(*READY).prefetch_related("opinions__material")
    return tuple(Line(row, tuple(row.opinions.all())) for row in ready)


def asked(row: Assignment) -> QuerySet[Assignment]:
    """Every time the same person of the same workplace was asked."""
    return Assignment.objects.filter(name=row.name, workplace=row.workplace).order_by("-at")


def materials(case: Case) -> QuerySet[Paper]:
    """The papers of a case that an opinion can be about, the newest first."""
    return Paper.objects.filter(act__case=case).select_related("act").defer("content").order_by("-pk")


def choices(role: str, day: date) -> Iterator[Entry]:
    """Who may be chosen out of the registers in force on a day, superiors' lists among them."""
    for edition in editions(role):
        yield from edition.entries.on(day).select_related("edition__register")


def editions(role: str) -> Iterator[Edition]:
    """The editions in force of the registers for a role."""
    for register in Register.objects.filter(kind__in=LISTS.get(role, ())):
        if edition := in_force(register):
            yield edition
