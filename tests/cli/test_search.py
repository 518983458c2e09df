"""``fazhi search rebuild``: the index made anew where an operator doubts it."""

from tests.cli.command import Installation


def test_the_index_is_made_anew(demo: Installation) -> None:
    first = demo.read("search", "rebuild")["indexed"]
    assert first > 0
    assert demo.read("search", "rebuild")["indexed"] == first
