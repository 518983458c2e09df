"""A paper is issued whole or not at all, under its number, with a code that leads back to it."""

import io
from datetime import date, timedelta
from functools import partial

import pytest
from pypdf import PdfReader

from fazhi.documents.actions import Keep, Revise, Withdraw
from fazhi.documents.models import Content, Document, Fate, Issue, Number, Series, Version
from fazhi.documents.press.font import cabinet
from fazhi.fault import Fault
from fazhi.office.models import Organ
from tests.conftest import Personas
from tests.documents.office.conftest import NOW, issuing, paper

pytestmark = pytest.mark.skipif(not cabinet().chosen("body"), reason="this machine has no Chinese font")


def test_the_paper_carries_its_number_and_its_code(issue: Issue) -> None:
    data = bytes(Content.objects.get(version=issue.version).data)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    assert "试司罚〔2026〕1号" in text
    assert issue.code in text.replace(" ", "")
    assert issue.version.document.title == "试验区司法局 行政处罚决定书"
    assert issue.number.fate.kind == Fate.Kind.USED


def test_the_digest_is_that_of_the_file(issue: Issue) -> None:
    from hashlib import sha256

    data = bytes(issue.version.content.data)
    assert issue.version.digest == sha256(data).hexdigest()
    assert issue.version.size == len(data)


def test_a_paper_that_fails_takes_no_number(organ: Organ, personas: Personas) -> None:
    for changes, code in (
        ({"make": partial(paper, text="当事人\U000f1234某")}, r"documents\.W001"),
        ({"make": partial(paper, day=NOW.date() + timedelta(days=1))}, r"documents\.E026"),
        ({"make": partial(paper, text="")}, r"documents\.E001"),
        ({"retention": "for-ever"}, r"documents\.E024"),
    ):
        with pytest.raises(Fault, match=code):
            issuing(organ, **changes).perform(personas.leader, NOW)
    for model in (Series, Number, Document, Version, Issue):
        assert not model.objects.exists()


def test_only_a_leader_of_the_organ_issues(organ: Organ, personas: Personas) -> None:
    for actor in (personas.clerk, personas.street, personas.coordinator, personas.auditor, personas.stranger):
        with pytest.raises(Fault, match=r"office\.E001"):
            issuing(organ).perform(actor, NOW)


def test_a_withdrawal_is_once_and_has_a_reason(issue: Issue, personas: Personas) -> None:
    with pytest.raises(Fault, match=r"documents\.E027"):
        Withdraw(issue, " ").perform(personas.leader, NOW)
    with pytest.raises(Fault, match=r"office\.E001"):
        Withdraw(issue, "认定事实有误").perform(personas.clerk, NOW)
    assert Withdraw(issue, "认定事实有误").perform(personas.leader, NOW).reason == "认定事实有误"
    with pytest.raises(Fault, match=r"documents\.E028"):
        Withdraw(issue, "再次").perform(personas.leader, NOW)


def test_versions_add_up_and_the_same_text_is_none(kept: Version, personas: Personas) -> None:
    second = Revise(kept.document, "记录.txt", b"2").perform(personas.clerk, NOW)
    assert [v.sequence for v in kept.document.versions.all()] == [1, second.sequence] == [1, 2]
    with pytest.raises(Fault, match=r"documents\.E025"):
        Revise(kept.document, "记录.txt", b"2").perform(personas.clerk, NOW)


def test_a_file_name_brings_no_folder(organ: Organ, personas: Personas) -> None:
    keep = Keep(
        organ=organ, kind="记录", title="记录", retention="archive", file_name="..\\..\\a/b.txt", data=b"x"
    )
    assert keep.perform(personas.clerk, NOW).file_name == "b.txt"


def test_a_paper_may_be_dated_earlier(organ: Organ, personas: Personas) -> None:
    made = issuing(organ, make=partial(paper, day=date(2026, 3, 1))).perform(personas.leader, NOW)
    assert made.dated == date(2026, 3, 1)
