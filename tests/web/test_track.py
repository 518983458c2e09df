"""查进度: number and code together show the course; either one wrong is answered alike, and guessing ends."""

import re
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from fazhi.documents.models import Content, Document, Issue, Number, Series, Version, Withdrawal
from fazhi.documents.templates import load
from fazhi.portal import tracking
from fazhi.portal.actions import Receipt
from fazhi.portal.course import told_papers
from fazhi.portal.models import Window
from fazhi.portal.throttle import GUESSING
from fazhi.web.traditional import traditional
from tests import shipped
from tests.conftest import Personas
from tests.portal.conftest import _nobody_tried_yet, application, window_of
from tests.web.page import text

__all__ = ["_nobody_tried_yet"]
FIELDS = re.compile(r'<input [^>]*name="(?:number|code)"[^>]*>')
TOKEN = re.compile(r"csrfmiddlewaretoken[^>]*")


@pytest.fixture
def receipt(personas: Personas) -> Receipt:
    window: Window = window_of(personas, timezone.now())
    return application(window).perform(timezone.now())


def sent(receipt: Receipt, **changes: str) -> dict[str, str]:
    return {"number": receipt.case.number, "code": receipt.code, **changes}


def test_the_page_asks_for_both() -> None:
    words = text(Client().get("/track"))
    assert "案号" in words
    assert "查询码" in words


def test_both_show_the_course(receipt: Receipt) -> None:
    response = Client().post("/track", sent(receipt))
    words = text(response)
    assert "提出申请" in words
    assert "与申请人确认之日" in words
    assert "演示·申请人甲" not in words
    assert "演示：某项目批复" not in words
    assert "no-store" in response["Cache-Control"]
    assert receipt.code not in response.content.decode()


def test_the_number_may_be_typed_as_it_is_read_in_traditional_characters(receipt: Receipt) -> None:
    reader = Client()
    reader.cookies["language"] = "zh-hant"
    number = traditional(receipt.case.number).replace("〔", "【").replace("〕", "】")
    assert number != receipt.case.number
    assert reader.post("/track", sent(receipt, number=number)).status_code == 200


def test_whichever_is_wrong_the_answer_is_the_same(receipt: Receipt) -> None:
    wrong = [sent(receipt, code="222222222222"), sent(receipt, number="没有〔2026〕1号")]
    answers = []
    for data in wrong:
        response = Client().post("/track", data)
        assert response.status_code == 404
        assert "portal.E404" in text(response)
        answers.append(FIELDS.sub("", TOKEN.sub("", response.content.decode())))
    assert answers[0] == answers[1]


@pytest.mark.parametrize("changes", [{"code": ""}, {"number": ""}, {"number": "长" * 200}])
def test_what_is_left_out_is_said(receipt: Receipt, changes: dict[str, str]) -> None:
    response = Client().post("/track", sent(receipt, **changes))
    assert response.status_code == 400
    assert "data-error-summary" in response.content.decode()


def test_after_some_wrong_codes_even_the_right_one_waits(receipt: Receipt) -> None:
    for _ in range(GUESSING.most):
        assert Client().post("/track", sent(receipt, code="222222222222")).status_code == 404
    assert Client().post("/track", sent(receipt)).status_code == 429
    assert Client().post("/track", sent(receipt), REMOTE_ADDR="192.0.2.1").status_code == 200


def test_right_codes_are_not_counted(receipt: Receipt) -> None:
    browser = Client()
    assert {browser.post("/track", sent(receipt)).status_code for _ in range(GUESSING.most + 2)} == {200}


def issued(receipt: Receipt, kind: str) -> Issue:
    """A paper of the case as the issuing action leaves it."""
    case, now = receipt.case, timezone.now()
    by = case.handlers.get()
    document = Document.objects.create(
        organ=case.organ, case_key=case.number, kind=kind, title=kind, retention="x", made_at=now, made_by=by
    )
    version = Version.objects.create(
        document=document, sequence=1, file_name="试1号.pdf", size=3, digest="0" * 64, made_at=now, made_by=by
    )
    Content.objects.create(version=version, data=b"PDF")
    series, _ = Series.objects.get_or_create(organ=case.organ, prefix="试", year=now.year)
    value = series.numbers.count() + 1
    number = Number.objects.create(series=series, value=value, purpose=kind, reserved_at=now, reserved_by=by)
    return Issue.objects.create(
        version=version, number=number, code=f"{value:012d}", dated=date(2026, 7, 8), at=now, by=by
    )


def ticket(receipt: Receipt) -> str:
    return tracking.ticket(receipt.case.application)


def test_a_reply_is_listed_and_saved(receipt: Receipt) -> None:
    reply = issued(receipt, "政府信息公开申请答复书")
    assert "政府信息公开申请答复书" in text(Client().post("/track", sent(receipt)))
    response = Client().post(f"/track/papers/{reply.pk}", {"ticket": ticket(receipt)})
    assert response.content == b"PDF"


def test_a_paper_for_the_third_party_is_not(receipt: Receipt) -> None:
    other = issued(receipt, "政府信息公开征求第三方意见书")
    assert "征求第三方" not in text(Client().post("/track", sent(receipt)))
    response = Client().post(f"/track/papers/{other.pk}", {"ticket": ticket(receipt)})
    assert response.status_code == 404


def test_a_withdrawn_reply_is_shown_no_more(receipt: Receipt) -> None:
    reply = issued(receipt, "政府信息公开申请延迟答复告知书")
    assert "延迟答复告知书" in text(Client().post("/track", sent(receipt)))
    Withdrawal.objects.create(issue=reply, reason="误发", at=timezone.now(), by=reply.by)
    assert "延迟答复告知书" not in text(Client().post("/track", sent(receipt)))
    response = Client().post(f"/track/papers/{reply.pk}", {"ticket": ticket(receipt)})
    assert response.status_code == 404


@pytest.mark.parametrize(("procedure", "told", "kept"), [
    ("disclosure-on-request",
     {"政府信息公开申请补正告知书", "政府信息公开申请延长答复期限告知书", "政府信息公开申请说明理由通知书",
      "政府信息公开申请延迟答复告知书", "政府信息公开申请答复书"},
     {"政府信息公开征求第三方意见书", "政府信息公开征求共同制作机关意见书", "政府信息公开告知第三方书"}),
    ("conduct-complaint",
     {"投诉举报接收告知书", "投诉举报另行提出告知书", "投诉举报转送告知书", "投诉举报延长办理期限告知书",
      "投诉举报处理答复书"},
     set()),
])  # fmt: skip
def test_every_letter_to_the_applicant_is_told_and_no_other(
    procedure: str, told: set[str], kept: set[str]
) -> None:
    titles = {title for of, _, title in load() if of == procedure}
    shown = told_papers(shipped.latest()[procedure])
    assert told <= shown
    assert kept <= titles - shown


def test_without_a_ticket_no_paper(receipt: Receipt) -> None:
    assert Client().get("/track/papers/1").status_code == 405
    response = Client().post("/track/papers/1", {"ticket": "x"})
    assert response.status_code == 410
    assert "portal.E410" in text(response)
