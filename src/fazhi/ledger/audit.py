"""A whole ledger checked from its export: every chain, and all of it against a published checkpoint."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from fazhi.fault import Fault
from fazhi.ledger import breach, canonical, record
from fazhi.ledger.breach import Breach
from fazhi.ledger.chain import Chains
from fazhi.ledger.checkpoint import Checkpoint
from fazhi.ledger.digest import Algorithm
from fazhi.ledger.frontier import Frontier
from fazhi.ledger.head import Head


@dataclass(frozen=True)
class Audit:
    """What was found sound: acts, cases, and the size of the checkpoint met (0 where none was given).

    ``sm3`` is how many of the cases are chained with SM3; the others are with SHA-256. ``loose`` is how many
    acts have their place in a stored tree but are under none of its checkpoints.
    """

    acts: int
    cases: int
    size: int = 0
    sm3: int = 0
    loose: int = 0


def audit(lines: Iterable[bytes], *, heads: Mapping[str, Head] | None = None) -> Audit:
    """Follow all chains; ``Breach`` at the first break.

    Without ``heads`` acts that are missing at the very end of a case cannot be noticed; with them they are.
    """
    chains = Chains()
    acts = sum(1 for _ in chains.follow(lines))
    chains.check_ends(heads or {})
    return Audit(acts, len(chains), sm3=chains.count(Algorithm.SM3))


def against(lines: Iterable[bytes], checkpoint: Checkpoint) -> Audit:
    """Follow all chains up to a checkpoint; ``Breach`` where acts are missing or its root is another."""
    chains, frontier = Chains(checkpoint.algorithm), Frontier(checkpoint.algorithm)
    root = frontier.root() if checkpoint.size == 0 else b""
    acts = 0
    for acts, leaf in enumerate(chains.follow(lines), 1):
        if acts <= checkpoint.size:
            frontier.append_leaf(leaf)
            root = frontier.root() if acts == checkpoint.size else root
    if acts < checkpoint.size:
        wrong = f"台账只有 {acts} 个行为，{checkpoint.date} 公布的存证点有 {checkpoint.size} 个"
        raise Breach("ledger.E044", wrong, breach.REMEDY, line=acts, field="size")
    if root != checkpoint.root:
        wrong = f"链条完整，前 {checkpoint.size} 个行为却与 {checkpoint.date} 的存证点不符，曾被重写或调换"
        raise Breach("ledger.E045", wrong, breach.REMEDY, field="root")
    return Audit(acts, len(chains), checkpoint.size, chains.count(Algorithm.SM3))


def strict(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The lines, each checked to hold an act in canonical JSON, so that all readers read it alike."""
    for number, line in enumerate(lines, 1):
        parts = record.split(line)
        if parts and not _canonical(parts[0]):
            wrong = f"第 {number} 行的 act 不是规范 JSON，不同的人可能读成不同的内容"
            raise Breach("ledger.E026", wrong, breach.REMEDY, line=number, field="act")
        yield line


def _canonical(act: bytes) -> bool:
    try:
        canonical.decode(act)
    except Fault:
        return False
    return True
