"""The tables of a pack's folder, each proven complete and free of contradiction as it is loaded."""

from pathlib import Path

from fazhi.fault import Fault
from fazhi.law.table.report import report
from fazhi.law.table.table import HitPolicy, Table
from fazhi.packs import NATIONAL
from fazhi.packs.source import Refuse, Source
from fazhi.packs.tables.entry import TableEntry, table


def load(pack: Path = NATIONAL) -> dict[str, Table]:
    """All tables of a pack by id; a ``Fault`` names file and line of the first mistake."""
    tables: dict[str, Table] = {}
    for path in sorted((pack / "tables").glob("*.yaml")):
        source = Source(path)
        found = parse(source)
        if found.id in tables:
            raise source.refuse(("id",), f"决策表编号 {found.id} 重复", "请改用另一个编号")
        tables[found.id] = found
    return tables


def parse(source: Source) -> Table:
    """The table of one file, refused where it forgets a case or contradicts itself."""
    return proven(table(source.read(TableEntry), source.refuse), source.refuse)


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
