"""What a reviewer marks is marked, with the words marked, and what a reviewer passes is passed."""

import pytest

from tests.chapters.decisions.review.cases import Case, found, load

CASES = load()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_findings_of_a_passage_are_those_of_its_reviewer(case: Case) -> None:
    assert found(case) == case.expect


def test_there_are_enough_cases_of_both_kinds() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 60
    assert sum(not case.expect for case in CASES) >= 25
