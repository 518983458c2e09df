"""A record written as JSON is read back the same, and what is no record is refused by name."""

import json
from dataclasses import replace
from datetime import UTC, date, timedelta, timezone
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.fault import Fault
from fazhi.ledger.canonical import encode
from fazhi.procedure.fact import Fact, FactKind
from fazhi.procedure.history import history
from fazhi.procedure.person import Person, Qualification
from fazhi.procedure.record import Record
from fazhi.procedure.written import as_json, from_json, person_as_json, person_from_json
from tests import shipped
from tests.law.calendars import OFFICIAL
from tests.procedure.example import EDITION, LAW, record

TYPED = replace(
    EDITION,
    facts=(*EDITION.facts, Fact("on", "日期", FactKind.DATE, LAW), Fact("way", "方式", FactKind.TEXT, LAW)),
)
DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))
NUMBERS = st.one_of(
    st.integers(-(2**53) + 1, 2**53 - 1), st.decimals(-(10**12), 10**12, allow_nan=False, places=3)
)
PEOPLE = st.builds(
    Person,
    st.text(),
    st.frozensets(st.text()),
    st.lists(st.builds(Qualification, st.text(), st.none() | DAYS, st.none() | DAYS)).map(tuple),
)
FACTS = st.fixed_dictionaries(
    {},
    optional={"passed": st.booleans(), "days": NUMBERS, "on": DAYS, "way": st.text(), "strange": st.text()},
)
ZONES = st.sampled_from([None, UTC, timezone(timedelta(hours=8))])
RECORDS = st.builds(
    Record,
    st.text(),
    st.lists(PEOPLE, max_size=3).map(tuple),
    DAYS,
    st.datetimes(timezones=ZONES),
    FACTS,
    st.lists(st.text(), max_size=2).map(tuple),
    st.none() | st.integers(1, 99),
    st.none() | DAYS,
    st.text(),
    st.lists(st.text(), max_size=2).map(tuple),
)


@given(RECORDS)
def test_a_record_comes_back_from_canonical_bytes_as_it_was(one: Record) -> None:
    stored = encode(as_json(one))
    again = from_json(json.loads(stored), TYPED)
    assert again == one
    assert encode(as_json(again)) == stored


@given(NUMBERS)
def test_equal_numbers_are_written_alike(number: int | Decimal) -> None:
    other = Decimal(f"{Decimal(number):f}") * Decimal("1.00")
    assert as_json(record("prolong", days=number)) == as_json(record("prolong", days=other))


@pytest.mark.parametrize("name", shipped.latest())
def test_every_record_of_a_made_up_history_comes_back(name: str) -> None:
    case = history(shipped.latest()[name], OFFICIAL, Random(7), date(2026, 7, 6))
    assert tuple(from_json(as_json(one), case.edition) for one in case.records) == case.records


def test_a_fact_that_the_edition_does_not_know_is_kept_as_text() -> None:
    data = as_json(record("ask")) | {"facts": {"strange": "2026-03-02", "on": "2026-03-02"}}
    assert from_json(data, TYPED).facts == {"strange": "2026-03-02", "on": date(2026, 3, 2)}


def test_a_wrong_answer_is_readable_so_that_the_act_can_be_refused_with_its_article() -> None:
    data = as_json(record("ask")) | {"facts": {"days": "NaN", "passed": "是"}}
    assert from_json(data, TYPED).facts == {"days": "NaN", "passed": "是"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"happened_on": "三月二日"}, "happened_on"),
        ({"happened_on": None}, "happened_on"),
        ({"recorded_at": 5}, "recorded_at"),
        ({"act": 1}, "act"),
        ({"by": "甲"}, "by"),
        ({"by": ["甲"]}, "by"),
        ({"by": [{"posts": []}]}, "id"),
        ({"by": [{"id": "甲", "posts": [1]}]}, "posts"),
        ({"by": [{"id": "甲", "posts": [], "qualifications": [{"name": "证", "since": "昨天"}]}]}, "since"),
        ({"facts": []}, "facts"),
        ({"facts": {"days": 0.5}}, "days"),
        ({"facts": {"on": "x"}}, "on"),
        ({"corrects": True}, "corrects"),
        ({"corrects": "1"}, "corrects"),
        ({"instead_on": 3}, "instead_on"),
        ({"documents": [None]}, "documents"),
        ({"hapened_on": "2026-03-02"}, "hapened_on"),
    ],
)
def test_what_is_no_record_is_refused_and_the_place_is_named(change: dict[str, Any], said: str) -> None:
    with pytest.raises(Fault, match=said) as refused:
        from_json({**as_json(record("ask")), **change}, TYPED)
    assert refused.value.code == "procedure.E040"


@pytest.mark.parametrize("data", [None, [], "act", 3])
def test_what_has_no_fields_is_no_record(data: Any) -> None:
    with pytest.raises(Fault, match="不是一组字段"):
        from_json(data, TYPED)


def test_a_lent_post_is_written_with_its_lender_and_read_back() -> None:
    deputy = Person("乙", frozenset({"负责人"}), lent=(("负责人", "甲"),))
    data = person_as_json(deputy)
    assert data == {"id": "乙", "posts": ["负责人"], "lent": {"负责人": "甲"}}
    assert person_from_json(data) == deputy
