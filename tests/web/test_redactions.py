"""A reviewer works beside the original; nobody sees it without being on record."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fazhi.documents.models import Look, Original, Release
from tests.documents.office.test_review import TEXT
from tests.documents.publication.files import saved, word
from tests.documents.publication.test_files import PRIVATE, everything
from tests.web.page import text

HIDDEN = ("张志祥", "11010519491231002X")


def handed_in(client: Client, data: bytes = TEXT.encode(), name: str = "张志祥处罚决定书.txt") -> str:
    organ = re.findall(r'<option value="(\d+)"', client.get("/redactions").content.decode())[0]
    response = client.post("/redactions", {"organ": organ, "file": SimpleUploadedFile(name, data)})
    return str(response["Location"]) if response.status_code == 302 else text(response)


def test_a_file_is_reviewed_and_released(clerk: Client, leader_client: Client) -> None:
    address = handed_in(clerk)
    page = text(clerk.get(address))
    assert not [words for words in HIDDEN if words in page]
    beside = text(clerk.post(f"{address}/original", {"purpose": "脱敏审核"}))
    assert all(words in beside for words in HIDDEN)
    saved = clerk.post(f"{address}/decide", {"mark": ["0", "1"], "more": "蓝灯"})
    assert saved.status_code == 302
    shown = leader_client.get(address).content.decode()
    choice = re.findall(r'name="choice" value="(\d+)"', shown)[0]
    assert leader_client.post(f"{address}/publish", {"choice": choice}).status_code == 302
    file = clerk.get(f"{address}/released.txt")
    assert "蓝灯" not in file.content.decode()
    assert "%E5%BC%A0%E5%BF%97%E7%A5%A5" not in file["Content-Disposition"]
    assert Release.objects.count() == 1


@pytest.fixture
def leader_client(leader: Client) -> Client:
    return leader


def test_every_showing_of_the_original_is_on_record(clerk: Client) -> None:
    address = handed_in(clerk)
    assert clerk.get(f"{address}/original").status_code == 405
    assert clerk.post(f"{address}/original", {"purpose": ""}).status_code == 400
    assert not Look.objects.exists()
    clerk.post(f"{address}/original", {"purpose": "脱敏审核"})
    again = clerk.post(f"{address}/decide", {"mark": ["0"], "more": "红灯"})
    assert again.status_code == 400
    assert "documents.E060" in text(again)
    assert [look.purpose for look in Look.objects.all()] == ["脱敏审核", "继续审核"]
    assert "演示·承办人甲 脱敏审核" in text(clerk.get(address))


def test_an_approved_word_file_goes_out_as_a_file_and_the_original_only_on_record(
    clerk: Client, leader: Client
) -> None:
    address = handed_in(clerk, saved(word()), "张志祥处罚决定书.docx")
    assert clerk.get(f"{address}/released.docx").status_code == 404
    assert clerk.post(f"{address}/original", {"purpose": "", "file": "1"}).status_code == 400
    given = clerk.post(f"{address}/original", {"purpose": "核对版式", "file": "1"})
    assert given.content.startswith(b"PK")
    assert [look.purpose for look in Look.objects.all()] == ["核对版式"]
    proposed = len(Original.objects.get().proposed)
    clerk.post(f"{address}/decide", {"mark": [str(n) for n in range(proposed)], "more": "已到庭"})
    choice = re.findall(r'name="choice" value="(\d+)"', leader.get(address).content.decode())[0]
    leader.post(f"{address}/publish", {"choice": choice})
    page = clerk.get(address).content.decode()
    for form in ("docx", "pdf", "txt"):
        assert f"{address}/released.{form}" in page
        file = clerk.get(f"{address}/released.{form}")
        assert file.status_code == 200, form
        assert "%E5%BC%A0%E5%BF%97%E7%A5%A5" not in file["Content-Disposition"]
    whole = everything(clerk.get(f"{address}/released.docx").content)
    assert not [value for value in (*PRIVATE, "已到庭") if value in whole]
    assert clerk.get(f"{address}/released.exe").status_code == 404


def test_another_organ_sees_nothing_of_it(clerk: Client, street: Client) -> None:
    address = handed_in(clerk)
    for path, method in (("", "get"), ("/original", "post"), ("/decide", "post"), ("/publish", "post"),
                         ("/released.txt", "get")):  # fmt: skip
        response = getattr(street, method)(address + path)
        assert response.status_code == 403, path
        assert not [words for words in (*HIDDEN, "处罚决定书") if words in response.content.decode()]
    assert "处罚决定书" not in text(street.get("/redactions"))


def test_an_unreviewed_decision_and_an_early_release_are_refused(clerk: Client, leader: Client) -> None:
    address = handed_in(clerk)
    assert "documents.E062" in text(clerk.post(f"{address}/decide", {"mark": ["0"]}))
    assert "documents.E063" in text(leader.post(f"{address}/publish", {"choice": "1"}))
    assert clerk.get(f"{address}/released.txt").status_code == 404


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("空.txt", b"", "documents.E051"),
        ("白.txt", b"  ", "redact.E003"),
        ("假.pdf", b"MZ", "documents.E053"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_whole(
    clerk: Client, name: str, data: bytes, code: str
) -> None:
    assert code in handed_in(clerk, data, name)
    assert not Original.objects.exists()


def test_markup_in_a_file_stays_text(clerk: Client) -> None:
    address = handed_in(clerk, "当事人张志祥<script>alert(1)</script>".encode())
    page = clerk.post(f"{address}/original", {"purpose": "x"}).content.decode()
    assert "<script>alert" not in page
