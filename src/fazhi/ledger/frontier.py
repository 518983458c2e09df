"""The edge of a Merkle tree: all it takes to go on from yesterday or to check a long file."""

from fazhi.ledger.digest import Algorithm, hasher
from fazhi.ledger.node import node


class Frontier:
    """The roots of the complete subtrees of an append-only tree: at most one for each level.

    It gives the root in memory of logarithmic size but no proofs; ``Tree`` gives both.
    """

    def __init__(self, algorithm: Algorithm) -> None:
        self.hash = hasher(algorithm)
        self.size = 0
        self._edges: list[bytes] = []

    def append_leaf(self, hashed: bytes) -> None:
        """Add a leaf by its hash."""
        full = self.size
        while full & 1:
            hashed = node(self.hash, self._edges.pop(), hashed)
            full >>= 1
        self._edges.append(hashed)
        self.size += 1

    def root(self) -> bytes:
        """The root over all leaves so far."""
        if not self._edges:
            return self.hash(b"")
        *edges, found = self._edges
        for edge in reversed(edges):
            found = node(self.hash, edge, found)
        return found
