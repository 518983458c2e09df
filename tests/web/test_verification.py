"""Who holds a paper learns whether it stands and whether a file is the issued one, and nothing else."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fazhi.documents.actions import Propose, Revise, Rule, Withdraw
from fazhi.documents.models import Issue
from fazhi.documents.press.font import cabinet
from fazhi.office.models import Organ
from tests.conftest import Personas
from tests.documents.office.conftest import NOW, issuing
from tests.web.page import text

pytestmark = pytest.mark.skipif(not cabinet().chosen("body"), reason="this machine has no Chinese font")


@pytest.fixture
def issue(personas: Personas) -> Issue:
    return issuing(Organ.objects.get(code="justice")).perform(personas.leader, NOW)


def sent(issue: Issue, data: bytes) -> str:
    file = SimpleUploadedFile("决定书.pdf", data)
    return text(Client().post(f"/verify/{issue.code}", {"file": file}))


def test_the_page_says_whose_paper_it_is_and_that_it_stands(issue: Issue) -> None:
    page = text(Client().get(f"/verify/{issue.code}"))
    for part in (
        "这份文书在册，没有撤回",
        "不说明纸上的内容没有改动",
        "试验区司法局",
        "试司罚〔2026〕1号",
        "2026-03-05",
        issue.version.digest,
        "演示数据",
    ):
        assert part in page, part
    assert "2026-罚-1" not in page


def test_a_code_may_be_typed_as_it_is_printed(issue: Issue) -> None:
    typed = " ".join(re.findall("....", issue.code.lower()))
    response = Client().get("/verify", {"code": typed})
    assert response.status_code == 302
    assert response["Location"] == f"/verify/{issue.code}"


def test_the_issued_file_matches_and_another_does_not(issue: Issue) -> None:
    data = bytes(issue.version.content.data)
    assert "完全一致" in sent(issue, data)
    assert "不一致" in sent(issue, data + b"\n")


def test_a_withdrawn_paper_says_since_when_and_not_why(issue: Issue, personas: Personas) -> None:
    Withdraw(issue, "认定事实有误").perform(personas.leader, NOW)
    page = text(Client().get(f"/verify/{issue.code}"))
    assert "这份文书已经撤回" in page
    assert "2026-03-05" in page
    assert "认定事实有误" not in page
    assert "在册，没有撤回" not in page


@pytest.mark.parametrize("code", ["222222222222", "x", "<script>", "' OR 1=1 --"])
def test_an_unknown_code_is_told_with_what_to_do(db: None, code: str) -> None:
    response = Client().get(f"/verify/{code}")
    assert response.status_code == 404
    assert "documents.E030" in text(response)
    assert "<script>" not in text(response)


def test_an_empty_or_odd_code_is_asked_again(db: None) -> None:
    assert Client().get("/verify").status_code == 200
    for code in ("", "！！", "x" * 50):
        assert Client().get("/verify", {"code": code}).status_code == 400


def test_a_file_beyond_the_limit_and_no_file_are_told(issue: Issue, settings: Any) -> None:
    assert Client().post(f"/verify/{issue.code}").status_code == 400
    settings.CONFIG = settings.CONFIG.model_copy(update={"upload_mb": 0})
    assert "documents.E050" in sent(issue, b"x")


def test_a_paper_with_a_newer_version_says_so_and_still_compares(issue: Issue, personas: Personas) -> None:
    data = bytes(issue.version.content.data)
    Revise(issue.version.document, "决定书.pdf", data + b"\n").perform(
        personas.clerk, NOW + timedelta(days=4)
    )
    page = text(Client().get(f"/verify/{issue.code}"))
    assert "这份文书有新的版本" in page
    assert "于 2026-03-09 又形成了新的版本。" in page
    assert "完全一致" in sent(issue, data)


def test_a_paper_that_was_disposed_of_says_so_and_still_compares(issue: Issue, personas: Personas) -> None:
    data, late = bytes(issue.version.content.data), NOW + timedelta(days=800)
    proposed = Propose(
        version=issue.version, counted_from=NOW.date(), reason="期满", fixed_until=date(2027, 3, 5),
        authority="演示批准",
    ).perform(personas.clerk, late)  # fmt: skip
    Rule(disposal=proposed, approved=True, reason="同意").perform(personas.leader, late)
    page = text(Client().get(f"/verify/{issue.code}"))
    assert f"已于 {late.date()} 经审批处置" in page
    assert "演示批准" not in page
    assert "完全一致" in sent(issue, data)
