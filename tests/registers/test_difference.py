"""Two editions entry by entry, and ours beside the superior's: what to follow, what is our own (4.1)."""

from hypothesis import given
from hypothesis import strategies as st

from fazhi.registers.alignment import List, Standing, align, standing
from fazhi.registers.difference import Change, differences
from fazhi.registers.kinds import kind
from fazhi.registers.reading import Line
from tests.registers.lists import DAY

POWERS = kind("power-list", DAY.date())
TEXTS = st.one_of(st.none(), st.fixed_dictionaries({"名称": st.sampled_from("甲乙丙")}))


def entry(key: str, name: str = "甲", organ: str = "区司法局") -> Line:
    return Line(1, key, {"number": key, "name": name, "exerciser": organ}, None, None)


def listed(*entries: Line) -> List:
    return List(POWERS, entries)


def test_entries_that_came_went_or_changed_are_told_cell_by_cell() -> None:
    old, new = [entry("1"), entry("2"), entry("3")], [entry("1"), entry("2", "乙"), entry("4")]
    found = differences(POWERS, old, POWERS, new)
    assert [(one.change, one.key) for one in found] == [
        (Change.CHANGED, "2"), (Change.ADDED, "4"), (Change.REMOVED, "3"),
    ]  # fmt: skip
    assert [vars(cell) for cell in found[0].cells] == [{"column": "职权名称", "before": "甲", "after": "乙"}]


def test_each_key_stands_as_the_three_lists_make_it() -> None:
    base = listed(*(entry(k) for k in "abcdeg"))
    theirs = listed(entry("a"), entry("b", "乙"), entry("c"), entry("d", "乙"), entry("e", "乙"), entry("f"))
    ours = listed(entry("a"), entry("b"), entry("c", "丙"), entry("d", "丙"), entry("e", "乙"), entry("g"))
    assert {one.key: one.standing for one in align(base, theirs, ours)} == {
        "a": Standing.SAME,
        "b": Standing.FOLLOW,
        "c": Standing.OWN,
        "d": Standing.CONFLICT,
        "e": Standing.BOTH,
        "f": Standing.FOLLOW,
        "g": Standing.FOLLOW,
    }


def test_another_organ_at_another_level_is_no_difference() -> None:
    lists = [listed(entry("a", organ=organ)) for organ in ("市某局", "市某局", "区司法局")]
    assert [one.standing for one in align(*lists)] == [Standing.SAME]


def test_what_needs_work_comes_first() -> None:
    base, theirs = (
        listed(entry("a"), entry("b"), entry("c")),
        listed(entry("a"), entry("b", "乙"), entry("c")),
    )
    ours = listed(entry("a"), entry("b", "丙"), entry("c", "丁"))
    assert [one.key for one in align(base, theirs, ours)] == ["b", "c", "a"]


@given(TEXTS, TEXTS, TEXTS)
def test_a_standing_says_who_moved(base: object, theirs: object, ours: object) -> None:
    found = standing(base, theirs, ours)  # type: ignore[arg-type]
    moved = (theirs != base, ours != base)
    assert (
        found
        is {
            (False, False): Standing.SAME,
            (True, False): Standing.FOLLOW,
            (False, True): Standing.OWN,
            (True, True): Standing.BOTH if theirs == ours else Standing.CONFLICT,
        }[moved]
    )


@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("甲乙")), unique_by=lambda pair: pair[0])
)
def test_a_list_does_not_differ_from_itself_and_differs_wholly_from_none(
    pairs: list[tuple[str, str]],
) -> None:
    entries = [entry(key, name) for key, name in pairs]
    assert differences(POWERS, entries, POWERS, list(reversed(entries))) == ()
    assert {one.change for one in differences(POWERS, [], POWERS, entries)} <= {Change.ADDED}
    assert len(differences(POWERS, entries, POWERS, [])) == len(entries)
