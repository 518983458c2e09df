"""A citation shows the words that were in force on the day."""

from datetime import date

import pytest

from fazhi.fault import Fault
from fazhi.law.citation import parse
from fazhi.statutes.lookup import look_up

pytestmark = pytest.mark.usefixtures("library")
TITLE = "示例区便民服务办法"


def text(citation: str, day: str) -> str | None:
    (found,) = look_up(parse(citation), date.fromisoformat(day))
    return found.text


@pytest.mark.parametrize(
    ("place", "day", "words"),
    [
        ("第二条第一款", "2023-06-30", "窗口收到材料后，应当在五个工作日内答复。"),
        ("第二条", "2023-07-01", "窗口可以上门服务。"),
        ("第二条第二款第二项第1目", "2023-06-30", "1.窗口；"),
        ("（2023）第四条", "2023-07-01", "居民可以电话预约。"),
    ],
)
def test_the_words_in_force_on_the_day(place: str, day: str, words: str) -> None:
    assert text(TITLE + place, day) == words


@pytest.mark.parametrize(
    ("place", "day", "code"),
    [
        ("第二条第二款", "2023-07-01", "citation.E006"),
        ("第六条", "2023-07-01", "citation.E005"),
        ("第二条之一", "2023-07-01", "citation.E005"),
        ("第一条", "2020-02-29", "citation.E003"),
        ("（2020）第一条", "2023-07-01", "citation.E004"),
    ],
)
def test_what_the_text_does_not_have_is_refused(place: str, day: str, code: str) -> None:
    with pytest.raises(Fault) as refused:
        text(TITLE + place, day)
    assert refused.value.code == code


def test_without_the_text_the_registry_still_resolves() -> None:
    (found,) = look_up(parse("行政复议法第八十八条第二款"), date(2024, 2, 6))
    answer = found.as_dict()
    assert (answer["edition"], answer["in_force_from"], answer["text"]) == ("2023-09-01", "2024-01-01", None)


def test_the_whole_statute_may_be_cited() -> None:
    (found,) = look_up(parse(TITLE), date(2023, 7, 1))
    assert (found.text, found.as_dict()["edition"]) == (None, "2023-05-06")


def test_several_places_each_show_their_words() -> None:
    found = look_up(parse(TITLE + "第一条、第四条"), date(2023, 7, 1))
    assert [each.text for each in found] == ["为了方便居民和企业办事，制定本办法。", "居民可以电话预约。"]


def test_one_query_is_enough(django_assert_num_queries: pytest.FixtureRequest) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]
        text(TITLE + "第一条", "2023-07-01")
