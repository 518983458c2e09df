"""The procedures of the packs: YAML checked as it is loaded, with the general law that attaches to them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path

from fazhi.fault import Fault
from fazhi.law.catalogue import Catalogue
from fazhi.law.rule import Rule
from fazhi.packs import CITY, NATIONAL, rules
from fazhi.packs.edition import edition as described
from fazhi.packs.mistakes import Step, gathered
from fazhi.packs.pack import chain, files
from fazhi.packs.procedure_entry import HookEntry, ProcedureEntry
from fazhi.packs.source import Source
from fazhi.packs.statutes import catalogue
from fazhi.procedure.edition import Edition
from fazhi.procedure.hook import Hook, attached
from fazhi.procedure.passage import lost
from fazhi.procedure.sub import Sub
from fazhi.procedure.transition import Way
from fazhi.procedure.verify.structure import overlapping

PACKS = (NATIONAL, CITY)
Editions = Mapping[str, tuple[Edition, ...]]
"""For each procedure its editions, oldest first."""


def load(packs: Iterable[Path] = PACKS) -> dict[str, Edition]:
    """The latest edition of every procedure of some packs, by id."""
    return {name: all_of_one[-1] for name, all_of_one in editions(packs).items()}


def editions(packs: Iterable[Path] = PACKS) -> dict[str, tuple[Edition, ...]]:
    """All editions of every procedure, oldest first; a ``Fault`` names the first mistake of each file.

    Two editions of one procedure in force on one day are refused.
    """
    packs = tuple(packs)
    deadlines = {name: rule for pack in packs for name, rule in rules.load(pack).items()}
    known = catalogue(packs[-1]) if packs else None
    shelf = Shelf(deadlines, hooks(packs, deadlines), known)
    folders = (pack / "procedures" for pack in packs)
    gathered(s for folder in folders for s in files(folder, lambda source: [partial(shelf.add, source)]))
    gathered(shelf.checks())
    return shelf.editions


class Shelf:
    """Editions as they are read, each with its file, for the checks that look at more than one."""

    def __init__(
        self, deadlines: Mapping[str, Rule], general: tuple[Hook, ...], known: Catalogue | None = None
    ) -> None:
        self.editions: dict[str, tuple[Edition, ...]] = {}
        self._sources: dict[str, Source] = {}
        self._deadlines, self._general, self._known = deadlines, general, known

    def add(self, source: Source) -> None:
        """Read one file; two editions of one procedure in force on one day are refused."""
        one = parse(source, self._deadlines, self._general, self._known)
        known = (*self.editions.get(one.id, ()), one)
        for finding in overlapping(known):
            raise source.refuse(("in_force",), finding.says, "请写明前一版本的 until，或者改用另一个编号")
        self.editions[one.id] = tuple(sorted(known, key=lambda edition: edition.since or date.min))
        self._sources[one.content_hash] = source

    def checks(self) -> Iterator[Step[None]]:
        """What an edition says about the one before it and about its inner procedures."""
        for known in self.editions.values():
            for before, after in pairwise(known):
                yield partial(_check_passage, self._sources[after.content_hash], before, after)
            for one in known:
                yield from (partial(self._check, one, sub) for sub in one.subs)

    def _check(self, edition: Edition, sub: Sub) -> None:
        _check(self._sources[edition.content_hash], sub, self.editions.get(sub.procedure, ()))


def _check_passage(source: Source, before: Edition, after: Edition) -> None:
    """Refuse an edition to which running cases move, but which does not know all of their acts."""
    gone = lost(before, after, before.act) if after.transition.way is not Way.KEEP else ()
    if gone:
        wrong = f"未办结的案件改依这一版本，但它没有前一版本的行为：{'、'.join(gone)}"
        raise source.refuse(("transition",), wrong, "请保留这些行为，或者写 keep")


def _check(source: Source, sub: Sub, inner: tuple[Edition, ...]) -> None:
    """Refuse an inner procedure that does not exist, or has no such ends or roles."""
    at = ("subs", sub.id)
    if not inner:
        raise source.refuse((*at, "procedure"), f"没有程序“{sub.procedure}”", "请核对编号")
    for edition in inner:
        ends = {outcome.id for outcome in edition.outcomes}
        if wrong := sorted(ends ^ set(sub.outcomes)):
            remedy = f"请逐一写明：{'、'.join(sorted(ends))}"
            raise source.refuse((*at, "outcomes"), f"与子程序的结果不一致：{'、'.join(wrong)}", remedy)
        if lost := sorted(set(sub.same.values()) - set(edition.role)):
            raise source.refuse((*at, "same"), f"子程序没有角色“{'、'.join(lost)}”", "请核对编号")


def of(pack: Path) -> dict[str, tuple[Edition, ...]]:
    """All editions of the procedures of a pack and of those above it."""
    return editions(layer.folder for layer in chain(pack))


def named(name: str, packs: Iterable[Path] = PACKS) -> Edition:
    """One procedure by its id or by the path of its file."""
    if name.endswith((".yaml", ".yml")):
        deadlines = rules.load()
        return parse(Source(Path(name)), deadlines, hooks(packs, deadlines), catalogue(tuple(packs)[-1]))
    known = load(packs)
    if name not in known:
        raise Fault("procedure.E030", f"没有程序“{name}”", f"请从 {'、'.join(known)} 中选择")
    return known[name]


def parse(
    source: Source,
    deadlines: Mapping[str, Rule],
    general: Iterable[Hook] = (),
    known: Catalogue | None = None,
) -> Edition:
    """The edition in one file, with the hooks that attach; citations resolve in the statutes ``known``."""
    return attached(described(source, source.read(ProcedureEntry), deadlines, known), general)


def hooks(packs: Iterable[Path], deadlines: Mapping[str, Rule]) -> tuple[Hook, ...]:
    """The general law of some packs: ``hooks/*.yaml``."""
    files = ((pack, path) for pack in packs for path in sorted((pack / "hooks").glob("*.yaml")))
    return tuple(_hook(Source(path), deadlines, catalogue(pack)) for pack, path in files)


def _hook(source: Source, deadlines: Mapping[str, Rule], known: Catalogue) -> Hook:
    entry = source.read(HookEntry)
    part = described(source, entry, deadlines, known)
    guards = tuple(gate for act in part.acts if act.id == entry.guard for gate in act.requires)
    kept = tuple(act for act in part.acts if act.id != entry.guard)
    if entry.guard and not guards:
        raise source.refuse(
            ("guard",), f"没有行为“{entry.guard}”或者它没有条件", "请在 acts 中写明它的 requires"
        )
    return Hook(part, entry.procedures, entry.on, guards, kept)
