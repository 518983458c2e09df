"""Whatever stands in a text can be found in it, down to one character."""

from hypothesis import given
from hypothesis import strategies as st

from fazhi.bigram import index_terms, query_terms

texts = st.text("查封期限，。 的三30日AbＡ〔〕", max_size=30)


@given(texts, st.integers(0, 30), st.integers(1, 8))
def test_every_part_of_a_text_finds_it(text: str, start: int, length: int) -> None:
    terms = index_terms(text)
    for wanted in query_terms(text[start : start + length]):
        assert wanted in terms if len(wanted) == 2 else any(term.startswith(wanted) for term in terms)


@given(texts)
def test_terms_are_one_or_two_characters_and_hold_no_mark(text: str) -> None:
    assert all(1 <= len(term) <= 2 and term.isalnum() for term in index_terms(text))
