"""How fast the ledger appends, is verified and proves: a plain chain and a plain tree as peers.

Where pymerkle happens to be installed (GPL, hence no dependency) its tree is a further peer.
"""

import hashlib
import importlib
import importlib.util
import json
import time
from collections.abc import Callable, Iterator

from fazhi.ledger import audit, chain, proof
from fazhi.ledger.checkpoint import Checkpoint
from fazhi.ledger.digest import Algorithm
from fazhi.ledger.head import Head
from fazhi.ledger.node import leaf
from fazhi.ledger.tree import Tree

ROUNDS = 5
ACTS = 50_000
CASES = 2_500
PROOFS = 500
NAIVE_LEAVES = 2_000
SHA256 = Algorithm.SHA256
TIMES = {"happened": "2026-03-02", "recorded": "2026-03-02T09:00:00+08:00"}
Act = dict[str, object]


def acts() -> Iterator[tuple[str, Act]]:
    """Acts of many cases in turn, each with parties, documents and facts."""
    for n in range(ACTS):
        act: Act = {"act": "送达", "by": "演示·承办人甲", "documents": ["处罚决定书", "送达回证"]}
        yield f"〔2026〕第{n % CASES:06d}号", act | {"facts": {"份数": 2, "方式": "直接送达"}, "n": n}


def append() -> list[bytes]:
    heads: dict[str, Head] = {}
    lines = []
    for case, act in acts():
        record = chain.append(case, act, head=heads.get(case), **TIMES)
        heads[case] = chain.head(record)
        lines.append(record.line())
    return lines


def plain_dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def plain_append() -> list[bytes]:
    """The peer: a chain as it is usually written, without proofs, names of fields or checks."""
    heads: dict[str, tuple[int, str]] = {}
    lines = []
    for case, act in acts():
        sequence, previous = heads.get(case, (0, ""))
        row = {"act": act, "case": case, "previous": previous, "sequence": sequence + 1, **TIMES}
        data = plain_dump(row)
        heads[case] = sequence + 1, hashlib.sha256(data).hexdigest()
        lines.append(data + b"\n")
    return lines


def plain_verify(lines: list[bytes]) -> int:
    """The peer's check: read each line, write it canonically, hash it, compare the link."""
    heads: dict[str, tuple[int, str]] = {}
    for line in lines:
        row = json.loads(line)
        sequence, previous = heads.get(row["case"], (0, ""))
        if (row["sequence"], row["previous"]) != (sequence + 1, previous):
            raise ValueError(line)
        heads[row["case"]] = sequence + 1, hashlib.sha256(plain_dump(row)).hexdigest()
    return len(lines)


def grown(leaves: list[bytes]) -> Tree:
    tree = Tree(SHA256)
    for each in leaves:
        tree.append(each)
    return tree


def plain_path(leaves: list[bytes], index: int) -> list[bytes]:
    """The peer's proof: hash the whole tree anew, level by level."""
    level = [hashlib.sha256(b"\0" + each).digest() for each in leaves]
    path = []
    while len(level) > 1:
        if index ^ 1 < len(level):
            path.append(level[index ^ 1])
        pairs = [level[i : i + 2] for i in range(0, len(level), 2)]
        level = [hashlib.sha256(b"\1" + b"".join(p)).digest() if len(p) == 2 else p[0] for p in pairs]
        index //= 2
    return path


def rates(count: int, *tasks: Callable[[], object]) -> list[float]:
    """How many a second each task does, in turn, at its best of several runs."""
    seconds = [[_seconds(task) for task in tasks] for _ in range(ROUNDS)]
    return [count / min(each) for each in zip(*seconds, strict=True)]


def _seconds(task: Callable[[], object]) -> float:
    begun = time.perf_counter()
    task()
    return time.perf_counter() - begun


def chains() -> None:
    """Append and verify, side by side with the plain chain."""
    lines, peers = append(), plain_append()
    ours, peer = rates(ACTS, append, plain_append)
    print(f"ledger: append {ours:,.0f} acts/s, {ours / peer:.2f}x a plain chain")
    root = grown([line[line.rindex(b',"case":') :].replace(b",", b"{", 1).strip() for line in lines]).root()
    signed = Checkpoint("benchmark", ACTS, root, "2026-03-02")
    ours, rooted, peer = rates(
        ACTS, lambda: audit.audit(lines), lambda: audit.against(lines, signed), lambda: plain_verify(peers)
    )
    print(f"ledger: verify {ours:,.0f} acts/s (target 200,000), {ours / peer:.1f}x a plain chain")
    print(f"ledger: verify against a checkpoint {rooted:,.0f} acts/s, {rooted / peer:.1f}x a plain chain")


def trees() -> None:
    """Grow a tree, prove and check, side by side with hashing it anew (and pymerkle where it is)."""
    leaves = [b"%d" % n for n in range(ACTS)]
    tree, few = grown(leaves), leaves[:NAIVE_LEAVES]
    grow = rates(ACTS, lambda: grown(leaves))[0]
    indices = [n * 37 % NAIVE_LEAVES for n in range(PROOFS)]
    ours = rates(PROOFS, lambda: [tree.inclusion(i, NAIVE_LEAVES) for i in indices])[0]
    peer = rates(1, lambda: plain_path(few, 37))[0]
    print(f"ledger: tree grows {grow:,.0f} leaves/s")
    print(f"ledger: proof {ours:,.0f}/s, {ours / peer:,.0f}x a tree of {NAIVE_LEAVES} hashed anew")
    root, hash_ = tree.root(), tree.hash
    paths = [(leaf(hash_, leaves[i]), i, tree.inclusion(i)) for i in indices]
    checked = rates(
        PROOFS, lambda: [proof.includes(hash_, at, i, ACTS, path, root) for at, i, path in paths]
    )[0]
    print(f"ledger: proof checked {checked:,.0f}/s")
    if importlib.util.find_spec("pymerkle"):
        pymerkle(leaves, grow)


def pymerkle(leaves: list[bytes], grow: float) -> None:
    """The tree of pymerkle, which has a like purpose."""
    module = importlib.import_module("pymerkle")

    def grown_there() -> None:
        tree = module.InmemoryTree(algorithm="sha256")
        for each in leaves:
            tree.append_entry(each)

    peer = rates(len(leaves), grown_there)[0]
    print(f"ledger: tree grows {grow / peer:.1f}x pymerkle's")


def main() -> None:
    """Print the speed of the ledger and its ratios to the peers'."""
    chains()
    trees()


if __name__ == "__main__":
    main()
