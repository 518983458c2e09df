"""Groups are the same whatever the order, hold whoever repeats the same words, and never mix clauses."""

from hypothesis import given
from hypothesis import strategies as st

from fazhi.bigram import index_terms
from fazhi.chapters.decisions.consultation.likeness import Said, alike, groups

TEXTS = st.text("停车免费位夜间收建议。，", max_size=12)
SAID = st.lists(st.tuples(st.sampled_from(["", "第一条", "第三条"]), TEXTS), max_size=12).map(
    lambda rows: [Said(n, clause, text) for n, (clause, text) in enumerate(rows, 1)]
)


@given(SAID, st.randoms())
def test_the_order_of_the_comments_does_not_matter(said: list[Said], chance: object) -> None:
    mixed = list(said)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert groups(mixed) == groups(said)


@given(SAID)
def test_groups_are_disjoint_of_one_clause_and_of_several(said: list[Said]) -> None:
    found = groups(said)
    clause = {one.number: one.clause for one in said}
    members = [number for group in found for number in group]
    assert len(members) == len(set(members))
    assert all(len(group) > 1 and len({clause[n] for n in group}) == 1 for group in found)


@given(SAID)
def test_every_member_is_like_another_and_whoever_is_alike_is_together(said: list[Said]) -> None:
    place = {number: index for index, group in enumerate(groups(said)) for number in group}
    terms = {one.number: frozenset(index_terms(one.text)) for one in said}
    for one in said:
        like = [
            b.number for b in said
            if b is not one and b.clause == one.clause and alike(terms[one.number], terms[b.number])
        ]  # fmt: skip
        assert (one.number in place) == bool(like)
        assert all(place[b] == place[one.number] for b in like)


@given(TEXTS.filter(index_terms), st.text("停车免费位夜间", max_size=6))
def test_the_same_words_are_alike_and_nothing_is_like_silence(text: str, clause: str) -> None:
    assert groups([Said(1, clause, text), Said(2, clause, text)]) == ((1, 2),)
    assert groups([Said(1, clause, text), Said(2, clause, "。")]) == ()
