"""The procedures and the calendar of this installation's packs, read once for every act."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from fazhi.fault import Fault
from fazhi.law.calendar import Calendar
from fazhi.ledger.digest import Algorithm
from fazhi.packs import DISTRICT, calendar, lock
from fazhi.packs.pack import chain
from fazhi.procedure.edition import Edition
from fazhi.procedure.edition import governing as one_in_force


@cache
def days() -> Calendar:
    """The official calendar."""
    return calendar.load()


@cache
def algorithm() -> Algorithm:
    """With what the chains of new cases are made, as the packs say; a case keeps what it began with."""
    return chain(DISTRICT)[-1].digest


@cache
def editions() -> Mapping[str, tuple[Edition, ...]]:
    """For each procedure its editions, oldest first."""
    return lock.kept(DISTRICT)


def governing(procedure: str, day: date) -> Edition:
    """The edition that governs a case which begins on a day."""
    if procedure not in editions():
        raise Fault("cases.E001", f"规则包中没有程序“{procedure}”", "请从已施行的程序中选择")
    return one_in_force(editions()[procedure], day)


def edition(content_hash: str) -> Edition:
    """The very edition that a case began under; ``Fault`` where the packs no longer hold it."""
    found = _by_hash().get(content_hash)
    if found is None:
        wrong = f"规则包中没有摘要为 {content_hash[:12]} 的程序版本"
        raise Fault("cases.E002", wrong, "请把该版本放回规则包；案卷保存的版本全文可以对照")
    return found


def holds(content_hash: str) -> bool:
    """Whether the packs hold the very edition."""
    return content_hash in _by_hash()


@cache
def _by_hash() -> Mapping[str, Edition]:
    return {one.content_hash: one for held in editions().values() for one in held}
