"""A case's acts linked by their digests: none can be changed, moved, added or dropped unseen."""

from collections.abc import Iterable, Iterator, Mapping

from fazhi.ledger import breach, canonical, digest, record
from fazhi.ledger.breach import Breach
from fazhi.ledger.canonical import Json
from fazhi.ledger.digest import Algorithm
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
    """The chains of all cases in a ledger, followed line by line, with one algorithm for all.

    >>> done = append("甲", {"act": "立案"}, happened="2026-03-02", recorded="2026-03-02")
    >>> chains = Chains(Algorithm.SHA256)
    >>> [leaf.hex() == done.entry.leaf()[7:] for leaf in chains.follow([done.line()])], len(chains)
    ([True], 1)
    """

    def __init__(self, algorithm: Algorithm) -> None:
        self.algorithm = algorithm
        self._heads: dict[bytes, tuple[int, bytes, int]] = {}

    def __len__(self) -> int:
        return len(self._heads)

    def head(self, case: str) -> Head | None:
        """Where a case's chain ends so far, with the line."""
        found = self._heads.get(case.encode())
        return found and Head(found[0], found[1].decode(), found[2])

    def follow(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        """The leaf hash of each record in turn; ``Breach`` at the first that does not hold."""
        hash_, prefix, heads = digest.hasher(self.algorithm), f"{self.algorithm}:".encode(), self._heads
        rest = iter(lines)
        for number, line in enumerate(rest, 1):
            parts = split(line)
            if parts is None:
                raise breach.shape(number, line)
            act, entry = parts
            case, named, _, previous, _, sequence = entry.groups()
            leaf = hash_(b"\0{" + entry[0])
            last, link, _ = heads.get(case) or (0, self._genesis(case, number, line), 0)
            linked = previous == link and int(sequence) == last + 1
            if not linked or prefix + hash_(act).hex().encode() != named:
                raise self._explained(number, line, leaf, rest)
            heads[case] = last + 1, prefix + leaf.hex().encode(), number
            yield leaf

    def check_ends(self, heads: Mapping[str, Head]) -> None:
        """``Breach`` where a case does not end with the entry it is known to have ended with."""
        for case, expected in heads.items():
            found = self.head(case)
            if found is None or (found.sequence, found.leaf) != (expected.sequence, expected.leaf):
                raise breach.cut(case, expected, found)

    def _genesis(self, case: bytes, number: int, line: bytes) -> bytes:
        try:
            return genesis(case.decode(), self.algorithm).encode()
        except UnicodeDecodeError:
            raise breach.shape(number, line) from None

    def _explained(self, number: int, line: bytes, leaf: bytes, rest: Iterable[bytes]) -> Breach:
        read = record.read(line)
        link = breach.Link(number, read, digest.write(self.algorithm, leaf))
        return breach.explain(link, self.head(read.entry.case), rest)
