"""A reviewer sees every word of the draft and every finding once, wherever findings lie."""

from hypothesis import given
from hypothesis import strategies as st

from fazhi.chapters.decisions.legality.excerpt import lines

TEXT = st.text(alphabet="甲乙，。 \n", max_size=60)


@given(TEXT, st.data())
def test_every_word_and_every_finding_is_shown_once(text: str, data: st.DataObject) -> None:
    starts = st.integers(0, max(len(text) - 1, 0))
    spans = data.draw(st.lists(st.tuples(starts, st.integers(1, 9)))) if text else []
    drawn = lines(text, [(first, min(first + size, len(text))) for first, size in spans])
    shown = "".join(words for line in drawn for words, _ in line.pieces)
    assert "".join(shown.split()) == "".join(text.split())
    at_words = [n for n, (first, _) in enumerate(spans, 1) if _line(text, first).strip()]
    assert sorted(n for line in drawn for n in line.found) == at_words


def _line(text: str, place: int) -> str:
    """The line a position lies in, its line break being part of it."""
    begin = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return text[begin : end if end >= 0 else len(text)]


def test_a_mark_that_crosses_lines_or_another_mark_is_drawn_without_gaps() -> None:
    first, second = lines("甲乙丙\n丁戊", [(1, 5), (2, 3)])
    assert first.pieces == (("甲", False), ("乙丙", True))
    assert second.pieces == (("丁", True), ("戊", False))
    assert (first.found, second.found) == ((1, 2), ())
