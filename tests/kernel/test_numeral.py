"""Numerals read and written the way statutes number their articles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi import numeral


@given(st.integers(0, 9999))
def test_what_is_written_is_read_back(number: int) -> None:
    assert numeral.parse(numeral.write(number)) == number


@pytest.mark.parametrize(
    ("text", "number"), [("一千万", 10_000_000), ("三亿五千万", 350_000_000), ("一百零八", 108), ("○", 0)]
)
def test_large_and_gapped_numerals(text: str, number: int) -> None:
    assert numeral.parse(text) == number


@pytest.mark.parametrize("text", ["", "第", "一条", "1.5", "十甲"])
def test_what_is_no_numeral_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a numeral"):
        numeral.parse(text)
