"""The sums of a clean-up are its scope, whatever the offices answer and in whatever order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.chapters.decisions.validity.models import Answer
from fazhi.chapters.decisions.validity.tally import LABELS, Decision, refusal, tally

KEYS = st.integers(0, 9)


@given(st.sets(KEYS), st.lists(st.tuples(KEYS, st.sampled_from(Decision)), max_size=40))
def test_every_document_is_counted_exactly_once(scope: set[int], said: list[tuple[int, Decision]]) -> None:
    within = [(key, decision) for key, decision in said if key in scope]
    found = tally(scope, within)
    assert found.total == len(scope)
    assert set(found.answers) | set(found.missing) == scope
    assert not set(found.answers) & set(found.missing)
    assert all(found.answers[key] == dict(within)[key] for key in found.answers)
    assert (refusal(found, {key: str(key) for key in scope}) is None) == (len(dict(within)) == len(scope))
    outside = [key for key, _ in said if key not in scope]
    if outside:
        with pytest.raises(KeyError):
            tally(scope, said)


def test_a_refusal_names_what_is_missing() -> None:
    fault = refusal(tally(range(12), [(0, Decision.KEEP)]), {n: f"文件{n}" for n in range(12)})
    assert fault
    assert "12件文件中还有11件" in fault.wrong
    assert "文件1、" in fault.wrong
    assert "文件11" not in fault.wrong


def test_the_database_has_the_same_answers() -> None:
    assert dict(Answer.Decision.choices) == {one.value: word for one, word in LABELS.items()}
