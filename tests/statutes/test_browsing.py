"""Leafing through the library: by title, by day, by heading, and two editions side by side."""

from datetime import date

import pytest

from fazhi.law.comparison import Kind
from fazhi.statutes import browsing
from fazhi.statutes.models import Statute

pytestmark = pytest.mark.usefixtures("library")


def statute() -> Statute:
    return Statute.objects.get()


def test_statutes_are_found_by_a_part_of_their_title() -> None:
    (found,) = browsing.statutes("便民 服务")
    assert (found.title, found.edition_count, found.newest) == ("示例区便民服务办法", 2, date(2023, 5, 6))
    assert not browsing.statutes("处罚").exists()


@pytest.mark.parametrize(
    ("day", "promulgated"), [(date(2023, 6, 30), date(2020, 1, 10)), (date(2023, 7, 1), date(2023, 5, 6))]
)
def test_the_edition_of_a_day(day: date, promulgated: date) -> None:
    edition = browsing.edition_of(statute(), day)
    assert edition
    assert edition.promulgated == promulgated


def test_an_edition_is_read_under_its_headings() -> None:
    reading = browsing.read(statute().editions.get(promulgated=date(2020, 1, 10)))
    assert reading.record.in_force_to == date(2023, 6, 30)
    assert [(s.headings[-1], len(s.articles)) for s in reading.sections] == [
        ("第一章 总则", 2),
        ("第一节 预约", 2),
        ("第三章 附则", 1),
    ]


def test_two_editions_are_compared_article_by_article() -> None:
    old, new = statute().editions.order_by("promulgated")
    kinds = [
        (str(c.old.number) if c.old else "", str(c.new.number) if c.new else "", c.kind)
        for c in browsing.changes(old, new)
    ]
    assert ("", "第二条", Kind.ADDED) in kinds
    assert ("第三条", "第四条", Kind.SAME) in kinds
    assert ("第四条", "", Kind.REMOVED) in kinds
