"""Whoever registers, however many seats there are: the lot takes exactly as many as it must."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from fazhi.chapters.decisions.hearing import lots
from fazhi.chapters.decisions.hearing.lots import Entrant, Places, Terms
from fazhi.chapters.decisions.hearing.mask import masked
from fazhi.chapters.decisions.hearing.period import earliest, latest
from fazhi.draw import record as records
from fazhi.draw.beacon import Beacon
from fazhi.draw.record import Record
from fazhi.draw.selection import Outcome
from fazhi.draw.share import Share
from fazhi.ledger.digest import Algorithm

GROUPS = ("利害关系人", "公众", "企业", "专家")
PLACES = st.lists(
    st.builds(Places, st.sampled_from(GROUPS), st.integers(1, 6), st.integers(0, 4)),
    min_size=1, max_size=4, unique_by=lambda one: one.group,
)  # fmt: skip


def drawn(entrants: list[Entrant], places: list[Places], secret: str, value: str) -> Record:
    share = Share("听证-1", "区司法局", secret)
    terms = Terms("听证-1", "2026-03-16", share.commitment(Algorithm.SHA256), Beacon("彩票", "2026-03-18"))
    return records.draw(lots.plan(terms, entrants, places), [share], value)


@st.composite
def hearings(draw: st.DrawFn) -> tuple[list[Entrant], list[Places]]:
    places = draw(PLACES)
    names = st.sampled_from([one.group for one in places])
    rows = draw(
        st.lists(st.tuples(names, st.sampled_from(("", "", "已撤回报名", "报名未被接受"))), max_size=25)
    )
    return [Entrant(f"1-{n}", group, why) for n, (group, why) in enumerate(rows, 1)], places


SECRET = st.binary(min_size=32, max_size=32).map(bytes.hex)


@given(hearings(), SECRET, st.integers(0, 10**9))
def test_a_draw_takes_exactly_the_seats_or_all_and_never_one_who_is_out(
    given_: tuple[list[Entrant], list[Places]], secret: str, value: int
) -> None:
    entrants, places = given_
    record = drawn(entrants, places, secret, str(value))
    group = {one.id: one.group for one in entrants if not one.excluded}
    for each in places:
        free = [id_ for id_, name in group.items() if name == each.group]
        taken = [one.id for one in record.named(Outcome.SELECTED) if one.stratum == each.group]
        spare = [one.id for one in record.named(Outcome.SUBSTITUTE) if one.stratum == each.group]
        assert len(taken) == min(len(free), each.number)
        assert len(spare) == min(each.substitutes, len(free) - len(taken))
        assert set(taken) | set(spare) <= set(free)
    assert {one.id for one in record.named(Outcome.EXCLUDED)} == {one.id for one in entrants if one.excluded}
    again = records.verify(json.loads(json.dumps(record.as_dict())))
    assert again.results == record.results


@given(hearings(), SECRET, st.data())
def test_seats_are_filled_in_drawn_order_whoever_withdraws(
    given_: tuple[list[Entrant], list[Places]], secret: str, data: st.DataObject
) -> None:
    entrants, places = given_
    ordered = lots.order(drawn(entrants, places, secret, "7").results)
    drawn_ids = [id_ for ids in ordered.values() for id_ in ids]
    gone = set(data.draw(st.lists(st.sampled_from(drawn_ids or ["-"]))))
    seated = lots.seated(ordered, places, gone)
    assert not gone & set(seated)
    assert set(seated) <= set(drawn_ids)
    for each in places:
        staying = [id_ for id_ in ordered.get(each.group, ()) if id_ not in gone]
        assert [id_ for id_ in seated if id_ in staying] == staying[: each.number]


def test_a_draw_is_needed_only_where_a_group_has_more_than_its_seats() -> None:
    places = [Places("公众", 1), Places("企业", 1)]
    assert not lots.needed([Entrant("1-1", "公众"), Entrant("1-2", "公众", "已撤回报名")], places)
    assert lots.needed([Entrant("1-1", "公众"), Entrant("1-2", "公众")], places)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_seven_days_lie_between_papers_and_hearing(day: date) -> None:
    assert (earliest(day) - day).days == 7
    assert latest(earliest(day)) == day


@given(st.text(st.characters(categories=("Lo",)), min_size=2, max_size=8))
def test_a_masked_name_shows_its_first_character_alone(name: str) -> None:
    assert masked(name) == name[0] + "＊" * (len(name) - 1)
