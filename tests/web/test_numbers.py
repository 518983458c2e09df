"""Numbers are taken and accounted for on the desk: each is used, void with a reason, or still open."""

import pytest
from django.test import Client
from django.urls import reverse

from fazhi.documents.actions import Reserve, Use, Void
from fazhi.documents.models import Fate, Issue, Number, Series
from fazhi.documents.numbering import accounts
from fazhi.fault import Fault
from fazhi.office.models import Organ
from tests.conftest import Personas
from tests.documents.office.conftest import NOW, issuing
from tests.web.page import text

LIST = "/numbers"


@pytest.fixture
def issue(personas: Personas) -> Issue:
    return issuing(Organ.objects.get(code="justice"), case_key="").perform(personas.leader, NOW)


def settled(client: Client, number: Number, fate: str, words: str) -> object:
    address = reverse("web:number-settle", args=[number.series_id, number.value])
    return client.post(address, {"fate": fate, "words": words})


def test_a_number_is_taken_voided_and_explained(clerk: Client, issue: Issue) -> None:
    organ = Organ.objects.get(code="justice")
    for prefix in ("试司罚", "试司罚", "试司罚"):
        sent = clerk.post(LIST, {"organ": organ.pk, "series": prefix, "purpose": "演示·处罚决定"})
        assert sent.status_code == 302
    year = Series.objects.latest("pk").year
    two, three, four = Number.objects.filter(purpose="演示·处罚决定")
    assert settled(clerk, two, "void", "文书改由其他单位制发").status_code == 302  # type: ignore[attr-defined]
    assert settled(clerk, three, "use", "演示·决定书（纸质）").status_code == 302  # type: ignore[attr-defined]
    assert [one.fate.kind for one in (two, three)] == [Fate.Kind.VOIDED, Fate.Kind.USED]
    listed = text(clerk.get(LIST))
    assert f"试司罚〔{year}〕" in listed
    assert "连续" in listed
    page = text(clerk.get(reverse("web:series", args=[four.series_id])))
    for words in ("文书改由其他单位制发", "演示·决定书（纸质）", "待用", "每个号都有记录"):
        assert words in page
    only = text(clerk.get(reverse("web:series", args=[four.series_id]) + "?kind=voided"))
    assert "文书改由其他单位制发" in only
    assert "演示·决定书" not in only


def test_an_issued_number_leads_to_its_paper(clerk: Client, issue: Issue) -> None:
    page = clerk.get(reverse("web:series", args=[issue.number.series_id])).content.decode()
    assert reverse("web:paper", args=[issue.version.document_id]) in page
    twice = settled(clerk, issue.number, "void", "理由")
    assert twice.status_code == 400  # type: ignore[attr-defined]
    assert "documents.E022" in text(twice)


def test_bad_input_is_said_beside_its_form_and_nothing_is_kept(clerk: Client, issue: Issue) -> None:
    organ = Organ.objects.get(code="justice")
    bad = clerk.post(LIST, {"organ": organ.pk, "series": "ABC", "purpose": "x"})
    assert bad.status_code == 400
    assert "documents.E020" in text(bad)
    assert clerk.post(LIST, {"organ": organ.pk, "series": "试司", "purpose": ""}).status_code == 400
    assert Number.objects.count() == 1
    clerk.post(LIST, {"organ": organ.pk, "series": "试司", "purpose": "演示"})
    number = Number.objects.get(purpose="演示")
    empty = settled(clerk, number, "void", " ")
    assert empty.status_code == 400  # type: ignore[attr-defined]
    assert not Fate.objects.filter(number=number).exists()


def test_another_organ_sees_and_takes_nothing(clerk: Client, street: Client, issue: Issue) -> None:
    assert "试司罚" not in text(street.get(LIST))
    assert street.get(reverse("web:series", args=[issue.number.series_id])).status_code == 404
    assert settled(street, issue.number, "void", "x").status_code == 404  # type: ignore[attr-defined]
    organ = Organ.objects.get(code="justice")
    assert street.post(LIST, {"organ": organ.pk, "series": "试司", "purpose": "x"}).status_code == 400


def test_the_account_knows_every_number(personas: Personas) -> None:
    organ = Organ.objects.get(code="justice")
    first, second, third = (Reserve(organ, "试司", "").perform(personas.clerk, NOW) for _ in range(3))
    Void(first, "重复").perform(personas.clerk, NOW)
    Use(second, "通知").perform(personas.clerk, NOW)
    ((_, account),) = accounts([third.series])
    assert (account.last, account.used, account.voided, account.open) == (3, 1, 1, 1)
    assert account.sound
    for action, code in (
        (Use(second, "再次"), "E022"), (Use(third, " "), "E066"), (Void(third, "长" * 501), "E067"),
    ):  # fmt: skip
        with pytest.raises(Fault, match=rf"documents\.{code}"):
            action.perform(personas.clerk, NOW)
