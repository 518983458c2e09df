"""One box over everything, and in it only what the reader may see."""

from datetime import timedelta

import pytest
from django.utils import timezone

from fazhi.cases.actions import Engage
from fazhi.cases.models import Case, Secrecy
from fazhi.fault import Fault
from fazhi.office.models import Organ, Person
from fazhi.registers.models import Register
from fazhi.search.actions import mark_all, update, update_all
from fazhi.search.finding import question
from fazhi.search.freshness import lag
from fazhi.search.models import Record, Stale
from fazhi.statutes.models import Statute
from tests.cases.conftest import APPLICANT, opening, person
from tests.conftest import Personas, at
from tests.documents.office.conftest import issuing
from tests.registers.lists import kept, published, row
from tests.search.conftest import found

STATUTE, ENTRY = "试验区紫藤保护办法", "紫藤砍伐许可"
OPEN, SECRET = "紫藤路修缮批复公开", "紫藤路线索公开"


@pytest.mark.parametrize(
    ("login", "cases"),
    [
        ("receiver", [OPEN, SECRET]), ("auditor", [OPEN, SECRET]), ("clerk", [OPEN]), ("leader", [OPEN]),
        ("coordinator", [OPEN]), ("street", []),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("indexed")
def test_each_finds_the_cases_that_the_policy_shows(login: str, cases: list[str]) -> None:
    assert sorted(found(person(login), "紫藤")) == sorted([STATUTE, ENTRY, *cases])


@pytest.mark.usefixtures("indexed")
def test_a_stranger_finds_what_is_published_and_nothing_else(personas: Personas) -> None:
    assert found(personas.stranger, "紫藤") == [STATUTE, ENTRY]
    assert found(personas.stranger, "案卷") == []
    assert found(personas.clerk, "案卷 评查") != []


@pytest.mark.usefixtures("indexed")
def test_every_word_must_be_there_and_width_and_case_do_not_matter(personas: Personas) -> None:
    assert found(personas.clerk, "紫藤 修缮") == [OPEN]
    assert found(personas.clerk, "紫藤 无此事") == []
    assert found(personas.clerk, "ｈｄ－００１") == found(personas.clerk, "HD-001") == [ENTRY]
    assert found(personas.clerk, "藤", "case") == [OPEN]


@pytest.mark.usefixtures("indexed")
def test_filters_narrow(personas: Personas) -> None:
    justice = str(Organ.objects.get(code="justice").pk)
    east = str(Organ.objects.get(code="east").pk)
    assert found(personas.clerk, "紫藤", organ=justice) == [OPEN, ENTRY]
    assert found(personas.clerk, "紫藤", organ=east) == []
    assert found(personas.clerk, "紫藤", year="2020") == [STATUTE]
    assert found(personas.clerk, "紫藤", kind="case") == [OPEN]


@pytest.mark.usefixtures("indexed")
def test_what_a_title_says_comes_before_what_a_text_says(personas: Personas) -> None:
    Statute.objects.create(key="试验区权责清单办法", title="试验区权责清单办法")
    update_all()
    assert found(personas.clerk, "权责清单") == ["试验区权责清单办法", ENTRY]


@pytest.mark.usefixtures("indexed")
def test_sealed_and_personal_words_are_not_in_the_index() -> None:
    texts = "".join(f"{r.title}{r.text}" for r in Record.objects.all())
    assert OPEN in texts
    assert [said for said in APPLICANT.known.values() if said in texts] == []


def test_an_issued_paper_is_found_by_its_number_in_its_office_only(personas: Personas) -> None:
    issue = issuing(Organ.objects.get(code="justice")).perform(personas.leader, at(2026, 3, 5))
    update_all()
    title = f"行政处罚决定书 {issue.number}"
    finding = [found(one, "试司罚", "document") for one in (personas.clerk, personas.auditor)]
    assert finding == [[title], [title]]
    assert found(personas.street, "试司罚") == found(personas.stranger, "试司罚") == []


@pytest.mark.usefixtures("indexed")
def test_an_act_shows_in_the_index_at_the_next_update(personas: Personas) -> None:
    guest, case = Person.objects.get(pk=personas.street.person_id), Case.objects.get(title=SECRET)
    Engage(case=case, person=guest).perform(person("receiver"), at(2026, 7, 7))
    assert SECRET not in found(personas.street, "紫藤")
    update_all()
    assert SECRET in found(personas.street, "紫藤")


@pytest.mark.usefixtures("indexed")
def test_a_right_that_ended_hides_at_once_whatever_the_index_says(personas: Personas) -> None:
    assert OPEN in found(personas.clerk, "紫藤")
    Case.objects.filter(title=OPEN).update(secrecy=Secrecy.RESTRICTED)
    assert OPEN not in found(personas.clerk, "紫藤")


@pytest.mark.usefixtures("indexed")
def test_a_new_edition_of_a_register_takes_the_place_of_the_former(personas: Personas) -> None:
    edition = kept(Register.objects.get(), personas, [row(2, "紫藤修剪许可")])
    update_all()
    assert found(personas.stranger, "紫藤", "register") == [ENTRY]
    published(edition, personas)
    update_all()
    assert found(personas.stranger, "紫藤", "register") == ["紫藤修剪许可"]


@pytest.mark.usefixtures("indexed")
def test_what_is_gone_is_not_found(personas: Personas) -> None:
    Statute.objects.filter(title=STATUTE).delete()
    assert STATUTE not in found(personas.clerk, "紫藤")
    update_all()
    assert not Record.objects.filter(kind="statute").exists()


@pytest.mark.usefixtures("indexed")
def test_a_rebuilt_index_says_the_same(personas: Personas) -> None:
    before = found(personas.auditor, "紫藤")
    mark_all()
    assert Stale.objects.exists()
    assert update_all() == Record.objects.count()
    assert found(personas.auditor, "紫藤") == before
    assert update().noted == 0


@pytest.mark.usefixtures("indexed")
def test_the_lag_counts_what_waits() -> None:
    now = timezone.now()
    assert lag(now).waiting == 0
    opening(title="新收申请").perform(person("receiver"), at(2026, 7, 8))
    later = lag(now + timedelta(minutes=5))
    assert later.waiting > 0
    assert timedelta(minutes=4) < later.age < timedelta(minutes=6)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"text": ""}, "search.E001"), ({"text": "，。 !"}, "search.E001"), ({"text": "\0"}, "search.E001"),
        ({"text": "长" * 81}, "search.E002"), ({"text": "一 二 三 四 五 六 七 八 九"}, "search.E002"),
        ({"text": "法", "kind": "secret"}, "search.E003"), ({"text": "法", "organ": "x"}, "search.E004"),
        ({"text": "法", "organ": "9" * 30}, "search.E004"), ({"text": "法", "year": "12026"}, "search.E005"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_said(asked: dict[str, str], code: str) -> None:
    with pytest.raises(Fault) as refused:
        question(**asked)
    assert refused.value.code == code


@pytest.mark.usefixtures("indexed")
@pytest.mark.parametrize("text", ["\"' OR 1", "紫藤' | 'x", '紫藤" OR "法', "紫*", "\ue000case"])
def test_signs_of_the_database_are_no_signs_here(personas: Personas, text: str) -> None:
    assert found(personas.stranger, text) == []
