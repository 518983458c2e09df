"""Every picture of the documentation is one that a command makes, and the other way round."""

import re

import pytest

from fazhi.fault import Fault
from tools import picture
from tools.environment import ROOT

DOCS = ROOT / "docs"
SHOWN = re.compile(r"screenshots/([a-z0-9-]+)\.png")
LARGEST = 6_000_000
"""Bytes of all together: everybody who clones the repository gets them."""


def test_what_is_kept_is_what_is_taken_and_shown() -> None:
    names = [one.name for one in picture.listed()]
    assert len(names) == len(set(names))
    assert {path.stem for path in (DOCS / "screenshots").glob("*.png")} == set(names)
    assert set(SHOWN.findall((DOCS / "screenshots.md").read_text("utf-8"))) == set(names)


def test_the_pictures_stay_small() -> None:
    assert sum(path.stat().st_size for path in (DOCS / "screenshots").glob("*.png")) < LARGEST


def test_pictures_are_chosen_by_name() -> None:
    assert [one.name for one in picture.chosen(["case", "portal"])] == ["case", "portal"]
    assert picture.chosen([]) == list(picture.listed())
    with pytest.raises(Fault, match=r"pictures\.E001.*没有名为 没有的图 的图"):
        picture.chosen(["没有的图"])


def test_a_window_is_that_of_a_desk_or_a_phone_unless_the_picture_is_higher() -> None:
    high, phone = (
        picture.Picture(name="a", way=("/",), height=1100),
        picture.Picture(name="b", way=("/",), size="phone"),
    )
    assert high.window() == (1440, 1100)
    assert phone.window() == (390, 844)
