"""Officials find an article by its words, the one in force first."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fazhi.fault import Fault
from fazhi.statutes import fulltext
from fazhi.statutes.models import Article
from fazhi.statutes.search import search

pytestmark = pytest.mark.usefixtures("library")
DAY = date(2024, 1, 1)


def places(query: str, day: date = DAY) -> list[tuple[str, int]]:
    return [(hit.edition.id, hit.article.number) for hit in search(query, day)]


def test_what_is_in_force_comes_first() -> None:
    assert places("工作日内答复") == [("2023-05-06", 3), ("2020-01-10", 2)]
    assert places("工作日内答复", date(2021, 1, 1)) == [("2020-01-10", 2), ("2023-05-06", 3)]


def test_all_words_must_stand_in_the_article() -> None:
    assert places("窗口 费用") == [("2020-01-10", 4)]
    assert places("窗口 没有的词") == []


def test_a_single_character_is_found_wherever_it_stands() -> None:
    assert {number for _, number in places("话")} == {3, 4}
    assert ("2020-01-10", 4) in places("用")


def test_the_pairs_alone_do_not_make_a_hit() -> None:
    """收费用 has both pairs of an article that says 收取费用 and 费用 only if it says the word itself."""
    assert places("办事居民") == []


def test_the_excerpt_shows_the_words_and_the_days_in_force() -> None:
    hit = search("上门", DAY)[0].as_dict()
    assert (hit["excerpt"], hit["in_force_from"], hit["in_force_to"]) == (
        "窗口可以上门服务。",
        "2023-07-01",
        None,
    )
    old = search("五个工作日", DAY)[0].as_dict()
    assert old["in_force_to"] == "2023-06-30"


@pytest.mark.parametrize("query", ["", " ", "，。", "\"'*"])
def test_a_query_without_a_word_is_refused(query: str) -> None:
    with pytest.raises(Fault) as refused:
        search(query, DAY)
    assert refused.value.code == "statute.E009"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text("窗口居民办事费用预约，。1.\"'*&|!:() \\%_", max_size=8))
def test_the_index_finds_exactly_what_a_scan_finds(query: str) -> None:
    words = [word for word in query.split() if any(c.isalnum() for c in word)]
    scanned = Article.objects.all()
    for word in words:
        scanned = scanned.filter(text__contains=word)
    expected = set(scanned.values_list("id", flat=True)) if words else set()
    assert set(fulltext.find(words, 99)) == expected
