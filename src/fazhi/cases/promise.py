"""Published checkpoints held against the tree as it grows again, act by act."""

from fazhi.cases import merkle, signing
from fazhi.cases.models import Checkpoint
from fazhi.fault import Fault
from fazhi.ledger import checkpoint, digest
from fazhi.ledger.breach import REMEDY, Breach
from fazhi.ledger.frontier import Frontier


class Promises:
    """All checkpoints of the ledger, each met when the tree has its size."""

    def __init__(self) -> None:
        self._frontier = Frontier(merkle.ALGORITHM)
        self._keyring = signing.ring()
        self._rest = list(Checkpoint.objects.only("day", "size", "root", "note").order_by("-size", "-day"))
        self.covered = self._rest[0].size if self._rest else 0
        """The size of the last one."""
        self._meet()

    @property
    def size(self) -> int:
        """How many acts the tree has."""
        return self._frontier.size

    def add(self, leaf: bytes) -> None:
        """The tree grows by an act; ``Breach`` where it has a checkpoint's size and another root."""
        self._frontier.append_leaf(leaf)
        self._meet()

    def demand_kept(self) -> None:
        """``Breach`` where the tree ends before a checkpoint does."""
        if self._rest:
            held = self._rest[-1]
            wrong = f"台账的树只有 {self.size} 个行为，{held.day} 公布的存证点有 {held.size} 个"
            raise Breach("ledger.E044", wrong, REMEDY, field="size")

    def _meet(self) -> None:
        while self._rest and self._rest[-1].size == self.size:
            self._check(self._rest.pop())

    def _check(self, held: Checkpoint) -> None:
        """The signed text holds, says what its row says, and its root is the tree's."""
        signed = self._signed(held)
        root = digest.write(signed.algorithm, signed.root)
        if (signed.date, signed.size, root) != (str(held.day), held.size, held.root):
            wrong = f"{held.day} 的存证点与其签名原文不符"
            raise Breach("cases.E070", wrong, REMEDY, field="checkpoint")
        if signed.root != self._frontier.root():
            wrong = f"前 {held.size} 个行为与 {held.day} 的存证点不符，曾被重写或调换"
            raise Breach("ledger.E045", wrong, REMEDY, field="root")

    def _signed(self, held: Checkpoint) -> checkpoint.Checkpoint:
        """What was signed on a day; a text that is none, or bears no known signature, is a breach."""
        try:
            return checkpoint.read(held.note).verify(self._keyring)
        except Fault as fault:
            wrong = f"{held.day} 的存证点：{fault.wrong}"
            raise Breach(fault.code, wrong, REMEDY, field="checkpoint") from None
