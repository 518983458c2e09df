"""The demo's lists, brought in, approved and published by the real actions on fixed days."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.utils import timezone
from pydantic import Field

from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.pack import Entry
from fazhi.office.pack import load as read_pack
from fazhi.packs.register_entry import Kind
from fazhi.registers.actions import Approve, Keep, Publish, Submit, open_register, open_superior
from fazhi.registers.kinds import kind as kind_of
from fazhi.registers.models import Edition, Register

LISTS = Path(__file__).with_name("lists.yaml")
MORNING, NOON, EVENING = time(9), time(12), time(17)


class EditionEntry(Entry):
    """One edition, published on a day; ``follows`` numbers the superior's edition that it follows.

    ``consent`` and ``reason`` are the words that some kinds ask for.
    """

    day: date
    follows: int | None = None
    consent: str = ""
    reason: str = ""
    entries: tuple[dict[str, str], ...] = Field(min_length=1)


class ListEntry(Entry):
    """A list of one of the district's organs."""

    kind: str
    organ: str
    editions: tuple[EditionEntry, ...]


class SuperiorEntry(Entry):
    """A superior's list, for comparison."""

    kind: str
    holder: str
    editions: tuple[EditionEntry, ...]


class ListPack(Entry):
    """The demo's lists."""

    lists: tuple[ListEntry, ...]
    superior: SuperiorEntry


@dataclass(frozen=True)
class Keepers:
    """Who keeps the lists: a clerk for some organs, and the coordinator, who approves."""

    coordinator: Actor
    clerks: Mapping[int, Actor]


def play(keepers: Keepers, now: datetime) -> None:
    """Bring in every edition up to ``now`` that is not there yet."""
    pack = read_pack(LISTS, ListPack)
    _superior(pack.superior, keepers.coordinator, now)
    for entry in pack.lists:
        _own(entry, keepers, now)


def _superior(entry: SuperiorEntry, coordinator: Actor, now: datetime) -> None:
    if not (due := _due(entry.editions, now)):
        return
    register = open_superior(coordinator, entry.kind, entry.holder, _at(due[0].day, MORNING), demo=True)
    for edition in due[register.editions.count() :]:
        _keep(register, edition, entry.holder, None).perform(coordinator, _at(edition.day, MORNING))


def _own(entry: ListEntry, keepers: Keepers, now: datetime) -> None:
    if not (due := _due(entry.editions, now)):
        return
    organ = Organ.objects.get(code=entry.organ)
    clerk = keepers.clerks[organ.pk]
    register = open_register(clerk, entry.kind, organ, _at(due[0].day, MORNING), demo=True)
    for edition in due[register.editions.count() :]:
        base = _followed(register, edition)
        kept = _keep(register, edition, organ.name, base).perform(clerk, _at(edition.day, MORNING))
        _publish(kept, clerk, keepers.coordinator, edition)


def _due(editions: tuple[EditionEntry, ...], now: datetime) -> tuple[EditionEntry, ...]:
    """The editions that were published by a moment, the oldest first."""
    return tuple(edition for edition in editions if _at(edition.day, EVENING) <= now)


def _followed(register: Register, edition: EditionEntry) -> Edition | None:
    rows = Edition.objects.filter(register__kind=register.kind, register__organ=None)
    return rows.get(number=edition.follows) if edition.follows else None


def _keep(register: Register, edition: EditionEntry, organ: str, base: Edition | None) -> Keep:
    own = kind_of(register.kind, edition.day).of(Kind.ORGAN)
    rows: list[dict[str, Any]] = [
        {**{column.id: organ for column in own}, **entry, "note": "演示数据"} for entry in edition.entries
    ]
    data = json.dumps(rows, ensure_ascii=False).encode()
    return Keep(register=register, file_name="演示清单.json", data=data, base=base)


def _publish(edition: Edition, clerk: Actor, coordinator: Actor, entry: EditionEntry) -> None:
    day = entry.day
    said = entry.reason or "演示：请审核。"
    Submit(edition=edition, expected=0, text=said).perform(clerk, _at(day, MORNING))
    Approve(edition=edition, expected=1, text="演示：同意。").perform(coordinator, _at(day, NOON))
    Publish(edition=edition, expected=2, text=entry.consent).perform(coordinator, _at(day, EVENING))


def _at(day: date, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))
