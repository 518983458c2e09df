"""Golden timelines: what a document is on a day, as the records and its own words say."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fazhi.chapters.decisions.validity.state import ENDS, Event, Kind, Span, State, course

STORIES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("stories.yaml").read_text("utf-8"))
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
EVENTS = st.lists(st.builds(Event, st.sampled_from(Kind), DAYS), max_size=8)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_a_story_of_a_document(story: dict[str, Any]) -> None:
    events = [Event(Kind(one["kind"]), one["day"]) for one in story.get("records", ())]
    found = course(events, Span(story.get("since"), story.get("until")))
    assert {day: found.on(day).label for day in story["expect"]} == story["expect"]
    assert found.revising == story.get("revising", False)


@given(EVENTS, st.builds(Span, st.none() | DAYS, st.none() | DAYS), DAYS, DAYS)
def test_what_has_ended_stays_ended_and_the_order_of_ends_does_not_matter(
    events: list[Event], span: Span, one: date, other: date
) -> None:
    found, first, later = course(events, span), min(one, other), max(one, other)
    over = {State.AMENDED, State.ABOLISHED, State.LAPSED}
    if found.on(first) in over:
        assert found.on(later) == found.on(first)
    assert course(sorted(events, key=lambda e: e.on), span).on(one) == found.on(one)
    ends = [event.on for event in events if event.kind in ENDS]
    assert span.until or ends or found.on(later) not in over
