"""May a lower layer write this table? It may settle what the upper leaves open, and nothing else."""

from dataclasses import replace

from fazhi.law.table.kind import Value
from fazhi.law.table.report import Region, regions
from fazhi.law.table.row import Result, Undetermined
from fazhi.law.table.table import Table

Answer = tuple[Result | None, ...]


def departure(upper: Table, lower: Table) -> Region | None:
    """The first cases that the lower table answers otherwise; ``None`` where there are none.

    The lower table may ask for more facts; it has to ask for all of the upper one's and to give the same
    kinds of result (``ValueError`` otherwise). Exact: every combination of facts is covered.
    """
    asked = {column.name: column for column in lower.inputs}
    if any(asked.get(column.name) != column for column in upper.inputs) or upper.outputs != lower.outputs:
        raise ValueError("other columns")
    both = replace(lower, rows=(*upper.rows, *lower.rows))
    return next((one for one in regions(both) if not _kept(upper, lower, one.example)), None)


def _kept(upper: Table, lower: Table, facts: dict[str, Value]) -> bool:
    legal, local = _answers(upper, facts), _answers(lower, facts)
    answered = all(any(_settles(one, other) for other in local) for one in legal)
    return answered and all(any(_settles(one, other) for one in legal) for other in local)


def _answers(table: Table, facts: dict[str, Value]) -> list[Answer]:
    names = [column.name for column in table.outputs]
    found = [tuple(hit.row.then[name] for name in names) for hit in table.decide(facts).hits]
    return list(found) or [tuple(None for _ in names)]


def _settles(legal: Answer, local: Answer) -> bool:
    return all(isinstance(a, Undetermined) or a == b for a, b in zip(legal, local, strict=True))
