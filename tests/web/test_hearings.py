"""A hearing as everybody sees it: notice, registration, the draw with its proof, one's own part in it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from lxml import html
from typer.testing import CliRunner

from fazhi.chapters.decisions.hearing import actions
from fazhi.chapters.decisions.hearing.models import Hearing, Registration
from fazhi.cli import app
from fazhi.web import flood
from tests.chapters.decisions.consultation import people
from tests.chapters.decisions.consultation.people import actor, decision
from tests.chapters.decisions.hearing import stage
from tests.chapters.decisions.hearing.stage import VALUE, opening, register
from tests.web.page import links, text

FIELDS = {
    "group": "公众",
    "kind": "person",
    "name": "演示·赵甲",
    "contact": "00000000000",
    "relation": "住在附近",
}


def ago(days: int) -> datetime:
    return timezone.now() - timedelta(days=days)


def begin(*, days: int = 3, period: int = 10) -> Hearing:
    """Registration opened some days ago, for so many days; the hearing thirty days after its end."""
    when = ago(days)
    until = timezone.localdate(when) + timedelta(days=period)
    held = when + timedelta(days=period + 30)
    return opening(decision(), until=until, held_at=held).perform(actor("drafter"), when)


def closed(*who: str) -> Hearing:
    """Registration ended ten days ago; everybody was accepted."""
    row = begin(days=20)
    for one in who or ("赵甲", "钱乙", "孙丙", "李丁"):
        register(row, one, at=ago(18))
    numbers = tuple(row.registrations.values_list("number", flat=True))
    actions.Rule(hearing=row, numbers=numbers, accepted=True).perform(actor("drafter"), ago(9))
    return row


def drawn() -> Hearing:
    row = closed()
    day = timezone.localdate(ago(6))
    actions.Commit(hearing=row, source="演示彩票", day=day).perform(actor("drafter"), ago(8))
    actions.Draw(hearing=row, value=VALUE).perform(actor("drafter"), ago(5))
    return stage.again(row)


@pytest.fixture(autouse=True)
def _no_flood() -> Iterator[None]:
    flood.COUNTS.clear()
    yield
    flood.COUNTS.clear()


@pytest.fixture(autouse=True)
def _offices(db: None) -> None:
    people.establish_all()


def send(row: Hearing, **changes: str) -> object:
    given = {**FIELDS, "key": "k1", "confirmed": "on", **changes}
    return Client().post(f"/hearings/{row.pk}/registrations", given)


def code(response: object) -> tuple[str, str]:
    found = html.fromstring(response.content.decode()).xpath("//main//b/text()")  # type: ignore[attr-defined]
    return str(found[0]), str(found[1])


def test_the_notice_says_all_that_the_law_has_published_and_takes_registrations() -> None:
    assert "现在没有听证会" in text(Client().get("/hearings"))
    row = begin()
    listed = Client().get("/hearings")
    assert "正在报名" in text(listed)
    assert f"/hearings/{row.pk}" in links(listed)
    assert "/hearings" in links(Client().get("/consultations"))
    shown = text(Client().get(f"/hearings/{row.pk}"))
    for said in (
        "还有 7 日",
        "演示会议室",
        "公众 2 名（备选 1 名）",
        row.promise,
        "第十六条第二款",
        "影响居民较多",
    ):
        assert said in shown
    assert "听证参加人名单" not in shown
    assert Client().get("/hearings/99").status_code == 404


def test_a_registration_gives_a_number_and_a_code_and_shows_no_name_to_anybody() -> None:
    row = begin()
    number, secret = code(send(row))
    assert number == f"{row.pk}-1"
    assert code(send(row)) == (number, secret)
    assert "赵甲" not in Client().get(f"/hearings/{row.pk}").content.decode()
    mine = Client().post("/hearings/mine", {"number": number, "code": secret.lower().replace("-", " ")})
    assert "等待审核" in text(mine)
    assert "赵甲" not in text(mine)
    again = Client().post("/hearings/mine", {"number": number, "code": secret, "do": "withdraw"})
    assert "已撤回报名" in text(again)
    twice = Client().post("/hearings/mine", {"number": number, "code": secret, "do": "withdraw"})
    assert twice.status_code == 400
    assert "hearing.E023" in text(twice)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"confirmed": ""}, 400), ({"group": "外星人"}, 400), ({"name": " "}, 400),
        ({"relation": "长" * 1001}, 400), ({"name": "a\0b"}, 400), ({"key": ""}, 400),
    ],
)  # fmt: skip
def test_bad_input_is_refused_beside_the_form_and_nothing_is_lost(
    changes: dict[str, str], status: int
) -> None:
    response = send(begin(), **{"contact": "保留的联系方式", **changes})
    assert response.status_code == status  # type: ignore[attr-defined]
    page = response.content.decode()  # type: ignore[attr-defined]
    assert "data-error-summary" in page
    assert "保留的联系方式" in page
    assert not Registration.objects.exists()


def test_late_is_late_and_a_wrong_code_finds_nothing() -> None:
    row = begin(days=12)
    response = send(row)
    assert response.status_code == 400  # type: ignore[attr-defined]
    assert "hearing.E010" in text(response)
    assert "第十六条" in text(response)
    for number in ("1-99", "x", "9" * 30, "1-2-3"):
        page = Client().post("/hearings/mine", {"number": number, "code": "2222-2222-2222"})
        assert page.status_code == 404
        assert "hearing.E404" in text(page)


def test_the_draw_stands_with_its_proof_and_anybody_repeats_it(tmp_path: Path) -> None:
    row = closed()
    assert Client().get(f"/hearings/{row.pk}/draw").status_code == 404
    assert Client().get(f"/hearings/{row.pk}/draw.json").status_code == 404
    row = drawn_from(row)
    page = text(Client().get(f"/hearings/{row.pk}/draw"))
    assert row.committed.line in page
    assert "演＊＊＊" in page
    assert "赵甲" not in page
    record = Client().get(f"/hearings/{row.pk}/draw.json")
    file = tmp_path / "record.json"
    file.write_bytes(record.content)
    asked = ["draw", "verify", str(file), "--commitment", row.committed.line]
    checked = CliRunner().invoke(app, asked)
    assert checked.exit_code == 0, checked.output
    assert "结果与重新抽取的相同：抽中 2，备选 1" in checked.output
    file.write_text(file.read_text("utf-8").replace('"selected"', '"passed"', 1), "utf-8")
    assert CliRunner().invoke(app, asked).exit_code != 0


def drawn_from(row: Hearing) -> Hearing:
    day = timezone.localdate(ago(6))
    actions.Commit(hearing=row, source="演示彩票", day=day).perform(actor("drafter"), ago(8))
    assert "等待" in text(Client().get(f"/hearings/{row.pk}/draw"))
    actions.Draw(hearing=row, value=VALUE).perform(actor("drafter"), ago(5))
    return stage.again(row)


def test_participants_are_published_by_name_and_confirm_the_record_with_their_code() -> None:
    row = begin(days=45, period=10)
    number, secret = None, "2222-2222-2222"
    for who in ("赵甲", "钱乙"):
        number = register(row, who, at=ago(44)).name
    who_, seats = actor("drafter"), (1, 2)
    actions.Rule(hearing=row, numbers=seats, accepted=True).perform(who_, ago(34))
    actions.Announce(hearing=row).perform(who_, ago(33))
    assert "演示·赵甲" in text(Client().get(f"/hearings/{row.pk}"))
    actions.Deliver(hearing=row, numbers=seats, way="当面").perform(who_, ago(33))
    actions.Attend(hearing=row, numbers=seats, present=True).perform(who_, ago(4))
    actions.Write(hearing=row, introduced="介绍的话", debated="辩论的话").perform(who_, ago(4))
    given = {"number": number, "code": secret}
    mine = text(Client().post("/hearings/mine", given))
    assert "辩论的话" in mine
    assert "听证参加人" in mine
    empty = Client().post("/hearings/mine", {**given, "do": "object", "minutes": "1", "objection": " "})
    assert empty.status_code == 400
    assert "hearing.E003" in text(empty)
    done = Client().post("/hearings/mine", {**given, "do": "confirm", "minutes": "1"})
    assert "您已经确认这份记录" in text(done)
    assert "辩论的话" not in text(Client().get(f"/hearings/{row.pk}"))


def test_the_list_is_open_to_other_sites_and_names_nobody() -> None:
    assert Client().get("/api/v1/hearings").json() == {"count": 0, "hearings": []}
    drawn()
    (line,) = Client().get("/api/v1/hearings").json()["hearings"]
    assert (line["registered"], line["accepts"], line["phase"]) == (4, False, "已产生参加人，等待公告")
    assert Client().get(line["page"]).status_code == 200
    assert Client().get(line["record"]).status_code == 200
    assert "赵甲" not in str(line)
