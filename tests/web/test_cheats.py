"""Short cuts through a major decision, tried on the page as a person would: each refused by its article."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from fazhi.cases.models import Act, Case, Secret
from fazhi.fault import Fault
from tests.chapters.decisions.archive import people
from tests.chapters.decisions.archive.people import act, decision, proposed
from tests.web.conftest import logged_in
from tests.web.page import text


@pytest.fixture
def offices(db: None) -> None:
    people.establish_all()


def tried(login: str, case: Case, name: str, **facts: str) -> str:
    """What the page says to somebody who sends the form of an act."""
    given = {f"fact-{key}": value for key, value in facts.items()}
    sent = {"happened_on": timezone.localdate().isoformat(), "key": f"{login}-{name}", **given}
    now = {"expected": str(Case.objects.get(pk=case.pk).sequence)}
    client: Client = logged_in(login)
    return text(client.post(f"/cases/{case.pk}/acts/{name}", {**sent, **now}, follow=True))


def test_nothing_goes_to_the_meeting_unreviewed(offices: None) -> None:
    case = decision("send_review")
    page = tried("drafter", case, "submit", materials_complete="yes")
    assert "未经合法性审查的，不得提交讨论" in page
    assert "第二十五条第二款" in page
    assert Case.objects.get(pk=case.pk).stage == "send_review"


def test_nobody_reviews_what_they_drafted_whatever_posts_they_hold(offices: None) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(people.POSTS, "both", ("决策承办单位", "负责合法性审查的部门"))
        people.establish_all()
    case = proposed()
    for login, name, (month, day), titles, facts in people.STEPS:
        act(case, "both" if login == "drafter" else login, name, date(2026, month, day), *titles, **facts)
        if name == "advise":
            break
    said = {"opinion": "lawful", "within_powers": "yes", "procedure_followed": "yes", "content_lawful": "yes"}
    page = tried("both", case, "review", **said)
    assert "procedure.E010" in page
    assert "第二十五条第一款" in page
    assert Case.objects.get(pk=case.pk).stage == "advise"


def test_a_consultation_is_not_shortened_in_silence_nor_left_with_open_comments(offices: None) -> None:
    case = decision("draft")
    short = {"expropriation": "no", "comment_period": "shortened", "comments_until": "2026-12-24"}
    papers = {f"paper-{n}": SimpleUploadedFile("草案.txt", "草案".encode()) for n in range(2)}
    given = {f"fact-{key}": value for key, value in short.items()}
    more = {"happened_on": timezone.localdate().isoformat(), "key": "x", "expected": "4"}
    drafter = logged_in("drafter")
    page = text(drafter.post(f"/cases/{case.pk}/acts/open_comments", {**given, **more, **papers}))
    assert "缩短的应当在公开征求意见时说明" in page
    assert "第十五条第一款" in page
    day = date(2026, 3, 4)
    act(
        case, "drafter", "open_comments", day, "决策草案", "起草说明", expropriation=False,
        comment_period="full", comments_until=date(2026, 4, 7),
    )  # fmt: skip
    act(case, "drafter", "comment", day, comment="请保留早市")
    page = text(drafter.get(f"/cases/{case.pk}"))
    assert "还有意见没有研究处理" in page
    assert "第十八条" in page


def test_dissent_is_neither_left_out_of_the_minutes_nor_deleted(offices: None) -> None:
    case = decision("decide")
    page = text(logged_in("secretary").get(f"/cases/{case.pk}"))
    assert "不同意见应当如实载明" in page
    assert "第三十条第三款" in page
    dissent = Act.objects.get(case=case, name="object")
    for rows in (Act.objects.filter(pk=dissent.pk), Secret.objects.filter(act=dissent)):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            rows._raw_delete(rows.db)  # type: ignore[attr-defined]
    for login in people.POSTS:
        page_ = text(logged_in(login).get(f"/cases/{case.pk}/responsibility"))
        assert people.WORDS in page_


def test_nothing_is_published_before_the_party_was_asked(offices: None) -> None:
    case = decision("minutes")
    page = text(logged_in("office").get(f"/cases/{case.pk}"))
    assert "出台前应当按照规定向同级党委请示报告" in page
    assert "第三十一条" in page
    with pytest.raises(Fault, match=r"procedure\.E006.*党委"):
        act(case, "office", "publish", date(2026, 3, 23), "决策公布文本", concern=False)
    assert Case.objects.get(pk=case.pk).stage == "minutes"
