"""Editions that were released stay as they are: open cases are judged by their very words.

A pack lists in ``procedures/editions.lock`` the digest of every edition that it released. Whatever changes
one in place (its file, general law in ``hooks/``, a rule that its clocks name) is refused when the packs are
loaded. The last day in force is no part of the digest: a successor or a repeal sets it.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

from pydantic import Field

from fazhi.fault import Fault
from fazhi.packs.entry import Entry
from fazhi.packs.mistakes import gathered
from fazhi.packs.pack import chain
from fazhi.packs.procedures import Editions, editions
from fazhi.packs.source import Source
from fazhi.procedure.edition import Edition

NAME = Path("procedures") / "editions.lock"
HEAD = """\
# 已发布的程序版本及其摘要，由 fazhi procedure seal 写入。已发布的不得改动：请另写施行日期在后的新版本。
"""
REMEDY = "请恢复原文，另写施行日期在后的新版本；原版本的 until 可以补写"


class Sealed(Entry):
    """An edition as it was released."""

    procedure: str
    since: date | None = None
    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


def sealed(pack: Path) -> list[tuple[Sealed, Source, int]]:
    """What one pack released, each with the place where it says so; nothing where it has no lock."""
    if not (pack / NAME).is_file():
        return []
    source = Source(pack / NAME)
    entries = gathered(source.entries(Sealed)) if source.value else []
    return [(entry, source, n) for n, entry in enumerate(entries)]


def kept(pack: Path) -> Editions:
    """All editions of a pack and of those above it; ``Fault`` pack.E017 where a released one was changed."""
    folders = [layer.folder for layer in chain(pack)]
    known = editions(folders)
    gathered(partial(_raise, fault) for fault in _changed(folders, known))
    return known


def unsealed(pack: Path) -> Iterator[Edition]:
    """What a pack has not released yet: editions of its own, and those that its general law changes."""
    above = [layer.folder for layer in chain(pack)][:-1]
    others = _digests(editions(above)) if above else {}
    known = others.keys() | {entry.digest for entry, _, _ in sealed(pack)}
    yield from (one for digest, one in _digests(kept(pack)).items() if digest not in known)


def text(entries: list[Sealed]) -> str:
    """The lock as it is written: one line an edition."""
    return HEAD + "".join(
        f"- {{procedure: {one.procedure}, since: {one.since or 'null'}, digest: '{one.digest}'}}\n"
        for one in entries
    )


def _raise(fault: Fault) -> None:
    raise fault


def _changed(folders: list[Path], known: Editions) -> Iterator[Fault]:
    """A lock speaks of the editions as its own pack and those above it make them, whatever attaches below."""
    there = _digests(known)
    for n, folder in enumerate(folders, 1):
        missing = [place for place in sealed(folder) if place[0].digest not in there]
        own = _digests(editions(folders[:n])) if missing and n < len(folders) else there
        yield from (_fault(*place, own) for place in missing if place[0].digest not in own)


def _fault(entry: Sealed, source: Source, n: int, own: Mapping[str, Edition]) -> Fault:
    same = [one for one in own.values() if (one.id, one.since) == (entry.procedure, entry.since)]
    since = f"自{entry.since}施行的" if entry.since else ""
    if same:
        wrong = f"{since}“{same[0].title}”已经发布，现被改动（其文件、附于它的 hooks 或者所引 rules）"
    else:
        wrong = f"{since}“{entry.procedure}”已经发布，现被删去"
    return source.fault("pack.E017", (n,), wrong, remedy=REMEDY)


def _digests(known: Editions) -> dict[str, Edition]:
    return {one.content_hash: one for all_of_one in known.values() for one in all_of_one}
