"""Indicators on the desk: figures by chapter, one with its rows, freezing, the duty they stand beside."""

import json

import pytest
from django.test import Client

from fazhi.cases import policy
from fazhi.cases.models import Case, Secrecy
from fazhi.duties.models import Occurrence, Step
from fazhi.indicators import definitions
from fazhi.indicators.models import Deed, Ruling, Snapshot, Standing
from fazhi.office.models import Organ
from tests.conftest import Personas, at, put_in_force
from tests.indicators.conftest import TODAY, filled
from tests.web.conftest import logged_in
from tests.web.page import links, text

OUTLINE = (
    "试验区法治政府建设实施纲要（2021—2025年）\n\n六、健全行政决策制度\n"
    "13.规范性文件监督。未经合法性审核的规范性文件，不得提交审议。开展规范性文件动态清理。"
    "（牵头单位：区司法局；责任单位：东街道）\n"
)
FILED = "/indicators/document-participation"


@pytest.fixture
def desk(personas: Personas) -> Client:
    """The coordinator, in a district where two organs have decided and made documents for two years."""
    filled(list(Organ.objects.filter(code__in=("justice", "east"))))
    return logged_in("coordinator")


def test_every_figure_stands_under_its_chapter_and_leads_to_its_rows(
    desk: Client, personas: Personas
) -> None:
    put_in_force(personas, OUTLINE, at(2023, 1, 5))
    page = desk.get("/indicators?period=2026")
    told = text(page)
    assert "六、健全行政决策制度" in told
    assert "其他举措" in told
    assert "口径待定" in told
    assert "不合成总分" in told
    assert f"{FILED}?period=2026" in links(page)
    one = desk.get(f"{FILED}?period=2026")
    assert "怎么算" in text(one)
    assert "本期提交集体讨论" in text(one)
    assert any(link.startswith("/cases/") and link[7:].isdigit() for link in links(one))
    late = desk.get("/indicators/document-limits-late?period=2026")
    rows = [link for link in links(late) if link.endswith("#clocks")]
    assert f"{len(rows)}项" in text(late)
    assert rows
    assert "届满，" in text(late)
    sheet = json.loads(desk.get("/indicators/document-limits-late/rows.json?period=2026").content)
    assert all("届满，" in row["title"] for row in sheet["rows"])


def test_what_an_address_asks_wrongly_is_not_asked_and_no_indicator_is_not_there(desk: Client) -> None:
    for query in ("?period=2026Q9", "?organ=nowhere", "?period=%00", "?page=x&show=x"):
        assert desk.get(f"{FILED}{query}").status_code == 200
        assert desk.get(f"/indicators{query}").status_code == 200
    assert desk.get("/indicators/nothing").status_code == 404
    assert desk.get(f"{FILED}/rows.exe").status_code == 404


def test_a_figure_counts_all_and_shows_the_rows_that_the_reader_may_see(
    desk: Client, personas: Personas
) -> None:
    Case.objects.update(secrecy=Secrecy.RESTRICTED)
    whole = desk.get(f"{FILED}?period=2026")
    counted = whole.context["gauge"].reading.count.denominator
    assert counted
    assert f"另有 {counted} 行您无权查看" in text(whole)
    auditor = logged_in("auditor").get(f"{FILED}?period=2026")
    assert auditor.context["gauge"].reading.count.denominator == counted
    assert "无权查看" not in text(auditor)
    assert len(auditor.context["page"].object_list) == counted
    Case.objects.update(secrecy=Secrecy.ORDINARY)
    street = logged_in("street")
    seen = street.get(f"{FILED}?period=2026")
    mine = policy.visible(personas.street).values_list("pk", flat=True)
    assert {row.pk for row in seen.context["page"]} <= set(mine)
    assert seen.context["gauge"].reading.count.denominator == counted
    told = json.loads(street.get(f"{FILED}/rows.json?period=2026").content)
    assert told["denominator"] == counted == len(told["rows"]) + told["hidden"]


def test_the_rows_are_a_file(desk: Client) -> None:
    for form, head in (("xlsx", b"PK"), ("csv", "\ufeff编号".encode()), ("json", b"{")):
        response = desk.get(f"{FILED}/rows.{form}?period=2026")
        assert response.content.startswith(head)
        assert "filename*" in response["Content-Disposition"]


def test_a_stranger_and_a_clerk_change_nothing(desk: Client) -> None:
    clerk = logged_in("clerk")
    for path in ("freeze", "settle"):
        assert clerk.post(f"/indicators/document-reviewed/{path}").status_code == 403
        assert Client().post(f"/indicators/document-reviewed/{path}").status_code == 302
    assert not Snapshot.objects.exists()
    assert not Ruling.objects.exists()


