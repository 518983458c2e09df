"""What the public sees of a draft, says about it, and finds again."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from lxml import html

from fazhi.cases.actions import Open, Perform
from fazhi.cases.models import Case
from fazhi.chapters.decisions.consultation import actions
from fazhi.chapters.decisions.consultation.models import Author, Comment, Consultation
from fazhi.office.models import Organ
from fazhi.web import flood
from tests.chapters.decisions.consultation import people
from tests.chapters.decisions.consultation.people import DRAFT, actor, papers
from tests.web.page import links, text

FIELDS = {"clause": "0", "kind": "person", "version": "1"}


def begin(*, ago: int = 5, days: int = 30) -> Consultation:
    """A consultation that was opened some days ago, as the desk does it."""
    when = timezone.now() - timedelta(days=ago)
    day = timezone.localdate(when)
    facts = {"issuer": "government", "listed": True, "normative": True, "filing_kind": True}
    case = Open(
        procedure="normative-document", organ=Organ.objects.get(code="justice"), act="plan",
        happened_on=day, title="便民停车管理办法", facts=facts,
    ).perform(actor("drafter"), when)  # fmt: skip
    Perform(
        case=case, expected=1, act="draft", happened_on=day, papers=papers("文件草案", "起草说明"),
        facts={"market": False, "accessibility": False},
    ).perform(actor("drafter"), when)  # fmt: skip
    given = people.opening(case, until=day + timedelta(days=days), shortening="演示：便于测试")
    return given.perform(actor("drafter"), when)


@pytest.fixture(autouse=True)
def _no_flood() -> Iterator[None]:
    flood.COUNTS.clear()
    yield
    flood.COUNTS.clear()


@pytest.fixture
def row(db: None) -> Consultation:
    people.establish_all()
    return begin()


def address(row: Consultation) -> str:
    return f"/consultations/{row.pk}"


def send(row: Consultation, client: Client | None = None, **changes: str) -> object:
    given = {**FIELDS, "text": "夜间以外也应当免费", "key": "k1", **changes}
    return (client or Client()).post(f"{address(row)}/comments", given)


def code(response: object) -> tuple[str, str]:
    """The number and the code that the page shows."""
    found = html.fromstring(response.content.decode()).xpath("//main//b/text()")  # type: ignore[attr-defined]
    return str(found[0]), str(found[1])


def test_the_list_leads_to_what_is_open_and_the_errand_is_there(row: Consultation) -> None:
    page = Client().get("/consultations")
    assert "正在征求意见" in text(page)
    assert address(row) in links(page)
    assert "/consultations" in links(Client().get("/portal"))


@pytest.mark.django_db
def test_an_empty_list_says_so() -> None:
    assert "现在没有征求意见的草案" in text(Client().get("/consultations"))


def test_the_page_has_the_draft_by_clause_the_period_with_its_article_and_a_form(row: Consultation) -> None:
    page = Client().get(address(row))
    shown = text(page)
    assert all(line.split("\n")[0] in shown for line in DRAFT.strip().split("\n"))
    assert "第七十五条" in shown
    assert "还有 25 日" in shown
    tree = html.fromstring(page.content.decode())
    assert len(tree.xpath("//ol[@class='draft']/li")) == 5
    assert tree.xpath("//textarea[@name='text']")


def test_a_clause_is_chosen_by_its_link_without_script(row: Consultation) -> None:
    page = Client().get(f"{address(row)}?version=1&clause=4")
    chosen = html.fromstring(page.content.decode()).xpath("//select[@name='clause']/option[@selected]/@value")
    assert chosen == ["4"]


def test_a_comment_gives_a_number_and_a_code_by_which_it_is_found_again(row: Consultation) -> None:
    number, secret = code(send(row, clause="4", name="演示·意见人甲"))
    assert number == f"{row.pk}-1"
    mine = Client().post("/consultations/mine", {"number": number, "code": secret.lower().replace("-", " ")})
    assert "夜间以外也应当免费" in text(mine)
    assert "正在研究" in text(mine)
    assert Author.objects.count() == 1


@pytest.mark.parametrize(
    ("number", "secret"), [("1-99", "2222-2222-2222"), ("x", "y"), ("9" * 30, "z"), ("1-2-3", "z")]
)
def test_a_wrong_number_or_code_finds_nothing(number: str, secret: str, row: Consultation) -> None:
    send(row)
    page = Client().post("/consultations/mine", {"number": number, "code": secret})
    assert page.status_code == 404
    assert "consultation.E404" in text(page)


def test_what_is_said_is_shown_only_after_a_person_looked_and_names_nobody(row: Consultation) -> None:
    send(row, name="演示·意见人甲", contact="00000000000")
    assert "内容核对后公开" in text(Client().get(address(row)))
    assert "夜间以外" not in text(Client().get(address(row)))
    moderate = actions.Moderate(consultation=row, numbers=(1,), shown=True)
    moderate.perform(actor("drafter"), timezone.now())
    shown = Client().get(address(row)).content.decode()
    assert "夜间以外也应当免费" in shown
    assert "意见人甲" not in shown
    assert "00000000000" not in shown


def test_a_hidden_comment_keeps_its_place_and_says_why(row: Consultation) -> None:
    send(row)
    hide = actions.Moderate(consultation=row, numbers=(1,), shown=False, reason="含他人个人信息")
    hide.perform(actor("drafter"), timezone.now())
    shown = text(Client().get(address(row)))
    assert "第 1 号" in shown
    assert "内容不公开：含他人个人信息" in shown
    assert "夜间以外" not in shown


def test_the_same_form_twice_is_one_comment_with_one_code(row: Consultation) -> None:
    assert code(send(row)) == code(send(row))
    assert Comment.objects.count() == 1
    again = send(row, text="另一条")
    assert again.status_code == 409  # type: ignore[attr-defined]
    assert "另一条" in again.content.decode()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "changes",
    [
        {"text": " "}, {"text": "长" * 3_001}, {"clause": "77"}, {"kind": "robot"}, {"key": ""},
        {"version": "x"}, {"name": "长" * 201}, {"text": "a\0b"},
    ],
)  # fmt: skip
def test_bad_input_is_refused_beside_the_form_and_nothing_is_lost(
    changes: dict[str, str], row: Consultation
) -> None:
    response = send(row, **{"contact": "保留的联系方式", **changes})
    page = response.content.decode()  # type: ignore[attr-defined]
    assert response.status_code == 400  # type: ignore[attr-defined]
    assert "有内容需要改正" in page
    assert "保留的联系方式" in page
    assert not Comment.objects.exists()


def test_a_late_comment_is_refused_with_the_article_and_its_words_kept(db: None) -> None:
    people.establish_all()
    row = begin(ago=12, days=10)
    page = Client().get(address(row))
    assert "已经截止" in text(page)
    assert not html.fromstring(page.content.decode()).xpath("//textarea")
    response = send(row)
    shown = text(response)
    assert response.status_code == 400  # type: ignore[attr-defined]
    assert "consultation.E011" in shown
    assert "第七十五条" in shown
    assert "夜间以外也应当免费" in response.content.decode()  # type: ignore[attr-defined]


def test_a_matter_that_was_stopped_takes_no_more_comments_and_says_so(row: Consultation) -> None:
    Perform(
        case=row.case, expected=3, act="abandon", happened_on=timezone.localdate()
    ).perform(actor("drafter"), timezone.now())  # fmt: skip
    assert "已经停止办理" in text(Client().get("/consultations"))
    assert "这一事项已经停止办理" in text(Client().get(address(row)))
    assert "consultation.E016" in text(send(row))
    assert not Comment.objects.exists()


def test_a_flood_from_one_address_is_told_to_wait(row: Consultation) -> None:
    for _ in range(flood.MOST):
        send(row)
    response = send(row, key="other")
    assert response.status_code == 429  # type: ignore[attr-defined]
    assert "consultation.E429" in text(response)
    assert Comment.objects.count() == 1


def test_results_stand_on_the_page_with_every_answer(db: None) -> None:
    people.establish_all()
    row = begin(ago=45, days=30)
    when = timezone.now() - timedelta(days=40)
    people.say(row, "夜间以外也应当免费", at=when)
    now, who = timezone.now(), actor("drafter")
    actions.Moderate(consultation=row, numbers=(1,), shown=True).perform(who, now)
    actions.Close(consultation=row).perform(who, now)
    actions.Answer(consultation=row, numbers=(1,), outcome="partly", reason="周末免费已写入。").perform(
        who, now
    )
    assert "已经公布采纳情况" not in text(Client().get("/consultations"))
    actions.Publish(consultation=row, summary="采纳了合理的意见。").perform(who, now)
    shown = text(Client().get(address(row)))
    assert "意见采纳情况" in shown
    assert "部分采纳 周末免费已写入。" in shown
    assert "已经公布采纳情况" in text(Client().get("/consultations"))
    assert Case.objects.get(pk=row.case_id).sequence == 6


def test_an_earlier_version_stays_readable(row: Consultation) -> None:
    revise = actions.Revise(consultation=row, text="第一条 改过的草案。", change="改了第一条")
    revise.perform(actor("drafter"), timezone.now())
    assert "改过的草案" in text(Client().get(address(row)))
    assert "停车位夜间免费开放" in text(Client().get(f"{address(row)}?version=1"))


def test_what_is_not_there_is_not_found_and_a_get_sends_nothing(row: Consultation) -> None:
    assert Client().get("/consultations/9999").status_code == 404
    assert Client().post("/consultations/9999/comments", FIELDS).status_code == 404
    assert Client().get(f"{address(row)}/comments").status_code == 405


def test_on_a_terminal_no_page_of_it_is_kept(row: Consultation) -> None:
    client = Client()
    client.cookies["kiosk"] = "1"
    assert "no-store" in send(row, client)["Cache-Control"]  # type: ignore[index]


def test_the_feed_tells_of_a_draft_before_the_public(row: Consultation) -> None:
    response = Client().get("/consultations/feed.atom")
    assert response["Content-Type"].startswith("application/atom+xml")
    told = response.content.decode()
    assert f"<title>征求意见：{row.title}</title>" in told
    assert f'href="http://testserver{address(row)}"' in told
