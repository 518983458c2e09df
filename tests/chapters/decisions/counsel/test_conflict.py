"""A direct interest keeps an expert out, whatever else is said; nothing else keeps anybody out."""

from hypothesis import given
from hypothesis import strategies as st

from fazhi.chapters.decisions.counsel.conflict import Declared, Interest, judge

DECLARED = st.builds(
    Declared, st.booleans(), st.sampled_from(Interest),
    drafted=st.booleans(), same_office=st.booleans(), both=st.booleans(), ended=st.booleans(),
)  # fmt: skip


@given(DECLARED)
def test_only_a_direct_interest_of_an_expert_is_refused(declared: Declared) -> None:
    found = judge(declared)
    assert found.refused == (declared.expert and declared.interest is Interest.DIRECT)


@given(DECLARED)
def test_everything_else_that_speaks_against_somebody_is_told(declared: Declared) -> None:
    told = judge(declared).warnings
    lesser = declared.interest is Interest.INDIRECT or (
        declared.interest is Interest.DIRECT and not declared.expert
    )
    marks = (declared.drafted, declared.same_office, declared.both, declared.ended, lesser)
    assert len(told) == sum(marks)
