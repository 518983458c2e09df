"""A case's acts linked by their digests: none can be changed, moved, added or dropped unseen."""

from collections.abc import Iterable, Iterator, Mapping

from fazhi.ledger import breach, canonical, digest, record
from fazhi.ledger.breach import Breach
from fazhi.ledger.canonical import Json
from fazhi.ledger.digest import DIGITS, Algorithm, Hash
from fazhi.ledger.entry import Entry
from fazhi.ledger.head import Head
from fazhi.ledger.record import Record, split


def append(
    case: str,
    act: Mapping[str, Json],
    *,
    happened: str,
    recorded: str,
    head: Head | None = None,
    algorithm: Algorithm = Algorithm.SHA256,
) -> Record:
    """The record of the next act of a case, to be stored; ``head`` is its chain's end, none for the first.

    ``happened`` and ``recorded`` are ISO dates or times. A chain keeps the algorithm it began with.

    >>> first = append("甲", {"act": "立案"}, happened="2026-03-02", recorded="2026-03-02T09:00:00+08:00")
    >>> first.entry.sequence, first.entry.previous == genesis("甲", Algorithm.SHA256)
    (1, True)
    """
    algorithm = digest.read(head.leaf)[0] if head else algorithm
    data = canonical.encode(act)
    entry = Entry(
        case=case,
        sequence=head.sequence + 1 if head else 1,
        previous=head.leaf if head else genesis(case, algorithm),
        digest=digest.write(algorithm, digest.hasher(algorithm)(data)),
        happened=happened,
        recorded=recorded,
    )
    return Record(entry, data)


def head(last: Record) -> Head:
    """Where a chain ends that ends with this record."""
    return Head(last.entry.sequence, last.entry.leaf())


def genesis(case: str, algorithm: Algorithm) -> str:
    """What the first entry of a case calls previous: its case's digest, so that it cannot move."""
    return digest.write(algorithm, digest.hasher(algorithm)(case.encode("utf-8", "backslashreplace")))


class Chains:
    """The chains of all cases in a ledger, followed line by line, each with the algorithm it began with.

    ``tree`` is the algorithm of the tree over them, which may be another than that of a chain.

    >>> done = append("甲", {"act": "立案"}, happened="2026-03-02", recorded="2026-03-02")
    >>> chains = Chains()
    >>> [leaf.hex() == done.entry.leaf()[7:] for leaf in chains.follow([done.line()])], len(chains)
    ([True], 1)
    """

    def __init__(self, tree: Algorithm = Algorithm.SHA256) -> None:
        self._tree = digest.hasher(tree)
        self._hashes: dict[bytes, Hash] = {}
        self._heads: dict[bytes, tuple[int, bytes, int]] = {}

    def __len__(self) -> int:
        return len(self._heads)

    def count(self, algorithm: Algorithm) -> int:
        """How many chains there are so far with an algorithm."""
        prefix = f"{algorithm}:".encode()
        return sum(leaf.startswith(prefix) for _, leaf, _ in self._heads.values())

    def head(self, case: str) -> Head | None:
        """Where a case's chain ends so far, with the line."""
        found = self._heads.get(case.encode())
        return found and Head(found[0], found[1].decode(), found[2])

    def follow(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        """Each record's leaf in the tree, in turn; ``Breach`` at the first record that does not hold.

        What an entry calls ``previous`` names its chain's algorithm; the link before must name the same.
        """
        heads, hashes, tree = self._heads, self._hashes, self._tree
        rest = iter(lines)
        for number, line in enumerate(rest, 1):
            parts = split(line)
            if parts is None:
                raise breach.shape(number, line)
            act, entry = parts
            case, named, _, previous, _, sequence = entry.groups()
            prefix = previous[:-DIGITS]
            hash_ = hashes.get(prefix) or self._hash(prefix)
            leaf = hash_(b"\0{" + entry[0])
            last, link, _ = heads.get(case) or (0, self._genesis(case, prefix, number, line), 0)
            linked = previous == link and int(sequence) == last + 1
            if not linked or prefix + hash_(act).hex().encode() != named:
                raise self._explained(number, line, (prefix + leaf.hex().encode()).decode(), rest)
            heads[case] = last + 1, prefix + leaf.hex().encode(), number
            yield leaf if hash_ is tree else tree(b"\0{" + entry[0])

    def check_ends(self, heads: Mapping[str, Head]) -> None:
        """``Breach`` where a case does not end with the entry it is known to have ended with."""
        for case, expected in heads.items():
            found = self.head(case)
            if found is None or (found.sequence, found.leaf) != (expected.sequence, expected.leaf):
                raise breach.cut(case, expected, found)

    def _hash(self, prefix: bytes) -> Hash:
        self._hashes[prefix] = digest.hasher(_algorithm(prefix))
        return self._hashes[prefix]

    def _genesis(self, case: bytes, prefix: bytes, number: int, line: bytes) -> bytes:
        try:
            return genesis(case.decode(), _algorithm(prefix)).encode()
        except UnicodeDecodeError:
            raise breach.shape(number, line) from None

    def _explained(self, number: int, line: bytes, leaf: str, rest: Iterable[bytes]) -> Breach:
        read = record.read(line)
        return breach.explain(breach.Link(number, read, leaf), self.head(read.entry.case), rest)


def _algorithm(prefix: bytes) -> Algorithm:
    return Algorithm(prefix[:-1].decode())
