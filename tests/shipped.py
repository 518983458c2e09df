"""The procedures that the packs ship, read once a run: an edition never changes."""

from functools import cache

from fazhi.packs import procedures
from fazhi.packs.procedures import Editions
from fazhi.procedure.edition import Edition


@cache
def editions() -> Editions:
    """All editions of every procedure."""
    return procedures.editions()


@cache
def latest() -> dict[str, Edition]:
    """The latest edition of every procedure, by id."""
    return {name: all_of_one[-1] for name, all_of_one in editions().items()}
