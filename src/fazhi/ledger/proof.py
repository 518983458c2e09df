"""Proofs over a Merkle tree, built where it is kept and checked by whoever distrusts its keeper.

The tree is given as a function from level and index to the hash of a complete subtree (RFC 6962 §2.1), so
that it may live in memory or in rows of a database; complete subtrees never change.
"""

from collections.abc import Callable, Iterable

from fazhi.ledger.digest import Hash
from fazhi.ledger.node import node

Nodes = Callable[[int, int], bytes]


def root(hash_: Hash, nodes: Nodes, size: int) -> bytes:
    """The root over the first ``size`` leaves; of no leaves, the hash of nothing."""
    return _root(hash_, nodes, 0, size) if size else hash_(b"")


def inclusion(hash_: Hash, nodes: Nodes, index: int, size: int) -> tuple[bytes, ...]:
    """The siblings from the leaf at ``index`` up to the root over ``size`` leaves."""
    if not 0 <= index < size:
        raise ValueError(f"no leaf {index} among {size}")
    path, low, high = [], 0, size
    while high - low > 1:
        middle = low + _split(high - low)
        if index < middle:
            path.append(_root(hash_, nodes, middle, high))
            high = middle
        else:
            path.append(_root(hash_, nodes, low, middle))
            low = middle
    return tuple(reversed(path))


def consistency(hash_: Hash, nodes: Nodes, old: int, size: int) -> tuple[bytes, ...]:
    """The hashes that lead from the root over ``old`` leaves to that over ``size``; none if equal."""
    if not 0 < old <= size:
        raise ValueError(f"no tree of {old} leaves within one of {size}")
    path, low, high, whole = [], 0, size, True
    while old < high:
        middle = low + _split(high - low)
        if old <= middle:
            path.append(_root(hash_, nodes, middle, high))
            high = middle
        else:
            path.append(_root(hash_, nodes, low, middle))
            low, whole = middle, False
    if not whole:
        path.append(_root(hash_, nodes, low, high))
    return tuple(reversed(path))


def includes(hash_: Hash, leaf: bytes, index: int, size: int, path: Iterable[bytes], root: bytes) -> bool:
    """Whether the path leads from the leaf at ``index`` to the root over ``size`` (RFC 9162 §2.1.3.2)."""
    if not 0 <= index < size:
        return False
    here, last, found = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return False
        if here & 1 or here == last:
            found = node(hash_, sibling, found)
            here, last = _above_left_children(here, last)
        else:
            found = node(hash_, found, sibling)
        here, last = here >> 1, last >> 1
    return last == 0 and found == root


def extends(hash_: Hash, old: int, size: int, path: Iterable[bytes], old_root: bytes, root: bytes) -> bool:
    """Whether the path proves that ``root`` keeps the leaves under ``old_root`` (RFC 9162 §2.1.4.2)."""
    hashes = list(path)
    if not 0 < old <= size:
        return False
    if old == size:
        return not hashes and old_root == root
    if old & (old - 1) == 0:
        hashes.insert(0, old_root)
    return bool(hashes) and _climb(hash_, old, size, hashes) == (old_root, root)


def _climb(hash_: Hash, old: int, size: int, hashes: list[bytes]) -> tuple[bytes, bytes] | None:
    """Both roots as the hashes give them, or none where the path has the wrong length."""
    here, last = old - 1, size - 1
    while here & 1:
        here, last = here >> 1, last >> 1
    first = second = hashes[0]
    for sibling in hashes[1:]:
        if last == 0:
            return None
        if here & 1 or here == last:
            first, second = node(hash_, sibling, first), node(hash_, sibling, second)
            here, last = _above_left_children(here, last)
        else:
            second = node(hash_, second, sibling)
        here, last = here >> 1, last >> 1
    return (first, second) if last == 0 else None


def _above_left_children(here: int, last: int) -> tuple[int, int]:
    """Skip the levels at which a last node has no sibling and is carried up unchanged."""
    while here and not here & 1:
        here, last = here >> 1, last >> 1
    return here, last


def _root(hash_: Hash, nodes: Nodes, low: int, high: int) -> bytes:
    size = high - low
    if size & (size - 1) == 0:
        level = size.bit_length() - 1
        return nodes(level, low >> level)
    middle = low + _split(size)
    return node(hash_, _root(hash_, nodes, low, middle), _root(hash_, nodes, middle, high))


def _split(size: int) -> int:
    """The largest power of two below ``size``."""
    return 1 << (size - 1).bit_length() - 1
