"""What the packs say about statutes and what the imported texts say, as one."""

from collections.abc import Iterable, Iterator

from fazhi.fault import Fault
from fazhi.law.statute import Edition as EditionRecord
from fazhi.law.statute import Statute as StatuteRecord
from fazhi.law.title import key
from fazhi.packs.statutes import catalogue
from fazhi.statutes.models import Edition, Statute


def find(name: str) -> StatuteRecord:
    """The statute that goes by a name, with every edition that pack or library knows.

    Raises ``Fault`` citation.E002 where neither knows it.
    """
    try:
        registered = catalogue().find(name)
    except Fault as unknown:
        held = _held([key(name)])
        if not held:
            raise unknown from None
        return held[0]
    held = _held([key(registered.title)])
    return registered.merged(held[0]) if held else registered


def records(keys: Iterable[str]) -> dict[str, StatuteRecord]:
    """Statutes of the library by key, completed by the packs; two queries, however many."""
    registered = {key(statute.title): statute for statute in catalogue()}
    held = {key(statute.title): statute for statute in _held(keys)}
    return {name: registered[name].merged(s) if name in registered else s for name, s in held.items()}


def _held(keys: Iterable[str]) -> list[StatuteRecord]:
    rows = Statute.objects.filter(key__in=keys).prefetch_related("editions")
    return [StatuteRecord(row.title, (), tuple(_editions(row)), row.enacted) for row in rows]


def _editions(statute: Statute) -> Iterator[EditionRecord]:
    for edition in statute.editions.all():
        yield record(edition)


def record(edition: Edition) -> EditionRecord:
    """An imported edition as the pure library knows it."""
    return EditionRecord(
        edition.promulgated.isoformat(),
        edition.promulgated,
        edition.in_force_from,
        None,
        edition.article_count,
        edition.document,
    )
