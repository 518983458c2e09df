"""The desk of the library: a clerk publishes and keeps, others do not, and nothing that was typed is lost."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fazhi.documents.actions import Decide, Publish, Submit, look
from fazhi.duties.models import Outline
from fazhi.library.models import Item
from fazhi.office.models import Organ
from tests.conftest import Personas
from tests.library import papers
from tests.library.shelves import DAY, TEXT, published
from tests.web.conftest import logged_in
from tests.web.page import links, text


def given(**changes: object) -> dict[str, object]:
    """What a clerk of 区司法局 fills in."""
    start: dict[str, object] = {
        "kind": "document", "organ": Organ.objects.get(code="justice").pk, "title": "便民规定",
        "state": "in-force", "text": TEXT, "review": "已经审查",
    }  # fmt: skip
    return {**start, **changes}


def test_a_clerk_publishes_a_file_and_everybody_reads_it(clerk: Client) -> None:
    assert "/publishing/new" in links(clerk.get("/publishing"))
    sent = SimpleUploadedFile("规定.txt", TEXT.encode())
    response = clerk.post("/publishing/new", given(text="", sent=[sent]), follow=True)
    assert "已公开" in text(response)
    row = Item.objects.get()
    assert "第一条 为了方便居民" in text(Client().get(f"/library/{row.pk}"))
    assert f"/publishing/{row.pk}" in links(clerk.get("/publishing"))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"title": ""}, "名称"),
        ({"review": ""}, "公开审查意见"),
        ({"issued_on": "2024-13-01"}, "发文日期"),
        ({"text": "", "summary": "保留的概述"}, "library.E010"),
        ({"text": "电话13900000000", "summary": "保留的概述"}, "library.E011"),
        ({"issued_on": "2999-01-01"}, "library.E004"),
    ],
)
def test_bad_input_is_named_at_the_top_and_what_was_typed_stays(
    clerk: Client, changes: dict[str, object], said: str
) -> None:
    response = clerk.post("/publishing/new", given(**{"number": "保留的文号", **changes}))
    assert response.status_code == 400
    page = response.content.decode()
    assert "data-error-summary" in page
    assert said in text(response)
    assert "保留的文号" in page
    assert not Item.objects.exists()


def test_nobody_publishes_for_another_organ(street: Client) -> None:
    response = street.post("/publishing/new", given())
    assert response.status_code == 400
    assert not Item.objects.exists()


def test_a_document_is_corrected_changed_tied_and_withdrawn_on_its_page(
    clerk: Client, personas: Personas
) -> None:
    row, reading = published(personas), published(personas, "解读一", kind="reading")

    def act(kind: str, **data: object) -> str:
        return text(clerk.post(f"/publishing/{row.pk}/{kind}", data, follow=True))

    assert "已更正著录信息" in act("describe", title="新的名称", subject="城市管理", reason="笔误")
    assert "已变更有效性" in act("validity", state="lapsed", since="2024-06-01", reason="期满")
    assert "已办理关联" in act("relate", other=reading.pk, stands="yes")
    assert "library.E031" in act("relate", other=reading.pk, stands="yes")
    assert "library.E020" in act("describe", title="新的名称", subject="城市管理", reason="再来")
    assert "请" in act("validity", state="lapsed", since="", reason="保留的理由")
    assert "已失效" in text(Client().get(f"/library/{row.pk}"))
    assert "已撤下" in act("withdraw", reason="误公开")
    assert Client().get(f"/library/{row.pk}").status_code == 404
    response = clerk.post(f"/publishing/{row.pk}/withdraw", {"reason": "再撤"})
    assert response.status_code == 409
    assert clerk.post(f"/publishing/{row.pk}/burn").status_code == 404


def test_another_organ_does_not_see_the_desk_page_of_a_document(
    street: Client, leader: Client, personas: Personas
) -> None:
    row = published(personas)
    assert street.get(f"/publishing/{row.pk}").status_code == 404
    assert street.post(f"/publishing/{row.pk}/withdraw", {"reason": "甲"}).status_code == 404
    assert row.title not in text(street.get("/publishing"))
    assert leader.get(f"/publishing/{row.pk}").status_code == 200


def test_a_reviewed_text_and_a_paper_of_a_case_wait_on_the_desk(clerk: Client, personas: Personas) -> None:
    sent = Submit(Organ.objects.get(code="justice"), "材料.txt", "当事人：张志祥。".encode())
    original = sent.perform(personas.clerk, DAY)
    look(personas.clerk, original, "审核", DAY)
    choice = Decide(original, frozenset({0})).perform(personas.clerk, DAY)
    release = Publish(original, choice.pk).perform(personas.leader, DAY)
    address = f"/publishing/new?release={release.pk}"
    assert address in links(clerk.get("/publishing"))
    clerk.post(address, given(text=""))
    assert Item.objects.get().wording.text == release.text
    assert address not in links(clerk.get("/publishing"))
    assert logged_in("street").get(address).status_code == 404


@pytest.mark.django_db
def test_the_paper_of_a_case_brings_its_particulars_along() -> None:
    papers.establish_all()
    paper = papers.issued()
    client = logged_in("bureau")
    address = f"/publishing/new?paper={paper.pk}"
    desk = client.get("/publishing")
    assert address in links(desk)
    assert "最迟 2026-05-18 公开" in text(desk)
    page = client.get(address).content.decode()
    for known in ("便民停车管理办法", "甲/2026-00001", "试政规〔2026〕1号"):
        assert f'value="{known}"' in page
    assert client.post(address, given(text="")).status_code == 302
    assert Item.objects.get().paper == paper
    assert client.post(address, given(text="")).status_code == 409


def test_the_coordinator_publishes_the_text_of_an_outline(coordinator: Client, clerk: Client) -> None:
    outline = Outline.objects.get()
    address = f"/publishing/new?outline={outline.pk}"
    assert address in links(coordinator.get(f"/outlines/{outline.pk}/opening"))
    response = coordinator.post(address, given(text="", title=outline.title, checked="on"))
    assert response.status_code == 302
    row = Item.objects.get()
    assert (row.outline, row.signed_on) == (outline, None)
    assert isinstance(row.at.date(), date)
    assert clerk.post(address, given(text="")).status_code == 400
