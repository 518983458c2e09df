"""A document is published by an explicit act, whole and read over, or not at all."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from fazhi.cases import lawbook
from fazhi.cases.models import Case
from fazhi.documents.actions import Decide, Publish, Submit, look
from fazhi.fault import Fault
from fazhi.library import shelf
from fazhi.library.actions import Withdraw
from fazhi.library.models import Item, Wording
from fazhi.library.origin import Origin, papers
from fazhi.office.models import Organ
from fazhi.packs import library
from tests.conftest import Personas, at
from tests.library.papers import FINAL, actor, establish_all, issued
from tests.library.shelves import DAY, TEXT, published, publishing


def test_a_clerk_publishes_with_what_is_known_and_nothing_made_up(personas: Personas) -> None:
    row = published(personas, index_number="甲/2024-00001", files=(("规定.txt", TEXT.encode()),), text="")
    assert (row.signed_on, row.issued_on, row.number) == (None, None, "")
    assert row.wording.text == TEXT
    assert (row.files.get().name, bytes(row.files.get().data)) == ("规定.txt", TEXT.encode())
    assert list(shelf.published()) == [row]
    assert shelf.state(row, DAY.date()) == "in-force"
    assert row.by_id == personas.clerk.person_id


def test_only_the_organs_own_people_publish_in_its_name(personas: Personas) -> None:
    for one in (personas.street, personas.auditor, personas.coordinator, personas.stranger):
        with pytest.raises(Fault, match="office"):
            publishing().perform(one, DAY)
    assert not Item.objects.exists()


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("library.E002", {"title": " "}),
        ("library.E001", {"title": "长" * 201}),
        ("library.E002", {"review": ""}),
        ("library.E004", {"signed_on": date(2024, 3, 2)}),
        ("library.E005", {"signed_on": date(2024, 2, 2), "issued_on": date(2024, 2, 1)}),
        ("library.E007", {"state": "forever"}),
        ("library.E007", {"kind": "poem"}),
        ("library.E010", {"text": "", "files": (("图.png", b"\x89PNG\r\n\x1a\n\0\0\0\0IEND\xaeB`\x82"),)}),
        ("library.E011", {"text": "联系人张志祥，身份证号110101199003078515"}),
        ("library.E014", {"files": (("图.png", b"\x89PNG\r\n\x1a\n\0\0\0\0IEND\xaeB`\x82"),)}),
        ("library.E012", {"files": (("a.txt", b"x"),) * 21}),
        ("documents.E053", {"files": (("a.docx", b"x"),)}),
    ],
)
def test_what_is_wrong_is_named_and_leaves_nothing(
    personas: Personas, code: str, changes: dict[str, object]
) -> None:
    with pytest.raises(Fault) as refused:
        published(personas, **changes)
    assert refused.value.code == code
    assert not Item.objects.exists()


def test_what_seems_personal_needs_a_person_who_looked(personas: Personas) -> None:
    words = f"{TEXT}\n联系电话：13900000000"
    with pytest.raises(Fault, match=r"电话1处") as refused:
        published(personas, text=words)
    assert "第十五条" in refused.value.basis
    assert published(personas, text=words, checked=True).wording.text == words


def test_a_document_is_not_published_twice(personas: Personas) -> None:
    first = published(personas)
    with pytest.raises(Fault, match="已经公开"):
        published(personas)
    Withdraw(item=first, reason="重新公开").perform(personas.clerk, DAY)
    assert published(personas)


def test_an_index_number_names_one_document_until_it_is_withdrawn(personas: Personas) -> None:
    first = published(personas, index_number="甲/1")
    with pytest.raises(Fault, match="已用于"):
        published(personas, "另一件", index_number="甲/1")
    Withdraw(item=first, reason="重复公开").perform(personas.clerk, DAY)
    assert published(personas, "另一件", index_number="甲/1")


def test_the_form_of_an_index_number_counts_only_where_the_district_settled_it(
    personas: Personas, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled = library.load().model_copy(
        update={"index_number": library.IndexNumberEntry(pattern=r"[0-9A-Z]{18}/\d{4}-\d{5}")}
    )
    assert published(personas, index_number="随意写的")
    monkeypatch.setattr(library, "load", lambda: settled)
    with pytest.raises(Fault, match="不是本区的索引号"):
        published(personas, "另一件", index_number="随意写的另一个")
    assert published(personas, "第三件", index_number="1112010200014504XG/2023-00001")


def test_a_released_text_is_published_as_it_was_reviewed_and_once(personas: Personas) -> None:
    justice = Organ.objects.get(code="justice")
    sent = Submit(justice, "决定书.txt", "当事人：张志祥。电话13900000000".encode())
    original = sent.perform(personas.clerk, DAY)
    look(personas.clerk, original, "审核", DAY)
    choice = Decide(original, frozenset({0})).perform(personas.clerk, DAY)
    release = Publish(original, choice.pk).perform(personas.leader, DAY)
    row = published(personas, text="", origin=Origin(release=release))
    assert row.wording.text == release.text
    assert "张志祥" not in row.wording.text
    with pytest.raises(Fault, match="已经公开"):
        published(personas, text="", origin=Origin(release=release))


@pytest.mark.django_db
def test_the_published_paper_of_a_case_is_offered_to_who_sees_the_case() -> None:
    establish_all()
    paper = issued()
    bureau, street = actor("bureau"), actor("street")
    assert list(papers(bureau)) == [paper]
    assert not papers(street)
    act = publishing(organ=paper.act.case.organ, text="", origin=Origin(paper=paper))
    with pytest.raises(Fault):
        act.perform(street, at(2026, 12, 1))
    row = act.perform(bureau, at(2026, 12, 1))
    assert (row.paper, row.wording.text) == (paper, FINAL.strip())
    Case.objects.filter(pk=paper.act.case_id).update(secrecy=1)
    assert not papers(bureau)


def test_every_paper_that_the_packs_name_is_one_that_the_act_demands() -> None:
    for one in library.load().papers:
        for edition in lawbook.editions()[one.procedure]:
            assert one.paper in [paper.title for paper in edition.act[one.act].documents]


def test_what_was_published_cannot_be_rewritten(personas: Personas) -> None:
    published(personas)
    with pytest.raises(IntegrityError), transaction.atomic():
        Wording.objects.update(text="别的")
