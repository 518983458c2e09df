"""A desk page to erase personal data: what would be lost and what stays, two people, and who and when."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from fazhi.cases.models import Case, Erasure, Party
from tests.cases.conftest import APPLICANT, opening, person
from tests.conftest import Personas, at
from tests.web.conftest import logged_in
from tests.web.page import text

GIVEN = {"ground": "《个人信息保护法》第四十七条", "reason": "演示：本人撤回同意"}


@pytest.fixture
def case(personas: Personas) -> Case:
    return opening().perform(person("receiver"), at(2026, 7, 6))


def page(case: Case, step: str = "") -> str:
    return reverse("web:erasure", args=[case.pk]) + step


def asked(client: Client, case: Case, **other: str) -> object:
    return client.post(page(case, "/propose"), {"subject": Party.objects.get().subject, **GIVEN, **other})


def test_one_proposes_another_decides_and_the_page_says_who_and_when(case: Case) -> None:
    handler, coordinator = logged_in("receiver"), logged_in("coordinator")
    words = text(handler.get(page(case)))
    assert "将会失去姓名或者名称、证件号码" in words
    assert "仍然保留、仍可证明代号、身份、办理经过" in words
    assert asked(handler, case).status_code == 302
    assert "待另一名统筹人员审批" in text(handler.get(page(case)))
    assert "待审批" in text(coordinator.get(reverse("web:erasures")))
    told = {"approved": "yes", "reason": "演示：已核对"}
    done = coordinator.post(page(case, f"/{Erasure.objects.get().pk}"), told, follow=True)
    words = text(done)
    assert "个人信息已经删除" in words
    assert "演示·公开经办人甲提出删除" in words
    assert "同意，已经删除 演示·统筹员甲" in words.replace("\u3000", " ")
    assert "已经失去姓名或者名称" in words
    assert APPLICANT.known["name"] not in words
    assert "已经删除" in text(coordinator.get(reverse("web:erasures")))


def test_what_is_wrong_is_said_and_what_was_filled_in_is_still_there(case: Case) -> None:
    coordinator = logged_in("coordinator")
    wrong = asked(coordinator, case, ground="")
    assert (wrong.status_code, "演示：本人撤回同意" in wrong.content.decode()) == (400, True)
    wrong = asked(coordinator, case, subject="别人")
    assert (wrong.status_code, "cases.E027" in text(wrong), Erasure.objects.exists()) == (400, True, False)
    assert "请在名单中选择一人" in text(asked(coordinator, case, subject=""))
    asked(coordinator, case)
    own = coordinator.post(page(case, f"/{Erasure.objects.get().pk}"), {"approved": "yes", "reason": "演示"})
    assert (own.status_code, "cases.E080" in text(own)) == (403, True)
    second = logged_in("second")
    bad = second.post(page(case, f"/{Erasure.objects.get().pk}"), {"approved": "x", "reason": "演示"})
    assert bad.status_code == 400
    assert second.post(page(case, "/999"), {"approved": "yes", "reason": "演示"}).status_code == 404


def test_who_may_not_see_the_case_finds_nothing(case: Case) -> None:
    asked(logged_in("receiver"), case)
    get_user_model().objects.create_user("stranger")
    for login, status in (("street", 404), ("stranger", 403)):
        client = logged_in(login)
        told = {"approved": "yes", "reason": "演示"}
        answers = (
            client.get(page(case)), asked(client, case),
            client.post(page(case, f"/{Erasure.objects.get().pk}"), told),
        )  # fmt: skip
        assert [one.status_code for one in answers] == [status] * 3
    assert case.number not in text(logged_in("street").get(reverse("web:erasures")))
    auditor = logged_in("auditor")
    assert auditor.get(page(case)).status_code == 200
    assert asked(auditor, case).status_code == 403
