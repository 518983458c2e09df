"""Written names stand for organs and groups; what is not known stays unknown."""

from datetime import date

import pytest

from fazhi.office.models import Membership
from fazhi.office.resolution import Directory

pytestmark = pytest.mark.usefixtures("personas")
DAY = date(2024, 1, 1)


def codes(written: str, day: date = DAY) -> list[str]:
    return [organ.code for organ in Directory(day).resolve(written).organs]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("区司法局", "justice"),
        ("试验区司法局", "justice"),
        ("区政府办", "government-office"),
        ("区政府办公室", "government-office"),
        ("区委(区政府)督查室", "supervision-office"),
        ("区委（区政府）督查室", "supervision-office"),
        ("区委 （区政府） 督查室", "supervision-office"),
    ],
)
def test_an_organ_is_known_by_each_of_its_names(written: str, code: str) -> None:
    assert codes(written) == [code]


@pytest.mark.parametrize("written", ["区科技局", "司法局", "", "街道"])
def test_an_unknown_name_is_not_guessed(written: str) -> None:
    assert not Directory(DAY).resolve(written).found


def test_a_group_word_stands_for_its_members() -> None:
    assert codes("各街道") == codes("各街道办事处") == ["east", "west"]
    assert codes("区政府有关部门") == ["government-office", "justice", "audit"]


def test_a_group_has_the_members_of_the_day() -> None:
    west = Membership.objects.get(group__name="各街道", organ__code="west")
    west.until = date(2024, 6, 30)
    west.save()
    assert codes("各街道", date(2024, 6, 30)) == ["east", "west"]
    assert codes("各街道", date(2024, 7, 1)) == ["east"]


def test_a_subject_is_known_only_where_every_name_in_it_is() -> None:
    directory = Directory(DAY)
    assert len(directory.resolve_list("区政府各部门、各街道")) == 5
    assert directory.resolve_list("区政府、各街道") == ()
    assert directory.resolve_list("区政府有关部门和各街道") == ()
