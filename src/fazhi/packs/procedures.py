"""The procedures of the packs: YAML checked as it is loaded, with the general law that attaches to them."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from fazhi.fault import Fault
from fazhi.law.rule import Rule
from fazhi.packs import CITY, NATIONAL, rules
from fazhi.packs.edition import edition as described
from fazhi.packs.mistakes import gathered
from fazhi.packs.pack import chain, files
from fazhi.packs.procedure_entry import HookEntry, ProcedureEntry
from fazhi.packs.source import Source
from fazhi.procedure.edition import Edition
from fazhi.procedure.hook import Hook, attached
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
    found: dict[str, tuple[Edition, ...]] = {}
    packs = tuple(packs)
    deadlines = {name: rule for pack in packs for name, rule in rules.load(pack).items()}
    general = hooks(packs, deadlines)
    read = partial(_add, found, deadlines, general)
    folders = (pack / "procedures" for pack in packs)
    gathered(step for folder in folders for step in files(folder, lambda source: [partial(read, source)]))
    return found


def _add(
    found: dict[str, tuple[Edition, ...]],
    deadlines: Mapping[str, Rule],
    general: Iterable[Hook],
    source: Source,
) -> None:
    one = parse(source, deadlines, general)
    known = (*found.get(one.id, ()), one)
    for finding in overlapping(known):
        raise source.refuse(("in_force",), finding.says, "请写明前一版本的 until，或者改用另一个编号")
    found[one.id] = tuple(sorted(known, key=lambda edition: edition.since or date.min))


def of(pack: Path) -> dict[str, tuple[Edition, ...]]:
    """All editions of the procedures of a pack and of those above it."""
    return editions(layer.folder for layer in chain(pack))


def named(name: str, packs: Iterable[Path] = PACKS) -> Edition:
    """One procedure by its id or by the path of its file."""
    if name.endswith((".yaml", ".yml")):
        deadlines = rules.load()
        return parse(Source(Path(name)), deadlines, hooks(packs, deadlines))
    known = load(packs)
    if name not in known:
        raise Fault("procedure.E030", f"没有程序“{name}”", f"请从 {'、'.join(known)} 中选择")
    return known[name]


def parse(source: Source, deadlines: Mapping[str, Rule], general: Iterable[Hook] = ()) -> Edition:
    """The edition in one file, with the hooks that attach to it."""
    return attached(described(source, source.read(ProcedureEntry), deadlines), general)


def hooks(packs: Iterable[Path], deadlines: Mapping[str, Rule]) -> tuple[Hook, ...]:
    """The general law of some packs: ``hooks/*.yaml``."""
    files = (path for pack in packs for path in sorted((pack / "hooks").glob("*.yaml")))
    return tuple(_hook(Source(path), deadlines) for path in files)


def _hook(source: Source, deadlines: Mapping[str, Rule]) -> Hook:
    entry = source.read(HookEntry)
    part = described(source, entry, deadlines)
    guards = tuple(gate for act in part.acts if act.id == entry.guard for gate in act.requires)
    kept = tuple(act for act in part.acts if act.id != entry.guard)
    if entry.guard and not guards:
        raise source.refuse(
            ("guard",), f"没有行为“{entry.guard}”或者它没有条件", "请在 acts 中写明它的 requires"
        )
    return Hook(part, entry.procedures, entry.on, guards, kept)
