"""What a reviewer marks is marked, with the words marked, and what a reviewer passes is passed."""

from pathlib import Path

import pytest
import yaml

from tests.chapters.decisions.review.cases import Case, found, load, reviewed

CASES = load()
HERE = Path(__file__).parent
LAWFUL: list[str] = yaml.safe_load((HERE / "lawful.yaml").read_text("utf-8"))
WORDINGS = [
    (rule, text)
    for rule, texts in yaml.safe_load((HERE / "wordings.yaml").read_text("utf-8")).items()
    for text in texts
]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_findings_of_a_passage_are_those_of_its_reviewer(case: Case) -> None:
    assert found(case) == case.expect


@pytest.mark.parametrize("text", LAWFUL)
def test_a_lawful_sentence_is_passed(text: str) -> None:
    assert reviewed(f"第八条 {text}").findings == ()


@pytest.mark.parametrize(("rule", "text"), WORDINGS)
def test_a_rule_knows_other_wordings(rule: str, text: str) -> None:
    whole = text if text.startswith("第") else f"第八条 {text}"
    assert f"review.{rule}" in {finding.rule.id for finding in reviewed(whole).findings}


def test_there_are_enough_cases_of_both_kinds() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 60
    assert sum(not case.expect for case in CASES) >= 25
