"""The tables of a pack's folder, each proven complete and free of contradiction as it is loaded."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from fazhi.fault import Fault
from fazhi.law.table.departure import departure
from fazhi.law.table.report import Report, report
from fazhi.law.table.table import HitPolicy, Table
from fazhi.packs import DISTRICT
from fazhi.packs.basis import link
from fazhi.packs.layer import Layered, Located, layered
from fazhi.packs.mistakes import Step, refused, sorted_out
from fazhi.packs.pack import Pack, chain, files
from fazhi.packs.source import Place, Refuse, Source
from fazhi.packs.statutes import catalogue
from fazhi.packs.tables.entry import TableEntry, table


def load(pack: Path = DISTRICT) -> Layered[Table]:
    """The tables of a pack and of those above it; a ``Fault`` names file and line of every mistake."""
    return layered(chain(pack), read, loosening)


def read(pack: Pack) -> Iterator[Step[Located[Table]]]:
    """The tables of one pack alone, each row on an article that was in force when it applies."""
    yield from files(pack.folder / "tables", lambda source: [partial(_linked, source, pack)])


def _linked(source: Source, pack: Pack) -> Located[Table]:
    """A table on its articles; what is wrong with either is told together."""
    entry, known = source.read(TableEntry), catalogue(pack.folder)
    found, wrong = sorted_out([partial(parse, source)])
    _, unlinked = sorted_out(
        partial(link, row.basis.basis(), entry, known, source.under(("rows", n, "basis")))
        for n, row in enumerate(entry.rows)
    )
    refused((*wrong, *unlinked))
    return Located(found[0], source, ())


def parse(source: Source) -> Table:
    """The table of one file, refused where it forgets a case or contradicts itself."""
    return proven(table(source.read(TableEntry), source.refuse), source.refuse)


def loosening(upper: Table, lower: Table) -> str:
    """Why the lower table is not the upper one with what that leaves open settled; empty where it is."""
    try:
        found = departure(upper, lower)
    except ValueError:
        return "没有保留上层全部的条件列和结果列"
    return f"“{found}”的结果不同，例如{found.instance()}" if found else ""


def proven(table: Table, refuse: Refuse) -> Table:
    """The table itself; refused at the row or the column that leaves a case open or answers it twice."""
    try:
        found = report(table)
    except Fault as fault:
        raise refuse(("inputs",), fault.wrong, fault.remedy) from None
    refused(refuse(*flaw) for flaw in _flaws(table, found))
    return table


def _flaws(table: Table, found: Report) -> Iterator[tuple[Place, str, str]]:
    rows = [row.id for row in table.rows]
    for overlap in found.overlaps if table.policy is HitPolicy.UNIQUE else ():
        told = f"{'、'.join(overlap.rows)}在“{overlap}”时同时适用，例如{overlap.instance()}"
        yield ("rows", rows.index(overlap.rows[-1])), told, "请使各行互不重叠，或者改用 first、collect"
    for name in found.unreached:
        yield ("rows", rows.index(name)), f"行 {name} 永远不会适用", "请改正条件或者行的先后"
    for gap in () if table.no_hit else found.gaps:
        told = f"“{gap}”没有适用的行，例如{gap.instance()}"
        yield ("rows",), told, "请补充一行，或者在 no_hit 写明没有适用的行是什么意思"
