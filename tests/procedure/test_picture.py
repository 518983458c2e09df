"""A procedure draws itself for people and exports itself for other tools."""

from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from lxml import etree

from fazhi.procedure.bpmn import MODEL, bpmn
from fazhi.procedure.edition import Edition
from fazhi.procedure.layout import Layout
from fazhi.procedure.picture import EDGE, Standing, svg
from tests import shipped
from tests.procedure.example import EDITION

PACKS = shipped.latest()
EVERY = [*PACKS.values(), EDITION]


@pytest.mark.parametrize("edition", EVERY, ids=lambda edition: edition.id)
def test_every_act_clock_and_gate_is_in_the_picture(edition: Edition) -> None:
    text = svg(edition)
    for act in edition.acts:
        assert act.title in text
        assert all(str(gate.basis) in text for gate in act.requires)
    assert all(clock.title in text for clock in edition.clocks)
    assert "<script" not in text
    assert "style" not in text
    assert Xml.fromstring(text).attrib["role"] == "img"


def test_the_picture_shows_where_a_case_stands() -> None:
    standing = Standing(frozenset({"ask"}), frozenset({"draft"}))
    text = svg(EDITION, standing)
    assert text.count(EDGE["done"]) == 2
    assert text.count(EDGE["permitted"]) == 2
    assert "已办" in text
    assert "可办" in text


@pytest.mark.parametrize("edition", EVERY, ids=lambda edition: edition.id)
def test_no_act_stands_before_what_it_demands_and_no_two_in_one_place(edition: Edition) -> None:
    layout = Layout(edition)
    assert len(set(layout.place.values())) == len(edition.acts)
    for act, befores in layout.before.items():
        assert all(layout.column[before] < layout.column[act] for before in befores)


@pytest.mark.parametrize("edition", EVERY, ids=lambda edition: edition.id)
def test_the_bpmn_is_valid_by_its_schema(edition: Edition) -> None:
    found = find_spec("SpiffWorkflow")
    if found is None or found.origin is None:
        pytest.skip("the BPMN 2.0 schema comes with SpiffWorkflow, which is not installed")
    schema = Path(found.origin).parent / "bpmn" / "parser" / "schema" / "BPMN20.xsd"
    etree.XMLSchema(etree.parse(schema)).assertValid(etree.fromstring(bpmn(edition).encode()))


def test_the_bpmn_has_a_task_for_every_act_with_its_article() -> None:
    root = Xml.fromstring(bpmn(PACKS["simple-penalty"]))
    tasks = {task.attrib["id"]: task for task in root.iter(f"{{{MODEL}}}userTask")}
    assert tasks.keys() == PACKS["simple-penalty"].act.keys()
    assert "《行政处罚法》第六十二条" in (tasks["decide"].findtext(f"{{{MODEL}}}documentation") or "")
