"""An edition as a picture: acts in their order, gates, clocks, and where one case stands.

The SVG carries no script, no style sheet and no font, so that a page under a strict policy may show it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as Xml

from fazhi.procedure.act import Act
from fazhi.procedure.clock import Clock
from fazhi.procedure.edition import Edition
from fazhi.procedure.layout import Layout

WIDE, HIGH, GAP, LEFT, TOP, BAR = 168, 58, 40, 24, 56, 30
FILL = {"": "#ffffff", "done": "#e3f1e5", "permitted": "#e4eefb"}
EDGE = {"": "#8a8f98", "done": "#2e7d32", "permitted": "#1257a5"}
SAID = {"": "", "done": "已办", "permitted": "可办"}


@dataclass(frozen=True)
class Standing:
    """Where a case stands: its acts that are done and those that are permitted now."""

    done: frozenset[str] = frozenset()
    permitted: frozenset[str] = frozenset()

    def of(self, act: str) -> str:
        """``done``, ``permitted`` or nothing."""
        return "permitted" if act in self.permitted else "done" if act in self.done else ""


def svg(edition: Edition, standing: Standing | None = None) -> str:
    """The picture as an SVG document."""
    layout = Layout(edition)
    columns, rows = layout.size
    width = LEFT * 2 + columns * WIDE + (columns - 1) * GAP
    height = TOP + rows * (HIGH + 18) + len(edition.clocks) * BAR + 24
    box = {"width": str(width), "height": str(height), "viewBox": f"0 0 {width} {height}"}
    root = Xml.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img"} | box)
    Xml.SubElement(root, "title").text = f"{edition.title}流程图"
    Xml.SubElement(root, "desc").text = _described(edition)
    _label(root, LEFT, 28, f"{edition.title}（{edition.basis}）", 17)
    for before, after in _arrows(layout):
        _arrow(root, layout.place[before], layout.place[after])
    for act in edition.acts:
        _box(root, edition, act, layout.place[act.id], (standing or Standing()).of(act.id))
    for n, clock in enumerate(edition.clocks):
        _bar(root, clock, layout, TOP + rows * (HIGH + 18) + n * BAR)
    return Xml.tostring(root, encoding="unicode")


def length(clock: Clock) -> str:
    """How long a clock runs, in words."""
    if clock.budget:
        return str(clock.budget.budget)
    if clock.ahead:
        return f"确定之日的{clock.ahead}前"
    return f"未定：{clock.undetermined}" if clock.undetermined else "个案确定"


def _described(edition: Edition) -> str:
    acts = "；".join(f"{act.title}（{edition.role[act.by].title}）" for act in edition.acts)
    clocks = "；".join(f"{clock.title}{length(clock)}" for clock in edition.clocks)
    return f"行为：{acts}。期限：{clocks}。"


def _arrows(layout: Layout) -> Iterator[tuple[str, str]]:
    for after, befores in layout.before.items():
        yield from ((before, after) for before in befores)


def corner(place: tuple[int, int]) -> tuple[int, int]:
    """The upper left corner of an act's box."""
    return LEFT + place[0] * (WIDE + GAP), TOP + place[1] * (HIGH + 18)


def _text(**attributes: object) -> dict[str, str]:
    return {name.replace("_", "-"): str(value) for name, value in attributes.items()}


def _label(parent: Xml.Element, x: int, y: int, text: str, size: int = 12, fill: str = "#1b1f24") -> None:
    Xml.SubElement(parent, "text", _text(x=x, y=y, font_size=size, fill=fill)).text = text


def _box(root: Xml.Element, edition: Edition, act: Act, place: tuple[int, int], state: str) -> None:
    x, y = corner(place)
    group = Xml.SubElement(root, "g")
    gates = "\n".join(
        f"须：{gate.because or gate.that.text(edition.words)}（{gate.basis}）" for gate in act.requires
    )
    Xml.SubElement(group, "title").text = f"{act.title}（{act.basis}）\n{gates}".strip()
    Xml.SubElement(group, "rect", _text(x=x, y=y, width=WIDE, height=HIGH, rx=6, fill=FILL[state],
                                        stroke=EDGE[state], stroke_width=2 if state else 1))  # fmt: skip
    _label(group, x + 8, y + 20, _short(act.title, 12))
    _label(group, x + 8, y + 36, _short(edition.role[act.by].title, 13), 11, "#4a5058")
    marks = [SAID[state], f"{len(act.requires)}项条件" if act.requires else "", "办结" if act.may_end else ""]
    _label(group, x + 8, y + 51, " · ".join(filter(None, marks)), 10, EDGE[state])


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _arrow(root: Xml.Element, before: tuple[int, int], after: tuple[int, int]) -> None:
    (x, y), (to_x, to_y) = corner(before), corner(after)
    start, end = (x + WIDE, y + HIGH // 2), (to_x, to_y + HIGH // 2)
    bend = (start[0] + end[0]) // 2
    path = f"M{start[0]} {start[1]} C{bend} {start[1]} {bend} {end[1]} {end[0]} {end[1]}"
    Xml.SubElement(root, "path", _text(d=path, fill="none", stroke="#b4bac2"))
    head = f"M{end[0]} {end[1]} l-6 -3 l0 6 z"
    Xml.SubElement(root, "path", _text(d=head, fill="#b4bac2"))


def _bar(root: Xml.Element, clock: Clock, layout: Layout, y: int) -> None:
    columns: Mapping[str, int] = layout.column
    first = min((columns[act] for act in clock.starts), default=0)
    last = max((columns[act] for act in clock.stops), default=first)
    x, end = corner((first, 0))[0], corner((max(first, last), 0))[0] + WIDE
    group = Xml.SubElement(root, "g")
    Xml.SubElement(group, "title").text = f"{clock.title}：{length(clock)}（{clock.basis}）"
    dashed = {"stroke-dasharray": "4 3"} if clock.budget is None else {}
    Xml.SubElement(group, "rect", _text(x=x, y=y, width=end - x, height=20, rx=10, fill="#fff6dc",
                                        stroke="#b07d00") | dashed)  # fmt: skip
    _label(group, x + 10, y + 14, f"{clock.title} {length(clock)}", 11)
