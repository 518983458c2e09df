"""How many units have a lawyer or adviser, from the registers; which units count, nobody decided."""

from datetime import date

import pytest

from fazhi.chapters.decisions.counsel.coverage import UNDETERMINED, Coverage, coverage
from fazhi.office.models import Organ
from tests.chapters.decisions.counsel.stage import establish_all, listed

DAY = date(2026, 3, 3)


@pytest.fixture
def found(db: None) -> Coverage:
    establish_all()
    street = Organ.objects.filter(kind=Organ.Kind.STREET).first()
    assert street
    listed(
        "government-lawyers",
        (
            {"number": "1", "name": "演示·律师甲", "unit": "区司法局"},
            {"number": "2", "name": "演示·律师乙", "unit": "区司法局", "until": "2026-03-02"},
        ),
    )
    listed("legal-advisers", ({"number": "1", "name": "演示·顾问甲", "unit": street.name},))
    return coverage(DAY)


def test_units_are_counted_once_by_kind_and_in_two_sums_that_differ_by_the_streets(found: Coverage) -> None:
    without, with_streets = found.sums
    streets = Organ.objects.filter(kind=Organ.Kind.STREET).count()
    assert with_streets.units == without.units + streets
    assert (without.lawyers, without.advisers, without.either) == (1, 0, 1)
    assert (with_streets.lawyers, with_streets.advisers, with_streets.either) == (1, 1, 2)
    assert len(without.without) == without.units - 1
    assert sum(one.units for one in found.kinds) == Organ.objects.count()
    assert "没有读到规定" in UNDETERMINED


@pytest.mark.django_db
def test_without_registers_nobody_is_covered_and_nothing_breaks() -> None:
    establish_all()
    assert all(one.either == 0 for one in coverage(DAY).sums)
