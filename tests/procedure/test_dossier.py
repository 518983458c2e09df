"""A case with the cases inside it is written as JSON and read back the same."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from fazhi.fault import Fault
from fazhi.ledger.canonical import encode
from fazhi.procedure.case import Case
from fazhi.procedure.dossier import as_json, from_json
from fazhi.procedure.history import history
from tests import shipped
from tests.law.calendars import OFFICIAL
from tests.procedure.test_subcase import whole

EDITIONS = shipped.editions()
PACKS = shipped.latest()


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", PACKS)
def test_a_made_up_case_comes_back_from_canonical_bytes(name: str, seed: int) -> None:
    case = history(PACKS[name], OFFICIAL, Random(seed), date(2026, 7, 6), inner=PACKS)
    stored = encode(as_json(case))
    again = from_json(json.loads(stored), EDITIONS)
    assert again == case
    assert again.state == case.state
    assert encode(as_json(again)) == stored


def test_a_case_comes_back_with_its_hearing_and_with_who_acted_before_it() -> None:
    case = whole()
    assert from_json(as_json(case), EDITIONS) == case
    assert case.subs[0].case.earlier["investigator"]


def test_the_file_of_the_guide_is_read() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "procedures.md").read_text("utf-8")
    (data,) = json.loads(guide.split("```json\n")[1].split("```")[0])
    case = from_json(data, EDITIONS)
    assert case.edition is EDITIONS["ordinary-penalty"][-1]
    assert as_json(case)["records"] == data["records"]


def test_without_a_hash_the_edition_is_the_one_in_force_on_the_first_day() -> None:
    data = as_json(whole())
    del data["edition"]
    assert from_json(data, EDITIONS) == whole()
    assert from_json({"procedure": "ordinary-penalty"}, EDITIONS) == Case(PACKS["ordinary-penalty"])
    old = replace(PACKS["ordinary-penalty"], since=date(2026, 7, 1))
    with pytest.raises(Fault, match="没有施行的版本"):
        from_json(data, {**EDITIONS, "ordinary-penalty": (old,)})


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        ({"procedure": "none"}, "procedure.E041", "none"),
        ({"edition": "0" * 64}, "procedure.E041", "000000000000"),
        ({"procedure": None}, "procedure.E040", "procedure"),
        ({"records": {}}, "procedure.E040", "records"),
        ({"records": [{"act": "file"}]}, "procedure.E040", "happened_on"),
        ({"subs": [{"sub": "none", "case": {"procedure": "penalty-hearing"}}]}, "procedure.E025", "none"),
        ({"subs": [{"sub": "hearing", "case": None}]}, "procedure.E040", "case"),
        ({"earlier": {"officer": "甲"}}, "procedure.E040", "officer"),
        ({"recordz": []}, "procedure.E040", "recordz"),
    ],
)
def test_what_is_no_case_is_refused_and_the_place_is_named(
    change: dict[str, Any], code: str, said: str
) -> None:
    with pytest.raises(Fault, match=said) as refused:
        from_json({**as_json(whole()), **change}, EDITIONS)
    assert refused.value.code == code
