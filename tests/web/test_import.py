"""An outline comes in: upload, check, settle names, see changes, commit; until then nothing is in force."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fazhi.duties.models import Draft, Edition, Outline
from tests.conftest import TEXT
from tests.web.page import text

NEW = (
    "新区规划（2026—2030年）\n\n一、总则\n"
    "1.普法。每年开展两次普法宣传。（牵头单位：区司法局、星际办；责任单位：各街道）\n"
)
TERM = {"title": "新区规划", "starts_on": "2026-01-01", "ends_on": "2030-12-31"}


def upload(client: Client, content: str | bytes = NEW, name: str = "规划.txt") -> Any:
    data = content.encode() if isinstance(content, str) else content
    return client.post("/outlines/import", {"file": SimpleUploadedFile(name, data)})


def staged(client: Client, content: str = NEW) -> Draft:
    response = upload(client, content)
    return Draft.objects.get(pk=int(response["Location"].rsplit("/", 1)[1]))


def test_a_draft_shows_what_was_read_and_which_names_are_unknown(coordinator: Client) -> None:
    words = text(coordinator.get(f"/drafts/{staged(coordinator).pk}"))
    assert "每年开展两次普法宣传" in words
    assert "没有对应到机构 1 个" in words
    assert "星际办" in words


def test_names_are_settled_before_anything_is_in_force(coordinator: Client) -> None:
    draft = staged(coordinator)
    assert "星际办" in text(coordinator.get(f"/drafts/{draft.pk}/settle"))
    response = coordinator.post(f"/drafts/{draft.pk}/settle", TERM)
    assert response.status_code == 400
    assert "有内容需要改正" in text(response)
    assert not Outline.objects.filter(title="新区规划").exists()


@pytest.mark.parametrize(
    ("choice", "named"), [("audit", {"audit"}), ("-", set()), ("group:各街道", {"east", "west"})]
)
def test_a_name_stands_for_an_organ_a_group_or_nobody_here(
    coordinator: Client, choice: str, named: set[str]
) -> None:
    draft = staged(coordinator)
    review = coordinator.post(f"/drafts/{draft.pk}/settle", TERM | {"name-0": choice})
    assert "这是一份新纲要" in text(review)
    response = coordinator.post(f"/drafts/{draft.pk}/commit", TERM | {"name-0": choice})
    outline = Outline.objects.get(title="新区规划")
    assert response["Location"] == f"/outlines/{outline.pk}"
    lead = outline.measures.get().assignments.filter(part="lead")
    assert set(lead.values_list("organ__code", flat=True)) == {"justice"} | named
    assert not Draft.objects.exists()


def test_a_changed_text_shows_its_differences_and_keeps_history(
    coordinator: Client, edition: Edition
) -> None:
    draft = staged(coordinator, TEXT.replace("两次执法案卷评查", "三次执法案卷评查"))
    values = {"title": "试验区纲要", "starts_on": "2023-01-01", "ends_on": "2025-12-31"}
    words = text(coordinator.post(f"/drafts/{draft.pk}/settle", values))
    assert "1 条举措有变化" in words
    assert "三次执法案卷评查" in words
    coordinator.post(f"/drafts/{draft.pk}/commit", values)
    assert edition.outline.editions.count() == 2
    assert "第 1 版" in text(coordinator.get(f"/outlines/{edition.outline_id}"))
    assert "两次执法案卷评查" in text(coordinator.get(f"/editions/{edition.pk}"))


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "空.txt", "outline.E003"),
        (b"PK\x03\x04broken", "坏.docx", "outline.E"),
        (b"%PDF-1.4", "扫描.pdf", "outline.E004"),
        ("只有一段话。".encode(), "话.txt", "duties.E002"),
        (b"\x00\xff\x00\xff\x81", "乱.txt", "outline.E"),
    ],
)
def test_what_is_no_outline_is_refused_whole(
    coordinator: Client, content: bytes, name: str, code: str
) -> None:
    response = upload(coordinator, content, name)
    assert response.status_code == 400
    assert code in text(response)
    assert not Draft.objects.exists()


def test_a_file_beyond_the_limit_is_refused_unread(coordinator: Client, settings: Any) -> None:
    settings.CONFIG = settings.CONFIG.model_copy(update={"upload_mb": 0})
    response = upload(coordinator)
    assert response.status_code == 400
    assert "documents.E050" in text(response)
    assert not Draft.objects.exists()


def test_going_back_from_the_review_keeps_what_was_chosen(coordinator: Client) -> None:
    draft = staged(coordinator)
    values = TERM | {"name-0": "audit", "back": "1"}
    page = coordinator.post(f"/drafts/{draft.pk}/settle", values)
    assert '<option value="audit" selected>' in page.content.decode()


def test_without_a_file_the_form_says_so(coordinator: Client) -> None:
    assert coordinator.post("/outlines/import").status_code == 400


def test_a_text_in_gb18030_is_read(coordinator: Client) -> None:
    assert upload(coordinator, NEW.encode("gb18030")).status_code == 302


def test_a_draft_may_be_thrown_away_and_is_then_gone(coordinator: Client) -> None:
    draft = staged(coordinator)
    coordinator.post(f"/drafts/{draft.pk}/discard")
    assert coordinator.get(f"/drafts/{draft.pk}").status_code == 404


def test_only_coordinators_import(clerk: Client) -> None:
    assert upload(clerk).status_code == 403
    assert not Draft.objects.exists()


def test_another_term_is_shown_before_it_holds_and_kept_with_each_edition(
    coordinator: Client, edition: Edition
) -> None:
    before = f"{edition.outline.starts_on} 至 {edition.outline.ends_on}"
    draft = staged(coordinator, TEXT + "\n")
    values = {"title": "试验区纲要", "starts_on": "2023-01-01", "ends_on": "2030-12-31"}
    words = text(coordinator.post(f"/drafts/{draft.pk}/settle", values))
    assert f"期间由 {before} 改为 2023-01-01 至 2030-12-31" in words
    coordinator.post(f"/drafts/{draft.pk}/commit", values)
    history = text(coordinator.get(f"/outlines/{edition.outline_id}"))
    assert f"期间 {before}" in history
    assert "期间 2023-01-01 至 2030-12-31" in history
