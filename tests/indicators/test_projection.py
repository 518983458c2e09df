"""What figures are read from is what the acts of a case say, with each act and after a rebuild."""

from datetime import date

import pytest

from fazhi.cases import soundness, store
from fazhi.cases.models import Case
from fazhi.indicators import engine, folding
from fazhi.indicators.actions import rebuild
from fazhi.indicators.models import Deed, Standing
from tests.cases.conftest import opening, person
from tests.chapters.decisions.consultation import people
from tests.conftest import Personas, at


@pytest.fixture
def case(db: None) -> Case:
    people.establish_all()
    return people.document()


def deeds(case: Case) -> dict[tuple[str, date], int]:
    rows = Deed.objects.filter(case=case).values_list("name", "day", "times")
    return {(name, day): times for name, day, times in rows}


def test_acts_and_facts_are_projected_with_each_act(case: Case) -> None:
    assert deeds(case) == {("plan", date(2026, 3, 2)): 1, ("draft", date(2026, 3, 3)): 1}
    people.act(case, "drafter", "argue", date(2026, 3, 4), argument="演示：某人提出的理由")
    people.act(case, "drafter", "argue", date(2026, 3, 4), argument="演示：另一理由")
    assert deeds(case)["argue", date(2026, 3, 4)] == 2
    facts = Standing.objects.get(case=case).facts
    assert (facts["issuer"], facts["market"]) == ("government", True)
    assert facts["argument"] is True, "of what is sealed only that it is known"


def test_a_reopened_act_does_not_stand(case: Case) -> None:
    papers = ("文件草案", "起草说明", "依据材料")
    people.act(case, "drafter", "send_review", date(2026, 3, 5), *papers)
    assert ("send_review", date(2026, 3, 5)) in deeds(case)
    people.act(case, "drafter", "revise", date(2026, 3, 6))
    assert ("send_review", date(2026, 3, 5)) not in deeds(case)
    assert deeds(case) == dict(folding.deeds(store.load(case)))


def test_what_differs_is_found_and_made_anew(case: Case) -> None:
    everything = soundness.sample(whole=True)
    assert soundness.projections(everything).wrong == ()
    Deed.objects.filter(name="draft").update(times=3)
    Standing.objects.update(facts={})
    assert soundness.projections(everything).wrong == (f"{case.number}：指标汇总",)
    Standing.objects.all().delete()
    assert engine.missing() == 1
    done = rebuild()
    assert (done.cases, done.changed, rebuild().changed) == (1, 1, 0)
    assert engine.missing() == 0
    assert soundness.projections(everything).wrong == ()


def test_a_case_that_nothing_counts_is_not_projected(personas: Personas) -> None:
    row = opening().perform(person("receiver"), at(2026, 7, 6))
    assert not Standing.objects.filter(case=row).exists()
    assert engine.missing() == 0
