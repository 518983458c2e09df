"""Entries of registers are counted as they stood at the end of a period: published by then, and applying."""

from datetime import date

import pytest

from fazhi.indicators import definitions, engine
from fazhi.indicators.criterion import Terms
from fazhi.indicators.files import Sheet, rows
from fazhi.indicators.listing import listing
from fazhi.indicators.period import read
from fazhi.indicators.reading import Count
from fazhi.registers.actions import Approve, Keep, Publish, Submit
from fazhi.registers.models import Register
from tests.conftest import Personas, at
from tests.registers.lists import opened, row, xlsx

CODE = "power-list-process"
TODAY = date(2026, 11, 20)


def published(register: Register, personas: Personas, month: int, *entries: list[object]) -> None:
    edition = Keep(register=register, file_name="a.xlsx", data=xlsx(entries)).perform(
        personas.clerk, at(2026, month, 2)
    )
    Submit(edition=edition, expected=0).perform(personas.clerk, at(2026, month, 3))
    Approve(edition=edition, expected=1).perform(personas.leader, at(2026, month, 4))
    Publish(edition=edition, expected=2).perform(personas.leader, at(2026, month, 5))


@pytest.fixture
def register(personas: Personas) -> Register:
    found = opened(personas)
    published(found, personas, 3, row(1), row(2, 运行流程=""))
    past = row(3, 运行流程="", 失效日期="2026-08-31")
    published(found, personas, 8, row(1), row(2), past)
    return found


def count(period: str) -> Count:
    return engine.measure(definitions.one(CODE, TODAY), None, read(period), TODAY).count


def test_the_edition_of_the_periods_end_is_counted(register: Register) -> None:
    assert count("2026Q1") == Count(1, 2)
    assert count("2025") == Count(0, 0)
    assert count("2026-08") == Count(2, 3)
    assert count("2026Q3") == Count(2, 2), "what ceased to apply is no entry any more"


def test_whoever_reads_registers_reads_the_rows(register: Register, personas: Personas) -> None:
    indicator, terms = definitions.one(CODE, TODAY), Terms(read("2026Q1"), TODAY)
    seen = listing(indicator, terms, "", register.organ_id, personas.street)
    assert (seen.rows.count(), seen.hidden) == (2, 0)
    assert listing(indicator, terms, "", None, personas.stranger).hidden == 2
    sheet = Sheet(indicator, register.organ, read("2026Q1"), TODAY)
    told = [one["counts"] for one in rows(sheet, "", personas.street)]
    assert told == ["符合", "不符合"]
