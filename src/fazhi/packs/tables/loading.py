"""The tables of a pack's folder, each proven complete and free of contradiction as it is loaded."""

from collections.abc import Iterator
from pathlib import Path

from fazhi.fault import Fault
from fazhi.law.table.departure import departure
from fazhi.law.table.report import report
from fazhi.law.table.table import HitPolicy, Table
from fazhi.packs import DISTRICT
from fazhi.packs.basis import link
from fazhi.packs.layer import Layered, Located, layered
from fazhi.packs.pack import Pack, chain
from fazhi.packs.source import Refuse, Source
from fazhi.packs.statutes import catalogue
from fazhi.packs.tables.entry import TableEntry, table


def load(pack: Path = DISTRICT) -> Layered[Table]:
    """The tables of a pack and of those above it; a ``Fault`` names file and line of the first mistake."""
    return layered(chain(pack), read, loosening)


def read(pack: Pack) -> Iterator[Located[Table]]:
    """The tables of one pack alone, each row on an article that was in force when it applies."""
    known = catalogue(pack.folder)
    for path in sorted((pack.folder / "tables").glob("*.yaml")):
        source = Source(path)
        found = parse(source)
        for n, row in enumerate(found.rows):
            link(row.basis, found, known, source.under(("rows", n, "basis")))
        yield Located(found, source, ())


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
    rows = [row.id for row in table.rows]
    try:
        found = report(table)
    except Fault as fault:
        raise refuse(("inputs",), fault.wrong, fault.remedy) from None
    if found.overlaps and table.policy is HitPolicy.UNIQUE:
        overlap = found.overlaps[0]
        told = f"{'、'.join(overlap.rows)}在“{overlap}”时同时适用，例如{overlap.instance()}"
        raise refuse(
            ("rows", rows.index(overlap.rows[-1])), told, "请使各行互不重叠，或者改用 first、collect"
        )
    if found.unreached:
        told = f"行 {found.unreached[0]} 永远不会适用"
        raise refuse(("rows", rows.index(found.unreached[0])), told, "请改正条件或者行的先后")
    if found.gaps and not table.no_hit:
        told = f"“{found.gaps[0]}”没有适用的行，例如{found.gaps[0].instance()}"
        raise refuse(("rows",), told, "请补充一行，或者在 no_hit 写明没有适用的行是什么意思")
    return table
