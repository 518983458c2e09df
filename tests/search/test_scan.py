"""The index finds what a reading of every row finds: no more, no less, for anybody, whatever is asked."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fazhi.cases import policy
from fazhi.cases.models import Case, Secrecy
from fazhi.office.actor import Actor
from fazhi.search.actions import update_all
from fazhi.search.finding import plain, question
from tests.cases.conftest import opening, person
from tests.conftest import Personas, at
from tests.search.conftest import found

LETTERS = st.sampled_from("甲乙丙丁aＡ1，·")
TITLES = st.lists(st.text(LETTERS, min_size=1, max_size=6), min_size=1, max_size=6)
ASKED = st.text(st.sampled_from("甲乙丙丁aＡ1， "), min_size=1, max_size=5).filter(str.strip)
ASKED = ASKED.filter(lambda text: any(letter.isalnum() for letter in text))


def scan(actor: Actor, text: str) -> list[str]:
    """The peer: every row that the policy shows, read as it stands."""
    words = question(text).words()
    rows = policy.visible(actor).select_related("edition")
    said = ((row, plain(f"{row.title or row.number}\n{row.number}\n{row.edition.title}")) for row in rows)
    return sorted(row.title or row.number for row, words_of in said if all(w in words_of for w in words))


@pytest.mark.usefixtures("personas")
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(titles=TITLES, asked=ASKED, secret=st.sets(st.integers(0, 5)))
def test_the_index_and_the_scan_agree(titles: list[str], asked: str, secret: set[int]) -> None:
    with transaction.atomic():
        fill(titles, secret)
        for login in ("receiver", "clerk", "street", "auditor", "coordinator"):
            actor = person(login)
            assert sorted(found(actor, asked, "case")) == scan(actor, asked)
        transaction.set_rollback(True)


def fill(titles: list[str], secret: set[int]) -> None:
    """Cases with these titles, some for their handlers only."""
    template = Case.objects.filter(title="样本").first() or opening(title="样本").perform(
        person("receiver"), at(2026, 7, 6)
    )
    for n, title in enumerate(titles):
        secrecy = Secrecy.RESTRICTED if n in secret else Secrecy.ORDINARY
        opening(title=title, secrecy=secrecy, organ=template.organ).perform(
            person("receiver"), at(2026, 7, 6)
        )
    update_all()


def test_a_stranger_scans_and_finds_nothing(personas: Personas) -> None:
    fill(["甲乙"], set())
    assert found(personas.stranger, "甲乙", "case") == scan(personas.stranger, "甲乙") == []
    assert question("甲乙").words() == ["甲乙"]
