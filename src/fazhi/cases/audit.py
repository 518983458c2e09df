"""The stored ledger checked against itself: chains, heads, places in the tree, checkpoints, signatures.

Whoever changed one byte of it changed something to which another row testifies; what is said is which case,
which act, which field.
"""

import json
from collections.abc import Generator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from typing import Any

from fazhi.cases import export, merkle, store
from fazhi.cases.models import Act, Case, Leaf, Subtree
from fazhi.cases.promise import Promises
from fazhi.ledger import breach, digest
from fazhi.ledger.audit import Audit
from fazhi.ledger.breach import REMEDY, Breach
from fazhi.ledger.chain import Chains
from fazhi.ledger.digest import Algorithm
from fazhi.ledger.head import Head


def audit() -> Audit:
    """What was found sound; ``Breach`` at the first thing that is not. Memory grows with cases alone."""
    try:
        found = _followed()
    except Breach as broken:
        raise _without_line(broken) from None
    _check_subtrees()
    return found


def _followed() -> Audit:
    """All acts in their order, each with its columns, its place and the checkpoints that it completes.

    What reads the database is closed where a breach ends the reading: left to the garbage collector, it would
    end in the middle of another transaction, and break that.
    """
    chains, promises, reader = Chains(merkle.ALGORITHM), Promises(), _Reader()
    acts = 0
    with closing(reader.lines()) as lines:
        for hashed in chains.follow(lines):
            acts += 1
            _check_columns(reader.act)
            if leaf := _leaf(reader.act):
                _check_leaf(reader.act, leaf, hashed)
                promises.add(hashed)
    promises.demand_kept()
    _check_heads(chains)
    return Audit(acts, len(chains), promises.covered, chains.count(Algorithm.SM3))


class _Reader:
    """The lines of all acts, and the act whose line was read last."""

    act: Act

    def lines(self) -> Generator[bytes, None, None]:
        for expected, self.act in enumerate(export.acts()):
            _check_position(self.act, expected)
            yield store.line(self.act, self.act.case.number).line()


def _leaf(act: Act) -> Leaf | None:
    return getattr(act, "leaf", None)


def _check_columns(act: Act) -> None:
    """What lists read beside the act's content is what the content says."""
    record = json.loads(bytes(act.body))["record"]
    said = {
        "name": act.name == record["act"],
        "happened_on": act.happened_on.isoformat() == record["happened_on"],
        "recorded_at": act.recorded_at == datetime.fromisoformat(record["recorded_at"]),
    }
    for field, same in said.items():
        if not same:
            raise _at(act, "cases.E069", field, f"{field} 与行为内容所记的不符")


def _check_position(act: Act, expected: int) -> None:
    leaf = _leaf(act)
    if leaf and leaf.position != expected:
        raise _at(act, "cases.E069", "position", f"存证位置应为 {expected}，却是 {leaf.position}")


def _check_leaf(act: Act, leaf: Leaf, hashed: bytes) -> None:
    if leaf.digest != digest.write(merkle.ALGORITHM, hashed):
        raise _at(act, "cases.E069", "leaf", "与存证位置所记的摘要不符")


def _at(act: Act, code: str, field: str, what: str) -> Breach:
    return breach.place(code, act.case.number, Head(act.sequence, ""), field, what)


def _check_heads(chains: Chains) -> None:
    rows = Case.objects.exclude(sequence=0).values_list("number", "sequence", "leaf")
    with _read(rows) as found:
        for number, sequence, leaf in found:
            chains.check_ends({number: Head(sequence, leaf)})


def _check_subtrees() -> None:
    """The stored roots of complete subtrees are those of their leaves."""
    nodes = merkle.Nodes()
    with _read(Subtree.objects.order_by("level", "index")) as found:
        for row in found:
            if merkle.fold(nodes.block(row.level - merkle.STEP, row.index)) != digest.read(row.digest)[1]:
                wrong = f"第 {row.level} 层第 {row.index} 棵子树的摘要与其下的行为不符"
                raise Breach("cases.E071", wrong, REMEDY, field="subtree")


def _read(rows: Any) -> Any:
    """Rows, a few thousand at a time in memory, closed in any case."""
    return closing(rows.iterator(5_000))


def _without_line(found: Breach) -> Breach:
    """A place in the database is a case's act, not a line of a file."""
    return replace(found, wrong=found.wrong.replace(f"第 {found.line} 行，", ""), line=0)
