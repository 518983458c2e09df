"""The overview shows how the outline stands and what waits for whom."""

import pytest
from django.test import Client

from fazhi.duties.models import Outline
from tests.web.conftest import logged_in
from tests.web.page import links, text


def test_it_counts_what_is_owed_by_chapter_and_by_organ(coordinator: Client) -> None:
    words = text(coordinator.get("/"))
    assert "一、科学决策" in words
    assert "二、严格执法" in words
    assert "区司法局" in words


def test_after_its_end_nothing_counts_as_done_without_evidence(coordinator: Client) -> None:
    Outline.objects.update(ends_on="2020-12-31")
    assert "期满" in text(coordinator.get("/"))


def test_every_chart_has_its_numbers_in_a_table(coordinator: Client) -> None:
    page = coordinator.get("/").content.decode()
    assert page.count("<figure>") == page.count("看数字表")


def test_its_figures_lead_to_the_ledger_rows_behind_them(coordinator: Client) -> None:
    outline = Outline.objects.get()
    assert f"/duties?outline={outline.pk}&status=expired" in links(coordinator.get("/"))


def test_a_clerk_sees_what_the_own_organ_owes(clerk: Client) -> None:
    assert "没有等您处理的事项" not in text(clerk.get("/"))


@pytest.mark.usefixtures("personas")
def test_before_the_first_import_it_says_what_to_do() -> None:
    assert "/outlines/import" in links(logged_in("coordinator").get("/"))
    assert "/outlines/import" not in links(logged_in("clerk").get("/"))
