"""What an organ owes, step by step: permitted acts are forms, refused acts say why."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fazhi.duties.models import Evidence, Occurrence
from tests.web.page import SOON, links, text


def answer(client: Client, row: Occurrence, expected: int = 0, **more: Any) -> Any:
    values = {"text": "已评查两次", "expected": expected, "url": "https://example.org/report"}
    return client.post(f"/duties/{row.pk}/answer", values | more)


def test_the_organ_may_answer_and_reads_why_it_may_not_confirm(clerk: Client, occurrence: Occurrence) -> None:
    words = text(clerk.get(f"/duties/{occurrence.pk}"))
    assert "完成情况" in words
    assert "不能确认" in words
    assert "office.E001" in words


def test_an_answer_with_a_file_is_kept_and_waits(clerk: Client, occurrence: Occurrence) -> None:
    file = SimpleUploadedFile("评查报告.pdf", b"%PDF-1.7 report")
    response = answer(clerk, occurrence, documents=file, url="")
    assert response.status_code == 302
    page = clerk.get(f"/duties/{occurrence.pk}")
    assert "待确认" in text(page)
    assert "评查报告.pdf" in text(page)
    address = next(link for link in links(page) if link.startswith("/evidence/"))
    saved = clerk.get(address)
    assert saved.content == b"%PDF-1.7 report"
    assert saved["Content-Disposition"].startswith("attachment")


def test_without_evidence_the_form_says_so_and_keeps_the_words(clerk: Client, occurrence: Occurrence) -> None:
    response = answer(clerk, occurrence, url="")
    assert response.status_code == 400
    assert "duties.E030" in text(response)
    assert "已评查两次" in response.content.decode()
    assert occurrence.steps.count() == 0


def test_an_empty_form_points_at_its_field(clerk: Client, occurrence: Occurrence) -> None:
    response = answer(clerk, occurrence, text="")
    assert response.status_code == 400
    assert "#answer-text" in links(response)


def test_a_return_with_a_day_makes_the_organ_answer_again(
    clerk: Client, coordinator: Client, occurrence: Occurrence
) -> None:
    answer(clerk, occurrence)
    values = {"text": "缺少第二次评查", "rectify_by": SOON, "expected": 1}
    assert coordinator.post(f"/duties/{occurrence.pk}/return", values).status_code == 302
    assert "整改中" in text(clerk.get(f"/duties/{occurrence.pk}"))
    answer(clerk, occurrence, expected=2)
    assert coordinator.post(f"/duties/{occurrence.pk}/confirm", {"expected": 3}).status_code == 302
    assert "已确认" in text(clerk.get(f"/duties/{occurrence.pk}"))


def test_who_saw_an_older_record_decides_again(
    clerk: Client, coordinator: Client, occurrence: Occurrence
) -> None:
    answer(clerk, occurrence)
    response = coordinator.post(f"/duties/{occurrence.pk}/confirm", {"expected": 0})
    assert response.status_code == 409
    assert "duties.E409" in text(response)
    assert coordinator.post(f"/duties/{occurrence.pk}/confirm", {"expected": 1}).status_code == 302


def test_a_step_without_right_is_refused(street: Client, occurrence: Occurrence) -> None:
    response = answer(street, occurrence)
    assert response.status_code == 403
    assert occurrence.steps.count() == 0


def test_another_organ_sees_that_it_answered_but_not_what(
    clerk: Client, street: Client, occurrence: Occurrence
) -> None:
    answer(clerk, occurrence, documents=SimpleUploadedFile("报告.pdf", b"%PDF-1.7"), url="")
    words = text(street.get(f"/duties/{occurrence.pk}"))
    assert "报送" in words
    assert "已评查两次" not in words
    assert "报告.pdf" not in words
    assert street.get(f"/evidence/{Evidence.objects.get().pk}").status_code == 403


def test_an_unknown_step_or_row_is_not_found(clerk: Client, occurrence: Occurrence) -> None:
    assert clerk.post(f"/duties/{occurrence.pk}/dance").status_code == 404
    assert clerk.get("/duties/999999").status_code == 404
    assert clerk.get("/duties/99999999999999999999999").status_code == 404
