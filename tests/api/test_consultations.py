"""What is before the public can be listed by any other site, and names nobody."""

import pytest
from django.test import Client

from tests.chapters.decisions.consultation import people
from tests.chapters.decisions.consultation.people import say
from tests.web.test_consultations import begin


@pytest.mark.django_db
def test_drafts_are_listed_without_a_token_and_without_a_name() -> None:
    assert Client().get("/api/v1/consultations").json() == {"count": 0, "consultations": []}
    people.establish_all()
    row = begin()
    say(row, "意见", at=row.act.recorded_at, name="演示·意见人甲")
    answer = Client().get("/api/v1/consultations")
    (line,) = answer.json()["consultations"]
    assert (line["title"], line["accepts"], line["comments"], line["published"]) == (
        row.title,
        True,
        1,
        False,
    )
    assert Client().get(line["page"]).status_code == 200
    assert "意见人甲" not in answer.content.decode()