def test_a_period_is_frozen_once_and_a_difference_is_a_correction(desk: Client) -> None:
    address = f"{FILED}/freeze?period=2025"
    assert "还没有结束" in text(desk.post(f"{FILED}/freeze?period=2199"))
    page = desk.post(address, follow=True)
    assert "已冻结全区2025年的数值" in text(page)
    (first,) = Snapshot.objects.all()
    assert "indicators.E006" in text(desk.post(address))
    Deed.objects.filter(name="submit").delete()
    assert "现在与冻结时不同" in text(desk.get(f"{FILED}?period=2025"))
    assert "indicators.E007" in text(desk.post(address))
    after = text(desk.post(address, {"reason": "演示：补正了提交日期"}, follow=True))
    assert "更正前" in after
    assert "演示：补正了提交日期" in after
    assert [one.sequence for one in Snapshot.objects.order_by("pk")] == [1, 2]
    first.refresh_from_db()
    assert first.denominator
    assert Snapshot.objects.get(sequence=2).denominator == 0


def test_an_open_way_of_counting_is_asked_and_the_answer_recorded(desk: Client) -> None:
    address = "/indicators/document-reviewed"
    asked = text(desk.get(f"{address}?period=2026"))
    assert "由区司法局确定" in asked
    assert "全部计入" in asked
    assert "indicators.E003" in text(desk.post(f"{address}/freeze?period=2025"))
    assert "indicators.E011" in text(desk.post(f"{address}/settle", {"option": "every", "ground": " "}))
    assert "indicators.E010" in text(desk.post(f"{address}/settle", {"option": "x", "ground": "演示"}))
    page = desk.post(f"{address}/settle", {"option": "required", "ground": "演示：区司法局"}, follow=True)
    assert "已记录口径" in text(page)
    assert "演示：区司法局" in text(page)
    reading = desk.get(f"{address}?period=2026").context["gauge"].reading
    assert reading.option == "required"
    assert reading.open_choice is None


def test_a_duty_shows_its_figures_and_is_answered_with_them(desk: Client, personas: Personas) -> None:
    put_in_force(personas, OUTLINE, at(2023, 1, 5))
    rows = Occurrence.objects.filter(organ__code="justice").order_by("pk")
    cleaning = rows.get(duty__text__contains="清理")
    page = logged_in("clerk").get(f"/duties/{cleaning.pk}")
    assert "清理后修改、废止的文件件数" in text(page)
    assert "是否完成由人员判断" in text(page)
    review = rows.get(duty__text__contains="不得提交审议")
    told = text(logged_in("clerk").get(f"/duties/{review.pk}"))
    assert "口径待定" in told
    assert "数值本身即可说明" in told
    clerk = logged_in("clerk")
    refused = clerk.post(f"/duties/{review.pk}/figures", {"expected": "0"})
    assert "indicators.E016" in text(refused)
    assert not Step.objects.exists()
    assert "以指标数据报送" in text(
        clerk.post(f"/duties/{cleaning.pk}/figures", {"expected": "0"}, follow=True)
    )
    (step,) = Step.objects.all()
    (file,) = step.evidence.all()
    figures = json.loads(bytes(file.content))["figures"]
    assert [one["indicator"] for one in figures] == ["document-changed", "document-kept"]
    assert all(len(one["rows_digest"]) == 64 for one in figures)
    assert step.kind == Step.Kind.ANSWER
    assert cleaning.steps.count() == 1
    told = desk.get("/indicators/document-changed")
    assert "说明的任务" in text(told)
    assert f"/duties?duty={cleaning.duty_id}" in links(told)
    other = rows.exclude(pk__in=(cleaning.pk, review.pk)).first()
    assert other is None or "E015" in text(clerk.post(f"/duties/{other.pk}/figures", {"expected": "0"}))


def test_the_overview_names_what_wants_most(desk: Client, personas: Personas) -> None:
    put_in_force(personas, OUTLINE, at(2023, 1, 5))
    desk.post("/indicators/document-comment-period/freeze?period=2025")
    value = Snapshot.objects.get().numerator
    page = text(desk.get("/"))
    assert ("指标短板" in page) == (value < (Snapshot.objects.get().denominator or 0))


def test_cases_that_no_figure_knows_yet_are_told(desk: Client) -> None:
    Standing.objects.all().delete()
    assert "件案件没有汇总" in text(desk.get("/indicators"))
    assert "indicators.E004" in text(desk.post(f"{FILED}/freeze?period=2025"))


def test_only_what_a_pack_makes_public_is_for_everybody(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.post(f"{FILED}/freeze?period=2025")
    assert "还没有公开的指标" in text(Client().get("/figures"))
    known = definitions.on(TODAY)
    told = [one.model_copy(update={"public": one.id == "document-participation"}) for one in known]
    monkeypatch.setattr(definitions, "on", lambda _day: told)
    page = text(Client().get("/figures"))
    assert "行政规范性文件公开征求意见率" in page
    assert "2025年" in page
    assert "行政规范性文件合法性审核率" not in page
