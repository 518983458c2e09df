"""The stored ledger checked against itself: chains, heads, places in the tree, checkpoints, signatures.

Whoever changed one byte of it changed something to which another row testifies; what is said is which case,
which act, which field.
"""

import json
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast

from fazhi.cases import export, merkle, store
from fazhi.cases.models import Act, Case, Leaf, StoredEdition, Subtree
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
    _check_subtrees(found.size + found.loose)
    return found


def _followed() -> Audit:
    """All acts in their order, each with its columns, its place and the checkpoints that it completes.

    What reads the database is closed where a breach ends the reading: left to the garbage collector, it would
    end in the middle of another transaction, and break that.
    """
    chains, promises, reader = Chains(merkle.ALGORITHM), Promises(), _Reader()
    editions = dict(StoredEdition.objects.values_list("hash", "procedure"))
    acts = 0
    with closing(reader.lines()) as lines:
        for hashed in chains.follow(lines):
            acts += 1
            _check_columns(reader.act, editions)
            if leaf := _leaf(reader.act):
                _check_leaf(reader.act, leaf, hashed)
                promises.add(hashed)
    promises.demand_kept()
    _check_heads(chains)
    loose = promises.size - promises.covered
    return Audit(acts, len(chains), promises.covered, chains.count(Algorithm.SM3), loose)


class _Reader:
    """The lines of all acts, and the act whose line was read last."""

    act: Act

    def lines(self) -> Generator[bytes, None, None]:
        with _legible():
            for expected, self.act in enumerate(export.acts()):
                _check_position(self.act, expected)
                yield store.line(self.act, self.act.case.number).line()


@contextmanager
def _legible() -> Iterator[None]:
    """An instant that is none any more (SQLite keeps what it is given) breaks the reading of its rows."""
    try:
        yield
    except ValueError:
        raise _illegible() from None


def _illegible() -> Breach:
    rows = Act.objects.annotate(said=Cast("recorded_at", TextField())).order_by("pk")
    for number, sequence, said in rows.values_list("case__number", "sequence", "said").iterator(5_000):
        try:
            datetime.fromisoformat(said)
        except ValueError:
            return breach.place(
                "cases.E069", number, Head(sequence, ""), "recorded_at", "recorded_at 不是时间"
            )
    return Breach("cases.E069", "台账中有读不出的日期或者时间", REMEDY)


def _leaf(act: Act) -> Leaf | None:
    return getattr(act, "leaf", None)


def _check_columns(act: Act, editions: Mapping[str, str]) -> None:
    """What lists read beside the act's content is what the content says."""
    content = json.loads(bytes(act.body))
    record = content["record"]
    said = {
        "name": act.name == record["act"],
        "happened_on": act.happened_on.isoformat() == record["happened_on"],
        "recorded_at": act.recorded_at == datetime.fromisoformat(record["recorded_at"]),
    }
    if act.sequence == 1:
        said["edition"] = act.case.edition_id == content["edition"] or bool(act.case.inherited)
        said["procedure"] = editions.get(act.case.edition_id) == act.case.procedure
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


def _check_subtrees(size: int) -> None:
    """The stored roots of complete subtrees are those of their leaves, and none is missing."""
    nodes, stored = merkle.Nodes(), 0
    with _read(Subtree.objects.order_by("level", "index")) as found:
        for row in found:
            stored += 1
            if not _sound(nodes, row, size):
                wrong = f"第 {row.level} 层第 {row.index} 棵子树的摘要与其下的行为不符"
                raise Breach("cases.E071", wrong, REMEDY, field="subtree")
    levels = range(merkle.STEP, size.bit_length(), merkle.STEP)
    if stored < (complete := sum(size >> level for level in levels)):
        raise Breach("cases.E071", f"应有 {complete} 棵子树的摘要，只有 {stored} 棵", REMEDY, field="subtree")


def _sound(nodes: merkle.Nodes, row: Subtree, size: int) -> bool:
    if row.level % merkle.STEP or not row.level or (row.index + 1) << row.level > size:
        return False
    expected = merkle.fold(nodes.block(row.level - merkle.STEP, row.index))
    return row.digest == digest.write(merkle.ALGORITHM, expected)


def _read(rows: Any) -> Any:
    """Rows, a few thousand at a time in memory, closed in any case."""
    return closing(rows.iterator(5_000))


def _without_line(found: Breach) -> Breach:
    """A place in the database is a case's act, not a line of a file."""
    return replace(found, wrong=found.wrong.replace(f"第 {found.line} 行，", ""), line=0)
