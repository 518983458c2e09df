"""Documents of 区司法局 as its people make them."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from fazhi.documents.actions import Issuing, Keep
from fazhi.documents.models import Issue, Version
from fazhi.documents.paper import Paper, Proof, Signature, paragraphs
from fazhi.office.models import Organ
from tests.conftest import Personas, at

NOW = at(2026, 3, 5)
TODAY = date(2026, 3, 5)
SITE = "https://example.org"
Make = Callable[..., Issue]


def paper(number: str, proof: Proof, text: str = "决定如下。", day: date = TODAY) -> Paper:
    return Paper("试验区司法局\n行政处罚决定书", paragraphs(text), Signature("试验区司法局", day, True),
                 number=number, proof=proof)  # fmt: skip


@pytest.fixture
def organ(personas: Personas) -> Organ:
    return Organ.objects.get(code="justice")


def issuing(organ: Organ, **changes: object) -> Issuing:
    parts: dict[str, object] = {
        "organ": organ, "prefix": "试司罚", "kind": "行政处罚决定书", "retention": "archive", "make": paper,
        "site": SITE, "case_key": "2026-罚-1",
    }  # fmt: skip
    return Issuing(**parts | changes)  # type: ignore[arg-type]


@pytest.fixture
def issue(organ: Organ, personas: Personas) -> Issue:
    return issuing(organ).perform(personas.leader, NOW)


@pytest.fixture
def kept(organ: Organ, personas: Personas) -> Version:
    keep = Keep(organ=organ, kind="使用记录", title="共享数据使用记录", retention="data-sharing-record",
                file_name="记录.txt", data="使用记录".encode())  # fmt: skip
    return keep.perform(personas.clerk, NOW - timedelta(days=1))
