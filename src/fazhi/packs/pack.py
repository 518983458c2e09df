"""A pack and the packs above it: the nation rules, a city adds, a district adds again (DESIGN §3)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import Field

from fazhi.fault import Fault
from fazhi.ledger.digest import Algorithm
from fazhi.packs import BUILT_IN
from fazhi.packs.entry import Entry
from fazhi.packs.mistakes import Step, failing, refused
from fazhi.packs.source import Source, suggest

T = TypeVar("T")

FOLDERS = (
    "calendar", "rules", "tables", "tests", "procedures", "hooks", "documents", "parts", "registers",
    "indicators",
)  # fmt: skip
FILES = ("pack", "statutes", "organs", "outline", "retention", "library", "bindings")


class PackEntry(Entry):
    """``pack.yaml``: what the pack is and on which it builds."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    title: str = Field(min_length=1)
    extends: str = Field("", pattern=r"^[a-z0-9-]*$")
    """The pack above, beside this one or among those that come with the program; empty for a nation's."""
    digest: Algorithm | None = None
    """With what the chains of new cases are made; where it is left out, what the pack above says."""


@dataclass(frozen=True)
class Pack:
    """A folder with the place it has among the layers."""

    id: str
    title: str
    folder: Path
    digest: Algorithm = Algorithm.SHA256
    """With what the chains of new cases are made under this pack."""


def chain(folder: Path) -> tuple[Pack, ...]:
    """The pack of a folder after all packs above it, the highest first.

    ``Fault`` pack.E001 for a folder that is no pack, pack.E002 where the pack above is not there or the packs
    build on each other in a circle, pack.E012 for a file whose name means nothing, pack.E006 for a ``digest``
    that undoes what a pack above demands.
    """
    found: list[tuple[Source, PackEntry]] = []
    while True:
        source = Source(folder / "pack.yaml")
        entry = source.read(PackEntry)
        if entry.id in [one.id for _, one in found]:
            raise source.refuse(("extends",), f"规则包 {entry.id} 以自己为上层", "请核对 extends")
        _check_names(source)
        found.insert(0, (source, entry))
        if not entry.extends:
            return tuple(_digested(found))
        folder = _above(source, entry.extends)


def _digested(layers: Iterable[tuple[Source, PackEntry]]) -> Iterator[Pack]:
    """The packs from the highest down, each with the algorithm that holds under it.

    SM3 is demanded by whoever may demand it, and is not undone from below; SHA-256 may be raised to it.
    """
    held = Algorithm.SHA256
    for source, entry in layers:
        wanted = entry.digest or held
        if wanted is not held and held is Algorithm.SM3:
            wrong = f"上层规则包要求以 {held.shown} 计算摘要，本包不能改为 {wanted.shown}"
            raise source.fault("pack.E006", ("digest",), wrong, remedy="请删去 digest，或者写 sm3")
        held = wanted
        yield Pack(entry.id, entry.title, source.path.parent, held)


def files(folder: Path, steps: Callable[[Source], Iterable[Step[T]]]) -> Iterator[Step[T]]:
    """The steps that the files of a folder give, a failing one for each file that cannot be read."""
    for path in sorted(folder.glob("*.yaml")):
        try:
            yield from steps(Source(path))
        except Fault as fault:
            yield failing(fault)


def _above(source: Source, name: str) -> Path:
    places = (source.path.parent.parent / name, BUILT_IN / name)
    for place in places:
        if (place / "pack.yaml").is_file():
            return place
    known = sorted(path.parent.name for path in BUILT_IN.glob("*/pack.yaml"))
    raise source.refuse(("extends",), f"没有名为“{name}”的上层规则包", suggest(name, known))


def _check_names(source: Source) -> None:
    told = [*_unknown(source.path.parent), *_unread(source.path.parent)]
    refused(source.fault("pack.E012", (), wrong, remedy=remedy) for wrong, remedy in told)


def _unknown(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.iterdir()):
        known = FOLDERS if path.is_dir() else tuple(f"{name}.yaml" for name in FILES)
        hidden = path.name.startswith((".", "__"))
        if not hidden and path.suffix in ("", ".yaml", ".yml") and path.name not in known:
            yield f"不认识“{path.name}”，其内容不会生效", suggest(path.name, known)


def _unread(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*/*.yml")):
        yield f"“{path.name}”不会被读取", "请把扩展名改为 .yaml"
