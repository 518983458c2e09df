"""Hedong district's real outline, read exactly: 37 measures, every unit, every quota, every date."""

import re
from functools import cache

from fazhi.outline import read
from fazhi.outline.reading import Duty, Part, Reading
from fazhi.source import load
from tests.shared import shared

UNITS = re.compile(r"\(牵头单位:(?P<lead>[^\n]*?)[;,]责任单位:(?P<responsible>[^\n]*)\)$", re.MULTILINE)


@cache
def reading() -> Reading:
    path = shared("outline", "hedong-2021-2025.txt")
    return read(load(path.read_bytes(), path.name))


def duties(number: str) -> list[Duty]:
    return [duty for measure in reading().measures if measure.number == number for duty in measure.duties]


def test_there_are_37_measures_in_chapters_two_to_eleven() -> None:
    measures = reading().measures
    assert [measure.number for measure in measures] == [str(n) for n in range(1, 38)]
    chapters = dict.fromkeys(measure.chapter.partition("、")[0] for measure in measures)
    assert list(chapters) == ["二", "三", "四", "五", "六", "七", "八", "九", "十", "十一"]
    assert all(4 <= len(measure.title) <= 40 for measure in measures)


def test_every_unit_is_read_as_the_text_lists_it() -> None:
    stated = list(UNITS.finditer(reading().text))
    assert len(stated) == 37
    for measure, match in zip(reading().measures, stated, strict=True):
        assert list(measure.named(Part.LEAD)) == match["lead"].split("、")
        assert list(measure.named(Part.RESPONSIBLE)) == match["responsible"].split("、")
        assert measure.named(Part.COOPERATING) == ()


def test_the_traps_of_the_text_are_read_right() -> None:
    measures = {measure.number: measure for measure in reading().measures}
    assert measures["30"].named(Part.LEAD) == ("区委(区政府)督查室",)
    assert measures["15"].named(Part.LEAD) == ("区政府办", "区司法局")
    assert "区政府办公室" in measures["28"].named(Part.LEAD)
    assert "区政协办" in measures["33"].named(Part.LEAD)
    assert measures["6"].named(Part.RESPONSIBLE) == ("区政府各有关部门",)


def test_every_quota_and_frequency_is_found_and_no_other() -> None:
    found = {(m.number, d.quantity) for m in reading().measures for d in m.duties if d.quantity}
    assert found == {
        ("26", "100%"),
        ("31", "至少两次"),
        ("35", "至少一期"),
        ("35", "两期以上"),
        ("35", "至少一次"),
        ("36", "不少于60学时"),
    }
    often = {(m.number, d.frequency) for m in reading().measures for d in m.duties if d.frequency}
    assert often == {
        ("1", "定期"),
        ("2", "每年"),
        ("11", "定期"),
        ("16", "每年"),
        ("26", "定期"),
        ("31", "每年至少两次"),
        ("34", "每年"),
        ("35", "定期"),
        ("35", "每年至少一期"),
        ("35", "每年两期以上"),
        ("35", "任期内至少一次"),
        ("36", "每年"),
    }


def test_every_date_is_found_and_no_other() -> None:
    dated = {(m.number, d.due.isoformat()) for m in reading().measures for d in m.duties if d.due}
    assert dated == {("25", "2022-12-31"), ("36", "2022-12-31")}


def test_bans_and_their_conditions_are_duties_of_their_own() -> None:
    bans = {m.number for m in reading().measures for d in m.duties if d.modality.value == "must not"}
    assert bans == {"13", "16", "26"}
    ban = next(duty for duty in duties("13") if duty.modality.value == "must not")
    assert ban.condition == "未经前置合法性审核或者经审核不合法的行政规范性文件"
    assert len([duty for duty in duties("26") if duty.modality.value == "must not"]) == 3


def test_the_page_around_the_text_is_metadata() -> None:
    assert reading().title == "天津市河东区法治政府建设实施纲要(2021-2025年)"
    metadata = reading().metadata
    assert metadata["索引号"] == "1112010200014504XG/2023-00001"
    assert metadata["发布机构"] == metadata["落款单位"] == "天津市河东区司法局"
    assert (metadata["有效性"], metadata["成文日期"]) == ("有效", "2022-09-07")
    assert metadata["主题"] == "司法行政\\政府法治"


def test_what_is_in_no_measure_is_reported() -> None:
    reported = {piece.text[:8]: piece.why for piece in reading().unread}
    assert reported["无障碍 无障碍 "].startswith("题头")
    assert reported["为持续深入推进法"].startswith("前言")
    assert reported["五年内"] == "相对期限，没有写明起算日"
    assert "区政府各部门、各" in reported


def test_every_span_is_exact() -> None:
    text = reading().text
    for measure in reading().measures:
        assert all(text[slice(*duty.span)] == duty.text for duty in measure.duties)
        assert all(text[slice(*unit.span)] == unit.name for unit in measure.units)
    marks = [(text[slice(*m.span)], m.figure.value) for d in duties("31") + duties("36") for m in d.marks]
    assert marks == [
        ("每年", "frequency"),
        ("至少组织两次", "quantity"),
        ("每人每年", "frequency"),
        ("不少于60学时", "quantity"),
        ("2022年年底", "due"),
    ]
