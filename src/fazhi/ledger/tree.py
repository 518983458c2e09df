"""The Merkle tree of RFC 6962: one published root binds every act recorded before it."""

from fazhi.ledger import proof
from fazhi.ledger.digest import Algorithm, hasher
from fazhi.ledger.node import leaf, node


class Tree:
    """An append-only tree in memory that proves at every size it ever had.

    >>> tree = Tree(Algorithm.SHA256)
    >>> [tree.append(data) for data in (b"a", b"b", b"c")]
    [0, 1, 2]
    >>> root, path = tree.root(), tree.inclusion(1)
    >>> proof.includes(hasher(Algorithm.SHA256), leaf(hasher(Algorithm.SHA256), b"b"), 1, 3, path, root)
    True
    """

    def __init__(self, algorithm: Algorithm) -> None:
        self.hash = hasher(algorithm)
        self._levels: list[list[bytes]] = [[]]

    @property
    def size(self) -> int:
        return len(self._levels[0])

    def append(self, data: bytes) -> int:
        """Add a leaf for the data; its index from 0."""
        return self.append_leaf(leaf(self.hash, data))

    def append_leaf(self, hashed: bytes) -> int:
        """Add a leaf by its hash; its index from 0."""
        for level in self._levels:
            level.append(hashed)
            if len(level) % 2:
                return self.size - 1
            hashed = node(self.hash, *level[-2:])
        self._levels.append([hashed])
        return self.size - 1

    def node(self, level: int, index: int) -> bytes:
        """The hash of a complete subtree of ``2**level`` leaves; it never changes once it is there."""
        return self._levels[level][index]

    def root(self, size: int | None = None) -> bytes:
        """The root over the first ``size`` leaves, over all by default."""
        return proof.root(self.hash, self.node, self._size(size))

    def inclusion(self, index: int, size: int | None = None) -> tuple[bytes, ...]:
        """The path that proves the leaf at ``index`` to be under ``root(size)``."""
        return proof.inclusion(self.hash, self.node, index, self._size(size))

    def consistency(self, old: int, size: int | None = None) -> tuple[bytes, ...]:
        """The path that proves ``root(size)`` to extend ``root(old)``."""
        return proof.consistency(self.hash, self.node, old, self._size(size))

    def _size(self, size: int | None) -> int:
        if size is None:
            return self.size
        if not 0 <= size <= self.size:
            raise ValueError(f"the tree has {self.size} leaves, not {size}")
        return size
