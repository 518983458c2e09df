"""What is said of a published document changes by acts with a reason and a day; nothing is lost."""

from datetime import date

import pytest

from fazhi.duties.models import Edition
from fazhi.fault import Fault
from fazhi.library import shelf
from fazhi.library.actions import CloseDuties, Describe, OpenDuties, Relate, SetValidity, Withdraw
from fazhi.library.models import Item, Opening
from fazhi.library.origin import Origin
from fazhi.library.shelf import Search
from fazhi.library.told import Told
from fazhi.office.models import Organ
from tests.conftest import Personas
from tests.library.shelves import DAY, published, publishing


def test_a_correction_keeps_what_was_said_before(personas: Personas) -> None:
    row = published(personas, "试验区便民服务归定")
    told = Told(title="试验区便民服务规定", issued_on=date(2024, 2, 1))
    Describe(item=row, told=told, reason="名称有错别字").perform(personas.clerk, DAY)
    row.refresh_from_db()
    assert (row.title, row.issued_on) == ("试验区便民服务规定", date(2024, 2, 1))
    assert [one.title for one in row.particulars.all()] == ["试验区便民服务归定", "试验区便民服务规定"]
    with pytest.raises(Fault, match="没有变化"):
        Describe(item=row, told=told, reason="再来一次").perform(personas.clerk, DAY)
    with pytest.raises(Fault, match="更正理由"):
        Describe(item=row, told=Told(title="新名称"), reason=" ").perform(personas.clerk, DAY)


def test_a_document_lapses_on_its_day_and_stays_published(personas: Personas) -> None:
    row = published(personas)
    end = SetValidity(item=row, state="lapsed", since=date(2024, 6, 1), reason="有效期届满")
    end.perform(personas.clerk, DAY)
    days = (date(2024, 5, 31), date(2024, 6, 1))
    assert [shelf.state(row, day).label for day in days] == ["有效", "已失效"]
    assert [shelf.matching(Search(state="lapsed"), day).count() for day in days] == [0, 1]
    assert row in shelf.published()
    for state, why in (("lapsed", "已经是"), ("unstated", "没有选择"), ("gone", "没有选择")):
        with pytest.raises(Fault, match=why):
            SetValidity(item=row, state=state, since=days[1], reason="甲").perform(personas.clerk, DAY)


def test_a_change_names_the_document_that_made_it(personas: Personas) -> None:
    row, cause = published(personas), published(personas, "关于废止便民服务规定的决定")
    end = SetValidity(item=row, state="repealed", since=DAY.date(), reason="废止", cause=cause)
    assert end.perform(personas.clerk, DAY).cause == cause
    Withdraw(item=cause, reason="误公开").perform(personas.clerk, DAY)
    for wrong in (cause, row):
        again = SetValidity(item=row, state="lapsed", since=DAY.date(), reason="甲", cause=wrong)
        with pytest.raises(Fault, match="没有公开"):
            again.perform(personas.clerk, DAY)


def test_a_reading_and_its_document_lead_to_each_other(personas: Personas) -> None:
    document = published(personas)
    reading = published(personas, "便民服务规定解读", kind="reading", document=document)
    assert (list(shelf.readings(document)), list(shelf.documents(reading))) == ([reading], [document])
    Relate(document=document, reading=reading, stands=False).perform(personas.clerk, DAY)
    assert not shelf.readings(document)
    Relate(document=document, reading=reading).perform(personas.clerk, DAY)
    Withdraw(item=reading, reason="内容有误").perform(personas.clerk, DAY)
    assert not shelf.readings(document)
    for pair in ({"document": reading, "reading": document}, {"document": document, "reading": document}):
        with pytest.raises(Fault, match="只能把政策解读"):
            Relate(**pair).perform(personas.clerk, DAY)


def test_what_is_withdrawn_is_gone_for_the_public_and_for_further_acts(personas: Personas) -> None:
    row = published(personas)
    Withdraw(item=row, reason="误公开").perform(personas.clerk, DAY)
    assert not shelf.published()
    assert Item.objects.get() == row
    for act in (
        Withdraw(item=row, reason="再撤"),
        SetValidity(item=row, state="lapsed", since=DAY.date(), reason="甲"),
        Describe(item=row, told=Told(title="乙"), reason="甲"),
    ):
        with pytest.raises(Fault, match="已经撤下"):
            act.perform(personas.clerk, DAY)


def test_nobody_else_keeps_a_document(personas: Personas) -> None:
    row = published(personas)
    for actor in (personas.street, personas.coordinator, personas.auditor, personas.stranger):
        for act in (
            Withdraw(item=row, reason="甲"),
            SetValidity(item=row, state="lapsed", since=DAY.date(), reason="甲"),
            Describe(item=row, told=Told(title="乙"), reason="甲"),
            Relate(document=row, reading=row),
        ):
            with pytest.raises(Fault, match="无权"):
                act.perform(actor, DAY)


def test_a_document_is_found_by_organ_subject_year_and_words(personas: Personas) -> None:
    one = published(personas, subject="城市管理", signed_on=date(2023, 5, 1), number="试司规〔2023〕1号")
    two = published(personas, "无日期的文件")
    east = Organ.objects.get(code="east")
    three = publishing("街道公告", organ=east, issued_on=date(2024, 1, 2)).perform(personas.street, DAY)
    found = {
        Search(): {one, two, three},
        Search(organ=east.pk): {three},
        Search(subject="城市管理"): {one},
        Search(year=2023): {one},
        Search(year=2024): {three},
        Search(text="无日期"): {two},
        Search(text="试司规 便民"): {one},
        Search(kind="reading"): set(),
    }
    for search, rows in found.items():
        assert set(shelf.matching(search, DAY.date())) == rows, search


def test_the_coordinator_opens_the_duties_of_an_outline_and_takes_them_back(
    personas: Personas, edition: Edition
) -> None:
    outline = edition.outline
    act = OpenDuties(outline=outline, review="经审查可以公开")
    for actor in (personas.clerk, personas.leader, personas.auditor, personas.stranger):
        with pytest.raises(Fault, match="无权"):
            act.perform(actor, DAY)
    assert not shelf.opened()
    with pytest.raises(Fault, match="没有填写公开审查意见"):
        OpenDuties(outline=outline, review="").perform(personas.coordinator, DAY)
    act.perform(personas.coordinator, DAY)
    assert list(shelf.opened()) == [outline]
    with pytest.raises(Fault, match="已经公开"):
        act.perform(personas.coordinator, DAY)
    end = CloseDuties(outline=outline, reason="内容需要核对")
    with pytest.raises(Fault, match="无权"):
        end.perform(personas.clerk, DAY)
    end.perform(personas.coordinator, DAY)
    assert not shelf.opened()
    with pytest.raises(Fault, match="没有公开"):
        end.perform(personas.coordinator, DAY)
    act.perform(personas.coordinator, DAY)
    assert Opening.objects.count() == 2


def test_the_coordinator_puts_an_outline_itself_into_the_library(
    personas: Personas, edition: Edition
) -> None:
    act = publishing(
        edition.outline.title, text="", organ=Organ.objects.get(code="justice"),
        origin=Origin(outline=edition.outline), checked=True,
    )  # fmt: skip
    with pytest.raises(Fault, match="无权"):
        act.perform(personas.street, DAY)
    row = act.perform(personas.coordinator, DAY)
    assert row.wording.text == edition.text.strip()
    Withdraw(item=row, reason="有新版").perform(personas.coordinator, DAY)
