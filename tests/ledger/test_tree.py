"""The Merkle tree is that of RFC 6962, and its proofs hold for what is so and for nothing else."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi.ledger import digest, proof
from fazhi.ledger.digest import Algorithm
from fazhi.ledger.frontier import Frontier
from fazhi.ledger.node import leaf
from fazhi.ledger.tree import Tree

LEAVES = [bytes.fromhex(x) for x in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
)]  # fmt: skip
"""The eight leaves with which implementations of RFC 6962 are compared."""
LARGEST = 33


def sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def root_by_definition(data: list[bytes]) -> bytes:
    """MTH of RFC 6962 §2.1, word for word."""
    if not data:
        return sha(b"")
    if len(data) == 1:
        return sha(b"\0" + data[0])
    k = 1
    while k * 2 < len(data):
        k *= 2
    return sha(b"\1" + root_by_definition(data[:k]) + root_by_definition(data[k:]))


def path_by_definition(m: int, data: list[bytes]) -> list[bytes]:
    """PATH of RFC 6962 §2.1.1, word for word."""
    if len(data) == 1:
        return []
    k = 1
    while k * 2 < len(data):
        k *= 2
    if m < k:
        return [*path_by_definition(m, data[:k]), root_by_definition(data[k:])]
    return [*path_by_definition(m - k, data[k:]), root_by_definition(data[:k])]


def subproof_by_definition(m: int, data: list[bytes], *, whole: bool = True) -> list[bytes]:
    """SUBPROOF of RFC 6962 §2.1.2, word for word."""
    if m == len(data):
        return [] if whole else [root_by_definition(data)]
    k = 1
    while k * 2 < len(data):
        k *= 2
    if m <= k:
        return [*subproof_by_definition(m, data[:k], whole=whole), root_by_definition(data[k:])]
    return [*subproof_by_definition(m - k, data[k:], whole=False), root_by_definition(data[:k])]


def grown(data: list[bytes]) -> Tree:
    tree = Tree(Algorithm.SHA256)
    for each in data:
        tree.append(each)
    return tree


DATA = [str(i).encode() for i in range(LARGEST)]
TREE = grown(DATA)


def test_the_known_roots_of_the_eight_leaves() -> None:
    tree = grown(LEAVES)
    known = {
        1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    }
    assert {size: tree.root(size).hex() for size in known} == known


def test_every_root_and_proof_is_what_the_rfc_defines() -> None:
    for size in range(1, LARGEST + 1):
        assert TREE.root(size) == root_by_definition(DATA[:size])
        for index in range(size):
            assert list(TREE.inclusion(index, size)) == path_by_definition(index, DATA[:size])
        for old in range(1, size + 1):
            assert list(TREE.consistency(old, size)) == subproof_by_definition(old, DATA[:size])


def test_every_proof_holds_and_a_wrong_leaf_index_size_or_root_does_not() -> None:
    for size in range(1, LARGEST + 1):
        root = TREE.root(size)
        for index in range(size):
            path, at = TREE.inclusion(index, size), leaf(sha, DATA[index])
            assert proof.includes(sha, at, index, size, path, root)
            assert not proof.includes(sha, leaf(sha, b"x"), index, size, path, root)
            assert not proof.includes(sha, at, index, size, path, sha(root))
            assert not proof.includes(sha, at, index, size, (*path, root), root)
            for wrong in {*range(-1, size + 2)} - {index}:
                assert not proof.includes(sha, at, wrong, size, path, root)


def test_the_path_of_the_last_leaf_proves_nothing_for_another_size() -> None:
    for size in range(2, LARGEST + 1):
        path, root = TREE.inclusion(size - 1, size), TREE.root(size)
        at = leaf(sha, DATA[size - 1])
        for wrong in {*range(2 * LARGEST)} - {size}:
            assert not proof.includes(sha, at, size - 1, wrong, path, root)


def test_a_path_of_the_wrong_length_for_the_size_proves_nothing() -> None:
    for size in range(1, LARGEST + 1):
        for wrong in range(1, LARGEST + 1):
            for index in range(min(size, wrong)):
                path = TREE.inclusion(index, size)
                if len(path) != len(TREE.inclusion(index, wrong)):
                    at = leaf(sha, DATA[index])
                    assert not proof.includes(sha, at, index, wrong, path, TREE.root(size))


def test_every_consistency_proof_holds_and_a_wrong_one_does_not() -> None:
    for size in range(1, LARGEST + 1):
        for old in range(1, size + 1):
            path, before, now = TREE.consistency(old, size), TREE.root(old), TREE.root(size)
            assert proof.extends(sha, old, size, path, before, now)
            assert not proof.extends(sha, old, size, path, sha(before), now)
            assert not proof.extends(sha, old, size, path, before, sha(now))
            assert not proof.extends(sha, old, size, (*path, now), before, now)
            for wrong in {*range(size + 2)} - {old}:
                assert not proof.extends(sha, wrong, size, path, before, now)


def test_a_rewritten_past_is_not_consistent() -> None:
    rewritten = grown([b"other", *DATA[1:]])
    for old in range(1, LARGEST):
        path = rewritten.consistency(old)
        assert not proof.extends(sha, old, LARGEST, path, TREE.root(old), rewritten.root())


@settings(max_examples=40)
@given(st.lists(st.binary(max_size=8), max_size=200), st.data())
def test_any_tree_proves_any_leaf_and_the_edge_has_its_root(data: list[bytes], draw: st.DataObject) -> None:
    tree, edge = grown(data), Frontier(Algorithm.SHA256)
    for each in data:
        edge.append_leaf(leaf(sha, each))
    assert tree.root() == edge.root() == root_by_definition(data)
    if data:
        size = draw.draw(st.integers(1, len(data)))
        index = draw.draw(st.integers(0, size - 1))
        path = tree.inclusion(index, size)
        assert proof.includes(sha, leaf(sha, data[index]), index, size, path, tree.root(size))
        if path:
            at = draw.draw(st.integers(0, len(path) - 1))
            bent = (*path[:at], sha(path[at]), *path[at + 1 :])
            assert not proof.includes(sha, leaf(sha, data[index]), index, size, bent, tree.root(size))


@pytest.mark.parametrize(("index", "size"), [(-1, 3), (3, 3), (0, 0), (0, LARGEST + 1)])
def test_there_is_no_proof_of_what_is_not_there(index: int, size: int) -> None:
    with pytest.raises(ValueError, match=r"leaves|leaf"):
        TREE.inclusion(index, size)


def test_there_is_no_consistency_with_the_future_or_with_nothing() -> None:
    for old in (0, 5):
        with pytest.raises(ValueError, match="within"):
            TREE.consistency(old, 4)


def test_the_tree_is_the_same_under_the_national_algorithm() -> None:
    if Algorithm.SM3 not in digest.available():
        pytest.skip("this machine has no SM3")
    tree, sm3 = Tree(Algorithm.SM3), digest.hasher(Algorithm.SM3)
    for each in DATA:
        tree.append(each)
    for index in range(LARGEST):
        path = tree.inclusion(index)
        assert proof.includes(sm3, leaf(sm3, DATA[index]), index, LARGEST, path, tree.root())
    assert tree.root() != TREE.root()
