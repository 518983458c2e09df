"""Who applies or complains attaches files: checked, without what they tell in secret, seen by the handler."""

import io
import sys
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from fazhi.cases.models import Act, Case, Paper
from fazhi.office.models import Organ
from fazhi.portal.actions import OpenWindow
from fazhi.portal.models import Window
from fazhi.web.forms.application import KNOWN
from tests.conftest import Personas
from tests.documents.upload.test_receive import page as pdf
from tests.portal.conftest import _nobody_tried_yet, give_post, window_of
from tests.web.conftest import logged_in
from tests.web.page import text
from tests.web.test_apply import filled

__all__ = ["_nobody_tried_yet"]


@pytest.fixture
def window(personas: Personas) -> Window:
    return window_of(personas, timezone.now())


def file(name: str = "张某的照片.pdf", content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, pdf() if content is None else content)


def send(window: Window, *files: SimpleUploadedFile, **fields: Any) -> Any:
    return Client().post(f"/apply/{window.pk}", {**(fields or filled()), "attachments": list(files)})


def test_files_come_into_the_case_without_metadata_and_the_handler_sees_them(window: Window) -> None:
    form = Client().get(f"/apply/{window.pk}")
    assert 'type="file" name="attachments"' in form.content.decode()
    assert 'enctype="multipart/form-data"' in form.content.decode()
    assert "最多 5 个" in text(form)
    names = [name for name in form.context["form"].fields if name not in KNOWN]
    assert names[-1] == "attachments", "what it is about is asked first"
    files = (file(), file("说明.txt", "演示说明".encode()))
    assert send(window, *files).status_code == 200
    first, second = Paper.objects.order_by("pk")
    assert (first.title, second.title) == ("网上提交的材料1", "网上提交的材料2")
    held = (pdf(), bytes(first.content))
    assert [bool(PdfReader(io.BytesIO(data)).metadata) for data in held] == [True, False]
    assert bytes(second.content).decode() == "演示说明"
    assert "张某" not in bytes(Act.objects.get().body).decode()
    case = Case.objects.get()
    assert "网上提交的材料1" in text(logged_in("receiver").get(f"/cases/{case.pk}"))
    again = send(window, file(), file("说明.txt", "演示说明".encode()))
    assert (again.status_code, Paper.objects.count()) == (200, 2)


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ([file(f"{n}.txt", b"x") for n in range(6)], "portal.E018"),
        ([file("程序.exe", b"MZ")], "documents.E052"),
        ([file("决定书.pdf", b"MZ")], "documents.E053"),
        ([file("好的.txt", b"x"), file("坏的.docx", b"PK\x03\x04")], "documents.E053"),
        ([file("大.txt", b"x" * (2**20 + 1))], "documents.E050"),
        ([file("病毒.txt", b"EICAR")], "documents.E056"),
    ],
)
def test_a_bad_file_opens_nothing_and_loses_no_words(
    window: Window, settings: Any, files: list[SimpleUploadedFile], code: str
) -> None:
    scanner = f"{sys.executable} -c 'import sys; sys.exit(b\"EICAR\" in sys.stdin.buffer.read())'"
    settings.CONFIG = settings.CONFIG.model_copy(update={"scan": scanner, "upload_mb": 1})
    response = send(window, *files)
    assert (response.status_code // 100, code in response.content.decode()) == (4, True)
    assert "演示：某项目批复" in response.content.decode()
    assert not Case.objects.exists()


def test_who_complains_may_show_evidence_too(personas: Personas) -> None:
    officer = give_post("clerk", "投诉举报经办人")
    justice = Organ.objects.get(code="justice")
    opening = OpenWindow(procedure="conduct-complaint", organ=justice, officer=officer)
    taken = opening.perform(personas.leader, timezone.now())
    fields = {"fact-kind": "complaint", "fact-matter": "演示：窗口无人", "key": filled()["key"]}
    assert send(taken, file("照片.txt", b"x"), **fields).status_code == 200
    assert Paper.objects.get().title == "网上提交的材料1"
    assert logged_in("chief").get(f"/cases/{Case.objects.get().pk}").status_code == 404


def test_a_terminal_in_a_hall_offers_no_files(window: Window) -> None:
    browser = Client()
    browser.cookies["kiosk"] = "1"
    assert 'type="file"' not in browser.get(f"/apply/{window.pk}").content.decode()
    assert browser.post(f"/apply/{window.pk}", {**filled(), "attachments": [file()]}).status_code == 200
    assert not Paper.objects.exists()
