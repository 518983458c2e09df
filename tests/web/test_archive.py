"""The pages of a decision's file: index, closing, hand-over, responsibility, execution; who may see which."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from fazhi.cases.models import Case
from fazhi.chapters.decisions.archive.models import Closing, Inquiry, Waiver
from fazhi.office.models import Person
from tests.chapters.decisions.archive import people
from tests.chapters.decisions.archive.people import MISSING, act, close, completed, decision, now
from tests.web.conftest import logged_in
from tests.web.page import links, text


@pytest.fixture
def case(db: None) -> Case:
    people.establish_all()
    return decision()


@pytest.fixture
def office(case: Case) -> Client:
    return logged_in("office")


def post(client: Client, case: Case, kind: str, **given: object) -> str:
    return text(client.post(f"/cases/{case.pk}/file/{kind}", given, follow=True))


def test_the_keeper_completes_closes_and_hands_over(office: Client, case: Case) -> None:
    assert f"/cases/{case.pk}/file" in links(office.get("/archive"))
    assert f"/cases/{case.pk}/file" in links(office.get(f"/cases/{case.pk}"))
    page = text(office.get(f"/cases/{case.pk}/file"))
    assert "目录不完整" in page
    assert "应由决策机关办公机构（演示·office）提供" in page
    assert "第三十一条" in page
    assert "archive.E002" in post(office, case, "close", expected=now(case).file.row.sequence)
    by_hand = {"expected": "25", "key": "k", "happened_on": timezone.localdate().isoformat()}
    paper = SimpleUploadedFile("目录.txt", "自制目录".encode())
    page = text(office.post(f"/cases/{case.pk}/acts/archive", {**by_hand, "paper-0": paper}))
    assert "archive.E002" in page
    for item in now(case).missing[:2]:
        given = {"item": f"{item.step.number}:{item.title}", "reason": "补扫描件"}
        file = SimpleUploadedFile("扫描.txt", item.title.encode())
        assert "已补入卷宗" in post(office, case, "supply", **given, file=file)
    (left,) = now(case).missing
    key = f"{left.step.number}:{left.title}"
    assert "archive.E003" in post(office, case, "waive", item=key, reason="")
    assert "已记录不适用的理由" in post(office, case, "waive", item=key, reason="本案不涉及")
    assert "已归档" in post(office, case, "close", expected=now(case).file.row.sequence)
    digest = Closing.objects.get().digest
    bad = post(office, case, "hand-over", digest=digest, on="2026-99-99", receiver="区档案室 甲")
    assert "archive.E010" in bad
    today = timezone.localdate().isoformat()
    assert "已登记移交" in post(office, case, "hand-over", digest=digest, on=today, receiver="区档案室 甲")
    assert "已移交" in text(office.get("/archive"))
    fixed = office.get(f"/cases/{case.pk}/file/closings/1")
    assert bytes(Closing.objects.get().content) == fixed.content


def test_the_index_and_the_bundle_are_taken_away(office: Client, case: Case) -> None:
    for form, begins in (("csv", "\ufeff序号".encode()), ("pdf", b"%PDF"), ("zip", b"PK")):
        response = office.get(f"/cases/{case.pk}/file/index.{form}")
        assert response.content.startswith(begins)
        assert "attachment" in response["Content-Disposition"]
    assert office.get(f"/cases/{case.pk}/file/index.exe").status_code == 404
    place = now(case).index.items[0].sheet.place  # type: ignore[union-attr]
    assert office.get(f"/cases/{case.pk}/file/sheets/{place}").content == "演示研究论证意见".encode()
    assert office.get(f"/cases/{case.pk}/file/sheets/paper-x").status_code == 404
    other = people.proposed()
    assert office.get(f"/cases/{other.pk}/file/sheets/{place}").status_code == 404


def test_the_period_is_asked_for_and_only_a_leader_answers(case: Case, office: Client) -> None:
    assert "平台不倒计时" in text(office.get(f"/cases/{case.pk}/file"))
    given = {"since": "decide", "amount": "20", "unit": "calendar-day", "source": "试验区办法第九条"}
    assert "office.E001" in post(office, case, "term", **given)
    leader = logged_in("leader")
    assert "archive.E011" in post(leader, case, "term", **{**given, "amount": "x"})
    assert "已记录移交期限的答复" in post(leader, case, "term", **given)
    page = text(office.get(f"/cases/{case.pk}/file"))
    assert "最后一日 2026-04-09" in page
    assert "试验区办法第九条" in page


def test_dissent_is_shown_as_recorded_with_who_said_it(case: Case, office: Client) -> None:
    page = text(office.get(f"/cases/{case.pk}/responsibility"))
    assert people.WORDS in page
    assert "演示·member 表示不同意见" in page
    assert "待下一个存证点" in page
    assert f"/cases/{case.pk}/responsibility" in links(office.get(f"/cases/{case.pk}"))


def test_one_person_is_looked_up_by_supervision_alone_and_on_record(case: Case, office: Client) -> None:
    subject = Person.objects.get(user__username="member")
    given = {"person": subject.pk, "purpose": "核查决策失误"}
    for cheat in (office, logged_in("leader"), logged_in("street")):
        assert cheat.get("/responsibility").status_code == 403
        assert cheat.post("/responsibility/person", given).status_code == 403
    assert not Inquiry.objects.exists()
    for login in ("auditor", "coordinator"):
        client = logged_in(login)
        assert "archive.E012" in text(client.post("/responsibility/person", {**given, "purpose": ""}))
        page = text(client.post("/responsibility/person", given))
        assert "老旧小区改造总体方案" in page
        assert people.WORDS in page
        assert "演示·other" not in page
        assert "核查决策失误" in text(client.get("/responsibility"))
    assert Inquiry.objects.count() == 2


def test_execution_shows_reports_problems_and_suspension(case: Case, office: Client) -> None:
    assert "没有正在执行的决策" in text(office.get("/execution"))
    completed(case)
    close(case)
    day = timezone.datetime(2026, 4, 1).date()  # type: ignore[attr-defined]
    act(case, "decider", "assign", day, executor_unit="区住建委")
    page = text(office.get("/execution"))
    assert "区住建委" in page
    assert "执行单位还没有报告执行情况" in page
    act(case, "other", "report_execution", day, progress="已完成招标")
    act(case, "other", "report_problem", day, problem="change")
    page = text(office.get("/execution"))
    assert "已完成招标" in page
    assert "客观情况发生重大变化" in page
    assert "有问题待处理" in page
    act(case, "governor", "suspend", day, urgent=True)
    assert "中止执行" in text(office.get("/execution"))
    act(case, "governor", "resume", day)
    page = text(office.get("/execution"))
    assert "执行中" in page
    assert "客观情况发生重大变化" not in page


def test_a_stranger_and_another_organ_see_nothing_and_write_nothing(
    case: Case, stranger: Client, street: Client
) -> None:
    paths = ("/archive", "/execution", f"/cases/{case.pk}/file", f"/cases/{case.pk}/responsibility")
    more = tuple(f"/cases/{case.pk}/file/index.{form}" for form in ("csv", "pdf", "zip"))
    for client in (stranger, street, Client()):
        for path in (*paths, *more):
            response = client.get(path)
            assert "老旧小区" not in response.content.decode("utf-8", "replace")
            assert path in ("/archive", "/execution") or response.status_code in (302, 403, 404)
        for kind in ("supply", "waive", "close", "hand-over", "term"):
            assert client.post(f"/cases/{case.pk}/file/{kind}", {"expected": "25"}).status_code in (
                302,
                403,
                404,
            )
    assert not Closing.objects.exists()


def test_who_only_reads_is_told_why_and_a_script_in_a_name_stays_text(case: Case) -> None:
    auditor = logged_in("auditor")
    page = auditor.get(f"/cases/{case.pk}/file").content.decode()
    assert "归档、移交和不适用说明由决策机关办公机构办理" in page
    assert not re.findall(r"<form[^>]*file/(?:supply|waive|close)", page)
    title = sorted(MISSING)[0]
    people.supply(case, title, file_name="<script>x.txt", reason="<b>原件</b>")
    page = auditor.get(f"/cases/{case.pk}/file").content.decode()
    assert "<script>x" not in page
    assert "<b>原件" not in page
    assert not Waiver.objects.exists()
