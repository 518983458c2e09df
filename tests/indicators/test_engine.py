"""A figure worked out in the database is the one that a fold of every case's acts gives."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fazhi.cases import lawbook
from fazhi.indicators import definitions, engine, listing
from fazhi.indicators.actions import Settle
from fazhi.indicators.criterion import Terms
from fazhi.indicators.period import Period, read
from fazhi.indicators.reading import Count, shown
from fazhi.office.models import Organ
from fazhi.packs.indicator_entry import CriterionEntry, IndicatorEntry, Unit
from fazhi.procedure.case import Case as Held
from fazhi.procedure.fact import FactKind
from tests.conftest import Personas, at
from tests.indicators import naive
from tests.indicators.conftest import PROCEDURES, TODAY, filled, put_on_file, walks

PERIODS = ("2024", "2025", "2025H1", "2025Q3", "2026", "2026-03")
SOME = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def dealt(personas: Personas) -> dict[int, list[Held]]:
    return filled(list(Organ.objects.filter(code__in=("justice", "east"))))


def of_cases() -> list[IndicatorEntry]:
    return [one for one in definitions.on(TODAY) if one.population.cases]


def test_every_indicator_of_the_packs_agrees_with_a_fold_of_the_acts(
    dealt: dict[int, list[Held]], personas: Personas
) -> None:
    Settle(code="document-reviewed", option="required", ground="演示：区司法局").perform(
        personas.coordinator, at(2026, 11, 1)
    )
    seen = set[Count]()
    for indicator in of_cases():
        for period in map(read, PERIODS):
            offices = engine.by_office(indicator, period, TODAY)
            for organ, cases in dealt.items():
                wanted = naive.count(indicator, cases, period, TODAY, engine.settled(indicator))
                found = offices[organ].count if organ in offices else Count(0, 0)
                assert found == wanted, (indicator.id, period.code, organ)
                seen.add(found)
            both = [case for cases in dealt.values() for case in cases]
            whole = naive.count(indicator, both, period, TODAY, engine.settled(indicator))
            assert engine.measure(indicator, None, period, TODAY).count == whole
    assert len(seen) > 20, "the histories must tell the indicators apart"


def test_a_case_with_two_missed_limits_is_one_case_and_two_limits(personas: Personas) -> None:
    held = next(one for one in walks() if one.edition.id == "normative-document")
    case = put_on_file(held, Organ.objects.get(code="justice"), 1)
    case.clocks.all().delete()
    for name, due, stopped in (
        ("publication", date(2026, 3, 2), date(2026, 3, 3)),
        ("congress_filing", date(2026, 3, 31), None),
        ("completion", date(2026, 3, 9), date(2026, 3, 9)),
        ("answer", date(2026, 4, 1), None),
        ("refiling", date(2026, 12, 1), None),
    ):
        case.clocks.create(name=name, started=date(2026, 2, 1), due=due, stopped=stopped)
    for period, cases, limits in (("2026-03", 1, 2), ("2026", 1, 3), ("2025", 0, 0)):
        for code, wanted in (("document-late", cases), ("document-limits-late", limits)):
            reading = engine.measure(definitions.one(code, TODAY), None, read(period), TODAY)
            assert reading.count.numerator == wanted, (code, period)
    indicator, march = definitions.one("document-limits-late", TODAY), Terms(read("2026-03"), TODAY)
    rows = listing.listing(indicator, march, "", None, personas.coordinator)
    assert {(row.name, row.case_id) for row in rows.rows} == {
        ("publication", case.pk), ("congress_filing", case.pk)
    }  # fmt: skip
    assert listing.listing(indicator, march, "", None, personas.stranger).hidden == 2


def leaves(procedure: str) -> st.SearchStrategy[dict[str, Any]]:
    edition = lawbook.editions()[procedure][-1]
    acts = st.sampled_from(sorted(edition.act))
    clocks = st.sampled_from(["any", *(c.id for c in edition.clocks if c.budget and not c.at_least)])
    flag = st.booleans()
    facts = st.sampled_from(
        [
            {"fact": fact.id, "is": value}
            for fact in edition.facts
            for value in {FactKind.YES_NO: [True, False], FactKind.CHOICE: list(fact.choices)}.get(
                fact.kind, []
            )
        ]
    )
    return st.one_of(
        st.builds(lambda act, within: {"done": act, "in_period": within}, acts, flag),
        st.builds(lambda act, until: {"open": act, "until": [until]}, acts, acts),
        st.builds(lambda clock, within: {"met": clock, "in_period": within}, clocks, flag),
        st.builds(lambda clock, within: {"late": clock, "in_period": within}, clocks, flag),
        st.builds(lambda fact: {"fact": fact, "known": True}, st.sampled_from([f.id for f in edition.facts])),
        facts,
        st.builds(lambda over: {"ended": over}, flag),
    )  # fmt: skip


def criteria(procedure: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.recursive(
        leaves(procedure),
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"all": parts}),
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"any": parts}),
            inner.map(lambda part: {"not": part}),
        ),
        max_leaves=5,
    )


def test_any_condition_of_the_vocabulary_agrees_with_a_fold(dealt: dict[int, list[Held]]) -> None:
    cases = [case for held in dealt.values() for case in held]
    period = Period(TODAY - timedelta(days=500), TODAY - timedelta(days=100), "一段")

    @SOME
    @given(st.data(), st.sampled_from(PROCEDURES))
    def agrees(data: st.DataObject, procedure: str) -> None:
        drawn = data.draw(criteria(procedure))
        indicator = IndicatorEntry.model_validate({
            "id": "drawn", "title": "示例", "says": "示例指标", "measure": "1.1", "outline": "一、1",
            "unit": "ratio", "population": {"cases": [procedure], "by": {"began": True}}, "numerator": drawn,
        })  # fmt: skip
        found = engine.measure(indicator, None, period, TODAY).count
        assert found == naive.count(indicator, cases, period, TODAY, "")

    agrees()


def test_nothing_to_count_is_no_hundred_per_cent(personas: Personas) -> None:
    for indicator in of_cases():
        reading = engine.measure(indicator, None, read("2025"), TODAY)
        if indicator.choice:
            assert (reading.value, reading.shown) == (None, "口径待定")
            assert {way.shown for _, way in reading.ways} == {"无"}
        elif indicator.unit.counts:
            assert reading.shown == ("0件" if indicator.unit is Unit.COUNT else "0项")
        else:
            assert (reading.value, reading.shown) == (None, "无")


def test_short_of_all_is_never_shown_as_all() -> None:
    for part, whole in ((9999, 10_000), (1, 10_000)):
        told = shown(Count(part, whole).value(Unit.RATIO), Unit.RATIO)
        assert told not in ("100%", "0%")


def test_a_numerator_is_true_or_false_where_a_fact_was_never_recorded(dealt: dict[int, list[Held]]) -> None:
    asked = CriterionEntry.model_validate({"not": {"fact": "exclusion", "is": "macro"}})
    cases = [c for held in dealt.values() for c in held if c.edition.id == "major-decision"]
    silent = [case for case in cases if "exclusion" not in case.state.facts]
    assert silent
    base = definitions.one("decision-reviewed", TODAY)
    began = base.population.model_copy(update={"by": base.population.by.__class__(began=True)})
    indicator = base.model_copy(update={"numerator": asked, "population": began})
    period = Period(TODAY - timedelta(days=3000), TODAY, "一段")
    assert engine.measure(indicator, None, period, TODAY).count.numerator >= len(silent)
