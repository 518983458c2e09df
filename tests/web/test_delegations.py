"""The page on which a person lends the own post, and whose name a step then carries."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from fazhi.duties.actions import Ask
from fazhi.duties.models import Occurrence
from fazhi.office.actor import actor_of
from fazhi.office.models import Delegation, Person, Post
from tests.web.conftest import logged_in
from tests.web.page import text

PAGE = "/account/delegations"


def posted(client: Client, giver: str = "second", to: str = "clerk", **changes: str) -> object:
    today = timezone.localdate()
    values = {
        "post": str(Post.objects.get(holders__user__username=giver).pk),
        "delegate": str(Person.objects.get(user__username=to).pk),
        "since": today.isoformat(),
        "until": (today + timedelta(days=3)).isoformat(),
        "reason": "出差",
    }
    return client.post(PAGE, values | changes)


@pytest.fixture
def second(coordinator: Client) -> Client:
    """The coordinator who works in 区司法局."""
    assert coordinator
    return logged_in("second")


def test_a_delegation_is_made_seen_by_both_and_taken_back(second: Client, clerk: Client) -> None:
    posted(second)
    row = Delegation.objects.get()
    assert "演示·承办人甲" in text(second.get(PAGE))
    assert "演示·统筹员乙" in text(clerk.get(PAGE))
    assert clerk.get("/outlines/import").status_code == 200
    assert clerk.post(f"{PAGE}/{row.pk}/revoke").status_code == 404
    second.post(f"{PAGE}/{row.pk}/revoke")
    assert "撤回" in text(second.get(PAGE))
    assert clerk.get("/outlines/import").status_code == 403


def test_what_is_wrong_is_said_and_nothing_is_lost_or_recorded(second: Client) -> None:
    today = timezone.localdate()
    refused = posted(second, until=(today - timedelta(days=1)).isoformat(), reason="年休假")
    assert refused.status_code == 400  # type: ignore[attr-defined]
    assert "office.E013" in text(refused)
    assert 'value="年休假"' in refused.content.decode()  # type: ignore[attr-defined]
    assert not Delegation.objects.exists()


@pytest.mark.parametrize(
    "changes", [{"post": ""}, {"post": "x"}, {"delegate": "999999"}, {"since": "2026-02-30"}, {"reason": ""}]
)
def test_a_form_that_cannot_be_read_is_shown_again(second: Client, changes: dict[str, str]) -> None:
    assert posted(second, **changes).status_code == 400  # type: ignore[attr-defined]
    assert not Delegation.objects.exists()


def test_neither_the_post_of_another_nor_a_person_elsewhere_can_be_chosen(clerk: Client) -> None:
    assert posted(clerk, "second", "leader").status_code == 400  # type: ignore[attr-defined]
    assert posted(clerk, "clerk", "street").status_code == 400  # type: ignore[attr-defined]


def test_a_step_done_for_another_says_so(second: Client, clerk: Client, occurrence: Occurrence) -> None:
    posted(second)
    user = Person.objects.get(user__username="clerk").user
    Ask(occurrence=occurrence, expected=0, text="请报送").perform(actor_of(user), timezone.now())
    assert "演示·承办人甲 （代演示·统筹员乙）" in text(second.get(f"/duties/{occurrence.pk}")).replace(
        "（代", " （代"
    )
    row = Delegation.objects.get()
    second.post(f"{PAGE}/{row.pk}/revoke")
    assert "代演示·统筹员乙" in text(second.get(f"/duties/{occurrence.pk}"))


def test_a_stranger_has_no_page(stranger: Client) -> None:
    assert stranger.get(PAGE).status_code == 403
    assert Client().get(PAGE).status_code == 302
