"""Every rule rests on an article in force, is explained to the user, and has a case that meets it."""

import re
from pathlib import Path

import pytest

from fazhi.chapters.decisions.review.finding import Rule
from fazhi.chapters.decisions.review.rules import known
from fazhi.law.citation import parse
from tests.chapters.decisions.review.cases import DAY, load, registry

GUIDE = Path(__file__).parents[4] / "docs" / "review.md"
RULES = known()


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_rule_rests_on_articles_in_force(rule: Rule) -> None:
    for article in rule.article.split("、"):
        assert registry(parse(article), DAY)


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_rule_has_a_case_that_meets_it(rule: Rule) -> None:
    assert rule.id in {met for case in load() for met, _ in case.expect}


def test_the_guide_lists_every_rule_as_the_code_has_it() -> None:
    rows = re.findall(
        r"^\| (review\.R\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", GUIDE.read_text("utf-8"), re.M
    )
    assert rows == [(r.id, r.title, r.severity.value, r.article) for r in RULES]


def test_no_two_rules_share_a_number() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
