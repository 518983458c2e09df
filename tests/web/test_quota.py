"""One sender hands in so much a day, and no more; another is not kept from it."""

from base64 import b64encode
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import Client

from fazhi.api.asked import PaperIn
from fazhi.api.body import attachments
from fazhi.documents.upload import quota
from fazhi.fault import Fault

ADDRESS = "/verify/222222222222"


@pytest.fixture(autouse=True)
def _one_megabyte(settings: Any, tmp_path: Any) -> None:
    settings.HOME = tmp_path
    settings.CONFIG = settings.CONFIG.model_copy(update={"upload_day_mb": 1})


def sent(client: Client, size: int, **more: str) -> Any:
    return client.post(ADDRESS, {"file": SimpleUploadedFile("a.txt", b"x" * size)}, **more)  # type: ignore[arg-type]


@pytest.mark.django_db
def test_files_beyond_the_day_are_refused_until_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client()
    assert sent(client, 600_000).status_code != 429
    refused = sent(client, 600_000)
    assert refused.status_code == 429
    assert "documents.E058" in refused.content.decode()
    assert sent(client, 600_000, REMOTE_ADDR="10.9.9.9").status_code != 429
    assert sent(client, 600_000, REMOTE_ADDR="10.9.9.9").status_code == 429
    monkeypatch.setattr("fazhi.web.quota.timezone.localdate", lambda: quota.date(2030, 1, 1))
    assert sent(client, 600_000).status_code != 429


def test_an_official_is_counted_wherever_they_sit(clerk: Client) -> None:
    assert sent(clerk, 600_000).status_code != 429
    assert sent(clerk, 600_000, REMOTE_ADDR="10.9.9.9").status_code == 429


def test_many_small_files_are_too_many(monkeypatch: pytest.MonkeyPatch, clerk: Client) -> None:
    monkeypatch.setattr(quota, "MOST", 2)
    assert [sent(clerk, 1).status_code == 429 for _ in range(3)] == [False, False, True]


def test_a_system_is_counted_by_its_token() -> None:
    request = HttpRequest()
    request.token = 5  # type: ignore[attr-defined]
    paper = PaperIn(title="演示", file_name="a.txt", content=b64encode(b"x" * 600_000))
    assert len(attachments(request, (paper,))) == 1
    with pytest.raises(Fault, match=r"documents\.E058"):
        attachments(request, (paper,))
