"""The text of an outline pack, laid out as outlines are, so that the demo goes through the real import."""

from collections.abc import Iterator

from fazhi.demo.pack import MeasureEntry, OutlinePack


def render(pack: OutlinePack) -> str:
    """A document whose reading gives the pack's facts again."""
    return "\n\n".join([pack.title, *_body(pack)]) + "\n"


def _body(pack: OutlinePack) -> Iterator[str]:
    for chapter in pack.chapters:
        yield f"{chapter.numeral}、{chapter.title}"
        yield from (_measure(m) for m in pack.measures if m.chapter == chapter.numeral)


def _measure(measure: MeasureEntry) -> str:
    sentences = "".join(f"{duty.text}。" for duty in measure.duties)
    return f"{measure.number}.{measure.title}。{sentences}{_bracket(measure)}"


def _bracket(measure: MeasureEntry) -> str:
    parts = (("牵头单位", measure.lead), ("责任单位", measure.responsible))
    words = measure.separator.join(f"{name}：{'、'.join(units)}" for name, units in parts)
    return f"（{words}）"
