"""A small ledger of two cases for tests: fixed keys and times, so that every run is the same."""

from fazhi.ledger import chain, checkpoint
from fazhi.ledger.checkpoint import Checkpoint, Note
from fazhi.ledger.digest import Algorithm, read
from fazhi.ledger.ed25519 import Ed25519Signer
from fazhi.ledger.head import Head
from fazhi.ledger.keyring import Keyring, Period
from fazhi.ledger.receipt import Receipt
from fazhi.ledger.record import Record
from fazhi.ledger.tree import Tree

SIGNER = Ed25519Signer("演示区台账", bytes(range(32)))
KEYRING = Keyring((Period(SIGNER.verifier, "2026-01-01"),))
ACTS = ("立案", "调查取证", "告知", "决定", "送达")


def ledger(
    *,
    algorithm: Algorithm = Algorithm.SHA256,
    acts: tuple[str, ...] = ACTS,
    cases: tuple[str, ...] = ("〔2026〕1号", "〔2026〕2号"),
) -> list[Record]:
    """Two cases' records in turn, as they were recorded."""
    heads: dict[str, Head] = {}
    records = []
    for day, act in enumerate(acts, 1):
        for case in cases:
            records.append(
                chain.append(
                    case,
                    {"act": act, "by": "演示·承办人甲", "documents": [f"{act}文书"]},
                    happened=f"2026-03-{day:02}",
                    recorded=f"2026-03-{day:02}T09:00:00+08:00",
                    head=heads.get(case),
                    algorithm=algorithm,
                )
            )
            heads[case] = chain.head(records[-1])
    return records


def grown(records: list[Record], algorithm: Algorithm = Algorithm.SHA256) -> Tree:
    """The Merkle tree over records."""
    tree = Tree(algorithm)
    for record in records:
        tree.append(record.entry.header())
    return tree


def signed(tree: Tree, algorithm: Algorithm = Algorithm.SHA256) -> Note:
    """The day's checkpoint over a tree."""
    body = Checkpoint("演示区/台账", tree.size, tree.root(), "2026-03-31", algorithm)
    return checkpoint.sign(body, SIGNER)


def receipt(records: list[Record], index: int, algorithm: Algorithm | None = None) -> Receipt:
    """The receipt of one record under a tree of some algorithm, that of its chain by default."""
    algorithm = algorithm or read(records[index].entry.digest)[0]
    tree = grown(records, algorithm)
    record = records[index]
    return Receipt(record.entry, index, tree.inclusion(index), signed(tree, algorithm), record.act)


def mixed() -> list[Record]:
    """A ledger that changed its algorithm: its old cases go on with SHA-256, its new ones began with SM3."""
    old, new = ledger(), ledger(algorithm=Algorithm.SM3, cases=("〔2026〕3号", "〔2026〕4号"))
    return [record for pair in zip(old, new, strict=True) for record in pair]
