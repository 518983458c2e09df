"""Two people act on one occurrence at the same moment: one step is recorded, the other is told."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from fazhi.duties.actions import Confirm, SendBack
from fazhi.duties.actions.supervision import Supervision
from fazhi.duties.models import Occurrence
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from tests.conftest import Personas, at
from tests.duties.test_supervision import answered


def attempt(act: Supervision, actor: Actor) -> str:
    try:
        act.perform(actor, at(2023, 12, 5))
    except Fault as fault:
        return fault.code
    finally:
        connection.close()
    return "recorded"


@pytest.mark.django_db(transaction=True)
def test_of_two_decisions_at_once_one_is_recorded(occurrence: Occurrence, personas: Personas) -> None:
    answered(occurrence, personas.clerk)
    day = at(2024, 1, 1).date()
    acts: list[tuple[Supervision, Actor]] = [
        (Confirm(occurrence=occurrence, expected=1), personas.coordinator),
        (SendBack(occurrence=occurrence, expected=1, text="不符", rectify_by=day), personas.second),
        (Confirm(occurrence=occurrence, expected=1), personas.second),
        (SendBack(occurrence=occurrence, expected=1, text="不符", rectify_by=day), personas.coordinator),
    ]
    with ThreadPoolExecutor(len(acts)) as pool:
        outcomes = sorted(pool.map(lambda pair: attempt(*pair), acts))
    assert outcomes.count("recorded") == 1
    assert outcomes.count("duties.E409") == 3
    assert occurrence.steps.count() == 2
