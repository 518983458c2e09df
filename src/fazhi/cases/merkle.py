"""The tree over all acts, read from the database: roots and proofs without hashing the ledger again."""

from functools import lru_cache

from fazhi.cases.models import Leaf, Subtree
from fazhi.ledger import digest, node, proof
from fazhi.ledger.digest import Algorithm
from fazhi.ledger.entry import Entry

ALGORITHM = Algorithm.SHA256
"""The algorithm of the tree, whatever those of the chains under it: one tree cannot have two."""
STEP = 8
"""Of every eighth level the nodes are stored; those between are made from 128 of them at most."""
BLOCK = 1 << STEP
HASH = digest.hasher(ALGORITHM)


def leaf(entry: Entry) -> str:
    """An act's leaf in the tree."""
    return digest.write(ALGORITHM, node.leaf(HASH, entry.header()))


def size() -> int:
    """How many acts have their place in the tree."""
    last = Leaf.objects.order_by("-position").values_list("position", flat=True).first()
    return 0 if last is None else last + 1


class Nodes:
    """The complete subtrees as proofs ask for them; for one proof or root, as the tree is now."""

    def __init__(self) -> None:
        self.block = lru_cache(maxsize=64)(_block)

    def __call__(self, level: int, index: int) -> bytes:
        """The root of the complete subtree of ``2**level`` leaves at an index."""
        above = level % STEP
        first = index << above
        held = self.block(level - above, first // BLOCK)
        return fold(held[first % BLOCK : first % BLOCK + (1 << above)])

    def root(self, size: int) -> bytes:
        """The root over the first ``size`` leaves."""
        return proof.root(HASH, self, size)

    def inclusion(self, position: int, size: int) -> tuple[bytes, ...]:
        """The path from a leaf to the root over ``size`` leaves."""
        return proof.inclusion(HASH, self, position, size)

    def consistency(self, old: int, size: int) -> tuple[bytes, ...]:
        """The path that proves that the tree of ``size`` leaves keeps that of ``old``."""
        return proof.consistency(HASH, self, old, size) if old else ()


def fold(hashes: list[bytes]) -> bytes:
    """The root over a complete subtree's nodes: their number is a power of two."""
    while len(hashes) > 1:
        hashes = [node.node(HASH, left, right) for left, right in zip(hashes[::2], hashes[1::2], strict=True)]
    return hashes[0]


def _block(level: int, number: int) -> list[bytes]:
    within = (number * BLOCK, (number + 1) * BLOCK - 1)
    leaves = Leaf.objects.filter(position__range=within).order_by("position")
    roots = Subtree.objects.filter(level=level, index__range=within).order_by("index")
    rows = roots.values_list("digest", flat=True) if level else leaves.values_list("digest", flat=True)
    return [digest.read(one)[1] for one in rows]
