"""Which edition is in force on a day, and precisely why none is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.fault import Fault
from fazhi.law.catalogue import Catalogue
from fazhi.law.citation import parse
from fazhi.law.resolution import resolve
from fazhi.law.statute import Edition, Statute
from fazhi.packs.statutes import catalogue

FIRST = Edition("2007-05-29", date(2007, 5, 29), date(2007, 8, 1), articles=66, document="国务院令第499号")
SECOND = Edition("2026-04-29", date(2026, 4, 29), date(2026, 7, 1), articles=77, document="国务院令第836号")
REGULATION = Statute("示例复议条例", ("复议条例",), (SECOND, FIRST), enacted=date(2007, 5, 29))
ENDED = Statute(
    "示例旧办法", (), (Edition("2000-01-01", date(2000, 1, 1), date(2000, 2, 1), date(2009, 12, 31)),)
)
AMENDED = Statute(
    "示例诉讼法", (), (Edition("2017-06-27", date(2017, 6, 27), articles=103),), date(1989, 4, 4)
)
BOOK = Catalogue([REGULATION, ENDED, AMENDED])


@pytest.mark.parametrize(
    ("day", "edition"),
    [("2007-08-01", "2007-05-29"), ("2026-06-30", "2007-05-29"), ("2026-07-01", "2026-04-29")],
)
def test_the_later_edition_takes_over_on_the_day_it_takes_effect(day: str, edition: str) -> None:
    assert REGULATION.on(date.fromisoformat(day)).id == edition


def test_an_edition_ends_the_day_before_the_next_one_begins() -> None:
    assert [edition.in_force_to for edition in REGULATION.editions] == [date(2026, 6, 30), None]


@pytest.mark.parametrize(
    ("citation", "day", "code"),
    [
        ("没有的条例第一条", "2020-01-01", "citation.E002"),
        ("示例复议条例第一条", "2007-07-31", "citation.E003"),
        ("示例复议条例（2026）第一条", "2026-06-30", "citation.E003"),
        ("示例旧办法第一条", "2010-01-01", "citation.E004"),
        ("示例复议条例（2007）第一条", "2026-07-01", "citation.E004"),
        ("示例复议条例第七十条", "2026-06-30", "citation.E005"),
        ("示例复议条例（2015）第一条", "2026-06-30", "citation.E007"),
        ("示例诉讼法第一条", "2010-01-01", "citation.E008"),
        ("示例诉讼法第一条", "1980-01-01", "citation.E003"),
    ],
)
def test_what_does_not_resolve_says_precisely_why(citation: str, day: str, code: str) -> None:
    with pytest.raises(Fault) as refused:
        resolve(parse(citation), BOOK, date.fromisoformat(day))
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("citation", "day", "edition"),
    [
        ("复议条例第七十条", "2026-07-01", "2026-04-29"),
        ("国务院令第499号第一条", "2020-01-01", "2007-05-29"),
        ("示例复议条例（国务院令第836号）第七十条", None, "2026-04-29"),
        ("示例复议条例（2007）第六十六条", None, "2007-05-29"),
        ("示例旧办法第一条", "2009-12-31", "2000-01-01"),
        ("示例诉讼法第一百零三条", "2024-02-06", "2017-06-27"),
    ],
)
def test_names_numbers_and_marks_lead_to_the_edition(citation: str, day: str | None, edition: str) -> None:
    (found,) = resolve(parse(citation), BOOK, date.fromisoformat(day) if day else None)
    assert found.edition.id == edition


def test_an_edition_whose_first_day_no_source_gives_is_never_dated() -> None:
    assert AMENDED.on(date(2024, 2, 6)).in_force_from is None


def test_several_places_resolve_each() -> None:
    found = resolve(parse("示例复议条例第五条、第七条第一款"), BOOK, date(2020, 1, 1))
    assert [str(each.place) for each in found] == ["第五条", "第七条第一款"]


def test_an_unknown_name_proposes_what_may_be_meant() -> None:
    with pytest.raises(Fault) as refused:
        BOOK.find("示例的复议条例")
    assert "示例复议条例" in refused.value.remedy


def test_two_sources_of_one_statute_complete_each_other() -> None:
    ours = Statute("甲法", (), (Edition("2020-01-01", date(2020, 1, 1), articles=9),))
    theirs = Statute("中华人民共和国甲法", (), (Edition("2020-01-01", date(2020, 1, 1), date(2020, 5, 1)),))
    (edition,) = Catalogue([ours, theirs]).find("甲法").editions
    assert (edition.in_force_from, edition.articles) == (date(2020, 5, 1), 9)


def test_an_edition_that_only_one_source_knows_ends_the_one_before_it() -> None:
    packs = Statute("甲法", (), (Edition("1", None, date(2007, 1, 1)), Edition("3", None, date(2026, 1, 1))))
    library = Statute("甲法", (), (Edition("2", None, date(2016, 1, 1)),))
    ends = [edition.in_force_to for edition in packs.merged(library).editions]
    assert ends == [date(2015, 12, 31), date(2025, 12, 31), None]


def test_a_document_known_by_number_takes_its_day_from_the_text() -> None:
    numbered = Edition("国办发〔2018〕118号", document="国办发〔2018〕118号")
    dated = Edition("2018-12-05", date(2018, 12, 5), document="国办发〔2018〕118号")
    (edition,) = Statute("意见", (), (numbered,)).merged(Statute("意见", (), (dated,))).editions
    assert edition.id == "2018-12-05"


def test_a_number_shared_by_several_documents_names_none() -> None:
    shared = [
        Statute(title, (), (Edition("2024-04-03", document="司规〔2024〕1号"),)) for title in ("甲", "乙")
    ]
    with pytest.raises(Fault, match="司规〔2024〕1号"):
        Catalogue(shared).find("司规〔2024〕1号")


days = st.dates(date(1990, 1, 1), date(2030, 1, 1))


@given(st.lists(days, min_size=1, max_size=6, unique=True), days)
def test_on_any_day_the_newest_edition_that_began_is_in_force_and_only_that(
    starts: list[date], day: date
) -> None:
    editions = [Edition(str(start), start - timedelta(days=30), start) for start in starts]
    statute = Statute("示例法", (), tuple(editions))
    covering = [e for e in statute.editions if e.starts <= day <= (e.in_force_to or date.max)]
    begun = [start for start in starts if start <= day]
    assert [edition.in_force_from for edition in covering] == ([max(begun)] if begun else [])
    assert [e for e in statute.editions if statute.current(e, day)] == covering


def test_an_edition_without_a_day_is_the_one_that_was_in_force_when_it_was_shown() -> None:
    shown = Edition("未注明日期", in_force_by=date(2026, 6, 3))
    old = Edition("2010-01-01", date(2010, 1, 1), date(2010, 3, 1))
    new = Edition("2020-05-28", date(2020, 5, 28), date(2021, 1, 1))
    later = Edition("2026-09-01", date(2026, 9, 1), date(2027, 1, 1))
    merged = Statute("示例法", (), (shown,)).merged(Statute("示例法", (), (old, new, later)))
    assert [edition.id for edition in merged.editions] == ["2010-01-01", "2020-05-28", "2026-09-01"]
    assert merged.on(date(2026, 7, 1)).in_force_by == date(2026, 6, 3)
    alone = Statute("示例法", (), (shown,)).merged(Statute("示例法", (), (later,)))
    assert len(alone.editions) == 2


def test_the_civil_code_is_certain_from_the_day_on_which_a_source_shows_it() -> None:
    code = catalogue().find("民法典")
    (edition,) = code.editions
    assert code.doubt(edition, date(2026, 6, 3)) is None
    assert str(getattr(code.doubt(edition, date(2026, 6, 2)), "code", "")) == "citation.E009"
