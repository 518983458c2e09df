"""Entries of the registers in force, as the search finds them: published ones for everybody."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from fazhi.office.actor import Actor
from fazhi.office.right import Right
from fazhi.packs.register_entry import Kind, RegisterEntry
from fazhi.registers import standing
from fazhi.registers.models import Edition, Entry, Register
from fazhi.search.source import EVERYBODY, Watch
from fazhi.search.source import Entry as Found

OF_REGISTER = (
    "SELECT e.id AS id FROM registers_entry e JOIN registers_edition d ON d.id = e.edition_id"
    " WHERE d.register_id = {register}"
)
BY_EDITION = OF_REGISTER.format(register="{row}.register_id")
BY_REVIEW = OF_REGISTER.format(
    register="(SELECT x.register_id FROM registers_edition x WHERE x.id = {row}.edition_id)"
)


class Entries:
    """What counts today; drafts and former editions are found on the register's own page."""

    kind = "register"
    title = "清单事项"
    icon = "register"
    table = "registers_entry"
    watches = (
        Watch("registers_entry"),
        Watch("registers_edition", BY_EDITION),
        Watch("registers_review", BY_REVIEW),
    )

    def entries(self, keys: Iterable[int]) -> Iterator[Found]:
        for register, rows in _by_register(keys).items():
            edition = standing.in_force(register)
            open_to_all = standing.public_edition(register) is not None
            for row in rows:
                if edition and row.edition_id == edition.pk:
                    yield _found(register, edition, row, open_to_all)

    def circles(self, actor: Actor) -> frozenset[str] | None:
        return None if actor.may(Right.READ) else frozenset({EVERYBODY})

    def pages(self, actor: Actor, keys: Iterable[int]) -> Mapping[int, str]:
        if actor.may(Right.READ):
            held = Entry.objects.filter(pk__in=keys).values_list("pk", flat=True)
            return {pk: reverse("web:register-entry", args=[pk]) for pk in held}
        return dict(_published(keys))


def _by_register(keys: Iterable[int]) -> Mapping[Register, list[Entry]]:
    found: dict[Register, list[Entry]] = {}
    for row in Entry.objects.filter(pk__in=keys).select_related("edition__register"):
        found.setdefault(row.edition.register, []).append(row)
    return found


def _found(register: Register, edition: Edition, row: Entry, open_to_all: bool) -> Found:
    organs = frozenset({register.organ_id} if register.organ_id else ())
    circles = frozenset({EVERYBODY} if open_to_all else ())
    text = f"{row.text}\n{register}"
    return Found(row.pk, called(edition.form, row), text, row.since, organs, circles)


def called(form: RegisterEntry, row: Entry) -> str:
    """What an entry is called: its first column of words that is not its key."""
    texts = (column.id for column in form.of(Kind.TEXT) if column.id not in form.key)
    return next((str(row.cells[name]) for name in texts if name in row.cells), row.key)


def _published(keys: Iterable[int]) -> Iterator[tuple[int, str]]:
    today = timezone.localdate()
    for register, rows in _by_register(keys).items():
        edition = standing.public_edition(register)
        current = edition.entries.on(today).filter(pk__in=[row.pk for row in rows]) if edition else ()
        for row in current:
            address = reverse("web:list-item", args=[register.pk])
            yield row.pk, f"{address}?{urlencode({'key': row.key})}"
