"""Made-up cases of the decision procedures, on file as lists and figures read them."""

from datetime import date
from functools import cache
from random import Random

from fazhi.cases import lawbook
from fazhi.cases.actions import project
from fazhi.cases.actions.open import store_edition
from fazhi.cases.models import Case, Secrecy
from fazhi.office.models import Organ
from fazhi.procedure.case import Case as Held
from fazhi.procedure.history import history
from fazhi.procedure.value import Value
from tests.conftest import at

PROCEDURES = ("decision-catalogue", "major-decision", "normative-document")
TODAY = date(2026, 11, 20)
TOLD: dict[str, dict[str, Value]] = {
    "normative-document": {"normative": True, "listed": True, "opinion": "lawful", "result": "adopted"},
    "major-decision": {
        "opinion": "lawful", "within_powers": True, "procedure_followed": True, "content_lawful": True,
        "decision": "adopted",
    },
    "decision-catalogue": {},
}  # fmt: skip


@cache
def walks(number: int = 24) -> tuple[Held, ...]:
    """Lawful cases of each procedure, begun over two years; every third one is left to chance alone."""
    found = []
    for name in PROCEDURES:
        for n in range(number):
            begin = date(2024, 11 + n % 2, 1 + n) if n % 4 == 0 else date(2025 + n % 2, 1 + n % 9, 1 + n)
            told = TOLD[name] if n % 3 else {}
            edition = lawbook.editions()[name][-1]
            walk = history(edition, lawbook.days(), Random(f"{name}{n}"), begin, 60, patience=40, told=told)
            found.append(Held(edition, tuple(r for r in walk.records if r.happened_on <= TODAY)))
    return tuple(one for one in found if one.records)


def put_on_file(held: Held, organ: Organ, number: int) -> Case:
    """A case of these records as the lists know it; no chain, for figures read none."""
    store_edition(held.edition)
    row = Case(
        number=f"演示〔2026〕{held.edition.id}{number}号", procedure=held.edition.id,
        edition_id=held.edition.content_hash, organ=organ, opened_at=at(2026, 1, 1),
        began_on=held.began or TODAY, demo=number % 2 == 0,
        secrecy=Secrecy.RESTRICTED if number % 5 == 0 else Secrecy.ORDINARY,
    )  # fmt: skip
    row.save(force_insert=True)
    project.again(row, held, TODAY)
    return row


def filled(organs: list[Organ]) -> dict[int, list[Held]]:
    """All walks on file, dealt out among some organs; by organ, the folds."""
    dealt: dict[int, list[Held]] = {organ.pk: [] for organ in organs}
    for n, held in enumerate(walks()):
        organ = organs[n % len(organs)]
        put_on_file(held, organ, n)
        dealt[organ.pk].append(held)
    return dealt
