"""The checklist asks for authority, procedure and content, and rests on articles that are in force."""

from datetime import date

import pytest

from fazhi.cases import lawbook
from fazhi.chapters.decisions.legality.checklist import checklist
from fazhi.chapters.decisions.legality.terms import OPINION, PROCEDURES, RETURN, REVIEW, SEND
from fazhi.law import citation
from fazhi.law.resolution import resolve
from fazhi.packs.statutes import catalogue

DAY = date(2026, 3, 2)


@pytest.mark.parametrize("procedure", PROCEDURES)
def test_every_item_cites_an_article_that_resolves(procedure: str) -> None:
    for item in checklist(procedure).items:
        assert resolve(citation.parse(item.article), catalogue(), DAY), item.id
    assert resolve(citation.parse(checklist(procedure).basis), catalogue(), DAY)


@pytest.mark.parametrize("procedure", PROCEDURES)
def test_it_has_three_heads_and_no_item_twice(procedure: str) -> None:
    found = checklist(procedure)
    assert [head.title for head in found.heads] == ["权限", "程序", "内容"]
    assert len({item.id for item in found.items}) == len(found.items)


@pytest.mark.django_db
@pytest.mark.parametrize("procedure", PROCEDURES)
def test_its_facts_are_those_of_the_procedure(procedure: str) -> None:
    edition, found = lawbook.governing(procedure, DAY), checklist(procedure)
    settled = {one.fact for one in (*found.heads, *found.items) if one.fact}
    assert {*settled, OPINION} <= set(edition.act[REVIEW].brings)
    assert {item.concerns for item in found.items} - {""} <= set(edition.fact)
    assert {SEND, RETURN, REVIEW} <= set(edition.act)


def test_what_the_case_denies_is_not_asked() -> None:
    left = checklist("normative-document").without(frozenset({"market", "accessibility"}))
    assert not {"burden", "transition", "accessible"} & {item.id for item in left.items}
    assert {"superior", "argued"} <= {item.id for item in left.items}
