"""A decision in a real browser, hand over hand: from its draft to the page that keeps the dissent."""

import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from fazhi.cases.models import Case
from fazhi.chapters.decisions.consultation import actions
from fazhi.chapters.decisions.consultation.models import Consultation
from tests.chapters.decisions.archive import people
from tests.chapters.decisions.archive.people import STEPS, WORDS, act, actor, proposed
from tests.web.browser.conftest import Desk
from tests.web.browser.test_accessibility import MODES, WIDTHS, wrong_on

COMMENT = "请保留早市，分段施工"


@pytest.fixture
def row(desk: Desk) -> Consultation:
    """A decision whose draft lay before the public for over thirty days, with a citizen's comment."""
    people.establish_all()
    case, today = proposed(), timezone.now()
    walk(case, "study", "draft")
    found = actions.Open(
        case=case, title="老旧小区改造总体方案（征求意见稿）", text="第一条 分年改造。\n第二条 统一施工。",
        note="为了改善居住条件。", ways="来信寄至区政府办公室。",
        until=timezone.localdate(today) - timedelta(days=1),
    ).perform(actor("drafter"), today - timedelta(days=40))  # fmt: skip
    say = actions.Say(
        consultation=found,
        version=1,
        text=COMMENT,
        kind="person",
        key="k",
        code="2222-2222-2222",
        clause=None,
    )
    say.perform(today - timedelta(days=20))
    return found


def walk(case: Case, since: str, until: str, *without: str) -> None:
    """The kernel's own steps from one act to another: what the browser need not show again."""
    names = [name for _, name, *_ in STEPS]
    for login, name, day, titles, facts in STEPS[names.index(since) : names.index(until) + 1]:
        if since == "study":
            act(case, login, name, date(2026, *day), *titles, **facts)
        elif name not in without:
            now(case, login, name, *titles, **facts)


def now(case: Case, login: str, name: str, *titles: str, **facts: object) -> None:
    """An act of this moment, after what was done in the browser."""
    act(case, login, name, timezone.localdate(), *titles, now=timezone.now(), **facts)


def do(page: Page, case: Case, name: str, **facts: str) -> None:
    """An act by its form on the case's page."""
    page.goto(f"/cases/{case.pk}")
    form = page.locator(f"#act-{name}")
    form.locator("summary").first.click()
    for key, value in facts.items():
        field = form.locator(f"[name=fact-{key}]")
        if field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    for field in form.locator("input[type=file]:not([name=paper-more])").all():
        attach(field)
    form.locator(".form-actions button").click()
    expect(page.locator("main")).to_contain_text("已办理：")


def attach(field: Locator) -> None:
    field.set_input_files({"name": "演示.txt", "mimeType": "text/plain", "buffer": "演示文书".encode()})


@pytest.mark.browser
def test_from_the_draft_to_the_dissent_on_the_responsibility_page(desk: Desk, row: Consultation) -> None:
    case, page = row.case, desk.inside("drafter")
    page.goto(f"/consulting/{row.pk}")
    page.locator("form[action$=close] button").click()
    page.goto(f"/consulting/{row.pk}")
    expect(page.locator("main")).to_contain_text(COMMENT)
    answer(page)
    walk(case, "coordinate", "record_fair_competition", "hear_otherwise")
    do(page, case, "send_review")
    now(case, "adviser", "advise", advice="lawful")
    review(desk.inside("reviewer"), case)
    do(page, case, "submit", materials_complete="yes")
    secretary, chief = desk.inside("secretary"), desk.inside("governor")
    do(secretary, case, "deliberate", meeting="executive")
    do(desk.inside("member"), case, "object", dissent=WORDS)
    do(chief, case, "chief_speaks", with_majority="yes")
    do(chief, case, "decide", decision="adopted")
    do(secretary, case, "record_dissent")
    do(secretary, case, "minutes")
    now(case, "office", "report_to_party")
    now(case, "office", "report_to_congress", congress="not-required")
    office = desk.inside("office")
    do(office, case, "publish", concern="no")
    office.get_by_role("link", name="责任一览").click()
    expect(office.locator(".dissent").first).to_contain_text(WORDS)
    expect(office.locator(".dissent").first).to_contain_text("演示·member")
    wrong = looked(desk, case)
    assert not wrong, "\n".join(wrong)


def answer(page: Page) -> None:
    """One comment adopted, with its reason."""
    form = page.locator("form[action$=answer]").first
    form.locator("input[type=checkbox]").first.check()
    form.locator("summary").last.click()
    form.get_by_label("处理结果").select_option("adopted")
    form.get_by_label("理由（公开）").fill("已写入草案。")
    form.get_by_role("button", name="登记处理结果").click()
    expect(page.locator("main")).to_contain_text("已登记处理结果")


def review(page: Page, case: Case) -> None:
    """Every item of the law answered, and a lawful opinion."""
    page.goto(f"/legality/{case.pk}")
    page.get_by_role("button", name="开始审核").click()
    for choice in page.get_by_label("符合", exact=True).all():
        choice.check()
    page.get_by_role("button", name="保存").click()
    page.get_by_label("结论").select_option("lawful")
    page.get_by_role("button", name="提出审核意见").click()
    expect(page.locator("main")).to_contain_text("已提出审核意见")


def looked(desk: Desk, case: Case) -> list[str]:
    """What the pages of the file lack for somebody with a phone and large type."""
    page = desk.inside("office", viewport=WIDTHS["phone"])
    page.context.add_cookies([{"name": k, "value": v, "url": desk.url} for k, v in MODES["elder"].items()])
    wrong: list[str] = []
    for n, address in enumerate((f"/cases/{case.pk}/file", f"/cases/{case.pk}/responsibility")):
        page.goto(address)
        if folder := os.environ.get("SHOTS"):
            page.screenshot(path=str(Path(folder) / f"decision-{n}.png"), full_page=True)
        wrong += wrong_on(page)
    return wrong
