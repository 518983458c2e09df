"""A consultation in a real browser: open to everybody in every mode."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from fazhi.chapters.decisions.consultation import actions
from fazhi.chapters.decisions.consultation.models import Consultation
from tests.chapters.decisions.consultation import people
from tests.chapters.decisions.consultation.people import actor, document, say
from tests.web.browser.conftest import PASSWORD, Desk
from tests.web.browser.test_accessibility import CHINESE, MODES, WIDTHS, wrong_on
from tests.web.test_consultations import begin


@pytest.fixture
def row(desk: Desk) -> Consultation:
    """One that is open, with comments in every state, and a later version."""
    cache.clear()
    people.establish_all()
    for login in ("drafter", "decider"):
        user = people.Person.objects.get(user__username=login).user
        user.set_password(PASSWORD)
        user.save()
    found = begin(ago=20)
    when = timezone.now() - timedelta(days=10)
    for text in ("建议延长过渡期到一年", "建议把过渡期延长到一年", "没有空格的长词" * 20, "含有他人电话"):
        say(found, text, at=when, name="演示·意见人甲", clause=4)
    clerk, now = actor("drafter"), timezone.now()
    actions.Moderate(consultation=found, numbers=(1, 3), shown=True).perform(clerk, now)
    actions.Moderate(consultation=found, numbers=(4,), shown=False, reason="含他人个人信息").perform(
        clerk, now
    )
    answer = actions.Answer(consultation=found, numbers=(3,), outcome="partly", reason="部分写入。")
    answer.perform(clerk, now)
    return found


def addresses(row: Consultation) -> list[str]:
    other = document()
    return [
        "/consultations", f"/consultations/{row.pk}", f"/consultations/{row.pk}?clause=4",
        "/consultations/mine",
        "/consulting", f"/consulting/{row.pk}", f"/consulting/{row.pk}?show=all",
        f"/cases/{other.pk}/consultation",
    ]  # fmt: skip


@pytest.mark.browser
@pytest.mark.parametrize(("width", "mode"), CHINESE)
def test_every_page_of_a_consultation_is_open_to_everybody(
    desk: Desk, row: Consultation, width: str, mode: str
) -> None:
    context = desk.open(viewport=WIDTHS[width])
    context.add_cookies([{"name": k, "value": v, "url": desk.url} for k, v in MODES[mode].items()])
    page = desk.enter("drafter", context)
    wrong: list[str] = []
    for address in addresses(row):
        response = page.goto(address)
        assert response
        assert response.status == 200, address
        wrong += wrong_on(page, mode)
    assert not wrong, "\n".join(wrong)
