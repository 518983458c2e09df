"""The registry says what the sources say and nothing else; a mistake in it is shown where it stands."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from fazhi.fault import Fault
from fazhi.law import statute_text
from fazhi.packs.statutes import catalogue, load
from tests.shared import shared

REGISTRY = """\
statutes:
  - title: 示例法
    short: [例法]
    editions:
      - id: 2020-01-01
        in_force_from: 2020-03-01
        articles: 9
"""


@pytest.mark.parametrize(
    ("title", "day", "edition"),
    [
        ("行政复议法", "2023-12-31", "2017-09-01"),
        ("行政复议法", "2024-01-01", "2023-09-01"),
        ("行政复议法实施条例", "2026-06-30", "2007-05-29"),
        ("行政复议法实施条例", "2026-07-01", "2026-04-29"),
        ("治安管理处罚法", "2025-12-31", "2012-10-26"),
        ("治安管理处罚法", "2026-01-01", "2025-06-27"),
        ("突发事件应急预案管理办法", "2024-01-30", "国办发〔2013〕101号"),
        ("天津市实施〈突发事件应对法〉办法", "2024-01-30", "2015-05-21"),
        ("行诉解释", "2024-01-30", "2018-02-06"),
        ("国办发[2018]118号", "2024-01-30", "国办发〔2018〕118号"),
    ],
)
def test_the_edition_in_force_on_a_day(title: str, day: str, edition: str) -> None:
    assert catalogue().find(title).on(date.fromisoformat(day)).id == edition


def test_every_text_at_hand_is_registered_with_its_days_and_its_number_of_articles() -> None:
    for path in shared("statutes").glob("*.md"):
        text = statute_text.read(path.read_text("utf-8"), statute_text.edition_day(path.stem))
        (edition,) = [e for e in catalogue().find(text.title).editions if e.promulgated == text.promulgated]
        assert edition.articles == len(text.articles)
        assert edition.in_force_from == text.in_force_from
        assert text.document in ("", edition.document)


def test_every_statute_of_which_the_sheets_read_the_text_is_registered() -> None:
    facts = [
        f
        for n in ("enforcement", "disputes", "governance")
        for f in json.loads(shared("law", f"{n}.json").read_text("utf-8"))
    ]
    read = {
        re.sub("（20.*", "", f["law"]) for f in facts if f["verified"] and str(f["source"]).endswith(").md")
    }
    assert len(read) > 80
    assert {law for law in read if not catalogue().get(law)} == set()


def test_every_date_of_the_registry_stands_in_the_sheets_or_the_texts() -> None:
    sources = "".join(path.read_text("utf-8") for path in shared("law").glob("*.*"))
    for path in shared("statutes").glob("*.md"):
        text = statute_text.read(path.read_text("utf-8"), statute_text.edition_day(path.stem))
        sources += f"{path.name} {text.in_force_from} " + " ".join(str(act.on) for act in text.enactments)
    editions = [edition for statute in catalogue() for edition in statute.editions]
    days = {str(day) for e in editions for day in (e.promulgated, e.in_force_from) if day}
    days |= {str(statute.enacted) for statute in catalogue() if statute.enacted}
    assert {day for day in days if day not in sources} == set()


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "statutes.yaml"
    path.write_text(text, "utf-8")
    return path


def test_a_registry_is_read(tmp_path: Path) -> None:
    (statute,) = load(written(tmp_path, REGISTRY))
    assert (statute.title, statute.editions[0].in_force_from) == ("示例法", date(2020, 3, 1))


@pytest.mark.parametrize(
    ("mistake", "instead", "code", "line"),
    [
        ("title: 示例法", "titel: 示例法", "pack.E002", 2),
        ("title: 示例法", "title: 法", "pack.E002", 2),
        ("2020-03-01", "2020-13-01", "pack.E002", 6),
        ("2020-03-01", "2019-03-01", "pack.E002", 5),
        ("2020-03-01", "昨天", "pack.E002", 6),
        ("articles: 9", "articles: -9", "pack.E002", 7),
        ("articles: 9", "articles: 九", "pack.E002", 7),
        ("articles: 9", "chapters: 9", "pack.E002", 7),
        ("articles: 9", "in_force_to: 2020-02-01", "pack.E002", 5),
        ("articles: 9", "articles: 9\n        articles: 8", "pack.E001", 8),
        ("articles: 9", "articles: 9\n      - id: 2020-01-01", "pack.E002", 4),
        ("articles: 9", "articles: 9\n  - title: 例法\n    editions: [{id: 2021-01-01}]", "pack.E002", 8),
        ("editions:", "editions: []\n    more:", "pack.E002", 4),
        ("[例法]", "[例法", "pack.E001", 4),
        ("statutes:", "laws:", "pack.E002", 1),
    ],
)
def test_a_mistake_is_shown_with_its_line(
    tmp_path: Path, mistake: str, instead: str, code: str, line: int
) -> None:
    with pytest.raises(Fault, match=f"第{line}行") as refused:
        load(written(tmp_path, REGISTRY.replace(mistake, instead)))
    assert refused.value.code == code
