"""The two kinds of hash in a Merkle tree, apart so that no act passes for a pair of hashes (RFC 6962)."""

from fazhi.ledger.digest import Hash


def leaf(hash_: Hash, data: bytes) -> bytes:
    """The hash of a leaf: 0x00 before the data."""
    return hash_(b"\0" + data)


def node(hash_: Hash, left: bytes, right: bytes) -> bytes:
    """The hash of an inner node: 0x01 before its two children."""
    return hash_(b"\1" + left + right)
