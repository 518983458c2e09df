"""The calendar data is what two independent libraries read in the notices, and says what it rests on."""

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import holidays
import pytest

from fazhi.fault import Fault
from fazhi.law.year import State
from fazhi.packs import NATIONAL, calendar
from fazhi.packs.source import Source
from tests.packs.writing import pack

CALENDAR = calendar.load()
DAYS = [date(2004, 1, 1) + timedelta(days=n) for n in range((date(2026, 12, 31) - date(2004, 1, 1)).days + 1)]


def working(day: date) -> bool:
    return CALENDAR.rest(day) is None


def test_it_agrees_with_holidays_on_every_day() -> None:
    other = holidays.country_holidays("CN", years=range(2004, 2027))
    assert [day for day in DAYS if working(day) != other.is_working_day(day)] == []


def test_it_differs_from_chinesecalendar_on_the_one_documented_day() -> None:
    differing = [day for day in DAYS if working(day) != chinese_calendar.is_workday(day)]
    assert differing == [date(2005, 12, 31)]
    assert "2005-12-31" in (NATIONAL / "calendar" / "2005.yaml").read_text("utf-8").splitlines()[0]


def test_every_year_is_announced_and_cites_its_notice() -> None:
    assert [year.number for year in CALENDAR.years] == list(range(2004, 2027))
    assert all(year.state is State.ANNOUNCED and str(year.number) in year.notice for year in CALENDAR.years)


def test_the_year_2027_is_unknown() -> None:
    assert CALENDAR.state(date(2027, 1, 1)) is State.UNKNOWN


GOOD = {
    "year": "2024",
    "state": "announced",
    "notice": "某通知",
    "holidays": "[{name: 元旦, since: 2024-01-01, until: 2024-01-01}]",
    "make_up": "[2024-02-04]",
}
BAD = {
    "a misspelt word": ({"make_ups": "[2024-02-04]"}, 6, "make_up"),
    "a state nobody may write": ({"state": "unknown"}, 2, "projected"),
    "no notice": ({"notice": "''"}, 2, "notice"),
    "a day that is none": ({"make_up": "[2024-02-30]"}, 5, "类型"),
    "a make-up day in the week": ({"make_up": "[2024-02-05]"}, 5, "核对"),
    "a make-up day of another year": ({"make_up": "[2023-02-04]"}, 5, "所属年度"),
    "a festival of another year": (
        {"holidays": "[{name: 元旦, since: 2023-12-30, until: 2024-01-01}]"}, 4, "所属年度"),
    "a festival the wrong way round": (
        {"holidays": "[{name: 元旦, since: 2024-01-02, until: 2024-01-01}]"}, 4, "since"),
    "rest and work on one day": (
        {"holidays": "[{name: 春节, since: 2024-02-04, until: 2024-02-05}]"}, 5, "核对"),
    "a festival without a name": ({"holidays": "[{since: 2024-01-01, until: 2024-01-01}]"}, 4, "补上"),
    "no year": ({"year": None}, 1, "补上"),
    "a year in words": ({"year": "龙年"}, 1, "类型"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "line", "hint"), BAD.values(), ids=BAD)
def test_a_mistake_is_told_with_its_line_and_a_way_out(
    tmp_path: Path, change: dict[str, str | None], line: int, hint: str
) -> None:
    path = tmp_path / "2024.yaml"
    entries = {key: value for key, value in (GOOD | change).items() if value is not None}
    path.write_text("\n".join(f"{key}: {value}" for key, value in entries.items()), "utf-8")
    with pytest.raises(Fault, match=rf"2024\.yaml 第{line}行") as refusal:
        calendar.year(Source(path))
    assert hint in refusal.value.remedy


def test_broken_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "2024.yaml"
    path.write_text("year: 2024\nnotice: [\n", "utf-8")
    with pytest.raises(Fault, match="第3行"):
        Source(path)


def test_a_key_written_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "2024.yaml"
    path.write_text("year: 2024\nyear: 2025\n", "utf-8")
    with pytest.raises(Fault, match=r"第2行.*写了两次"):
        Source(path)


def test_a_missing_year_in_between_is_refused(tmp_path: Path) -> None:
    folder = pack(tmp_path) / "calendar"
    folder.mkdir()
    for number in (2023, 2025):
        text = (NATIONAL / "calendar" / f"{number}.yaml").read_text("utf-8")
        (folder / f"{number}.yaml").write_text(text, "utf-8")
    with pytest.raises(Fault, match="2023年之后是2025年"):
        calendar.load(tmp_path)


def test_a_pack_without_calendar_is_refused(tmp_path: Path) -> None:
    pack(tmp_path)
    with pytest.raises(Fault, match="没有日历"):
        calendar.load(tmp_path)
