"""An edition as BPMN 2.0, for tools that read nothing else.

What BPMN has no words for (gates on facts, exclusions, working days) stands in each task's documentation;
the edition itself, not the export, is what binds.
"""

from collections.abc import Iterator
from xml.etree import ElementTree as Xml

from fazhi.procedure.act import Act
from fazhi.procedure.edition import Edition
from fazhi.procedure.layout import Layout
from fazhi.procedure.picture import HIGH, WIDE, corner, length

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI"
BOUNDS = "http://www.omg.org/spec/DD/20100524/DC"
LINES = "http://www.omg.org/spec/DD/20100524/DI"
CIRCLE = 36
Point = tuple[int, int]


def bpmn(edition: Edition) -> str:
    """The edition as a BPMN 2.0 document with its diagram."""
    for prefix, space in (("bpmn", MODEL), ("bpmndi", DIAGRAM), ("dc", BOUNDS), ("di", LINES)):
        Xml.register_namespace(prefix, space)
    layout = Layout(edition)
    root = _element(None, MODEL, "definitions", id=f"definitions-{edition.id}", targetNamespace="urn:fazhi")
    process = _element(root, MODEL, "process", id=edition.id, name=edition.title, isExecutable="false")
    _document(process, f"{edition.basis}；内容摘要 {edition.content_hash}")
    flows = tuple(_flows(edition, layout))
    _lanes(process, edition)
    for act in edition.acts:
        _task(process, edition, act, flows)
    for n, (source, target) in enumerate(flows):
        _element(process, MODEL, "sequenceFlow", id=f"flow{n}", sourceRef=source, targetRef=target)
    _diagram(root, edition, layout, flows)
    return Xml.tostring(root, encoding="unicode", xml_declaration=True)


def _element(parent: Xml.Element | None, space: str, tag: str, **attributes: str) -> Xml.Element:
    name = f"{{{space}}}{tag}"
    return Xml.Element(name, attributes) if parent is None else Xml.SubElement(parent, name, attributes)


def _document(parent: Xml.Element, text: str) -> None:
    _element(parent, MODEL, "documentation").text = text


def _flows(edition: Edition, layout: Layout) -> Iterator[tuple[str, str]]:
    """From a start event to what opens a case, along what must come before, to an end event."""
    for act in edition.acts:
        if act.starts:
            yield f"start-{act.id}", act.id
        yield from ((before, act.id) for before in layout.before[act.id])
        if act.may_end:
            yield act.id, f"end-{act.id}"


def _lanes(process: Xml.Element, edition: Edition) -> None:
    lanes = _element(process, MODEL, "laneSet", id="lanes")
    for role in edition.roles:
        acts = [edition.act[name] for name in edition.acts_of[role.id]]
        lane = _element(lanes, MODEL, "lane", id=f"lane-{role.id}", name=role.title)
        for name in (name for act in acts for name in _nodes(act)):
            _element(lane, MODEL, "flowNodeRef").text = name


def _nodes(act: Act) -> Iterator[str]:
    yield act.id
    if act.starts:
        yield f"start-{act.id}"
    if act.may_end:
        yield f"end-{act.id}"


def _task(process: Xml.Element, edition: Edition, act: Act, flows: tuple[tuple[str, str], ...]) -> None:
    if act.starts:
        event = _element(process, MODEL, "startEvent", id=f"start-{act.id}")
        _joined(event, f"start-{act.id}", flows)
    task = _element(process, MODEL, "userTask", id=act.id, name=act.title)
    _document(task, "\n".join(_said(edition, act)))
    _joined(task, act.id, flows)
    if act.may_end:
        outcomes = {edition.words.outcome(name) for name in (act.ends, *act.outcomes.values()) if name}
        event = _element(process, MODEL, "endEvent", id=f"end-{act.id}", name="、".join(sorted(outcomes)))
        _joined(event, f"end-{act.id}", flows)


def _joined(node: Xml.Element, name: str, flows: tuple[tuple[str, str], ...]) -> None:
    for side, tag in ((1, "incoming"), (0, "outgoing")):
        for n, flow in enumerate(flows):
            if flow[side] == name:
                _element(node, MODEL, tag).text = f"flow{n}"


def _said(edition: Edition, act: Act) -> Iterator[str]:
    yield f"依据：{act.basis}"
    for gate in act.requires:
        yield f"须：{gate.because or gate.that.text(edition.words)}（{gate.basis}）"
    for clock in edition.clocks:
        if act.id in clock.starts:
            yield f"起算：{clock.title} {length(clock)}（{clock.basis}）"
        if act.id in clock.stops:
            yield f"停止：{clock.title}"


def _diagram(root: Xml.Element, edition: Edition, layout: Layout, flows: tuple[tuple[str, str], ...]) -> None:
    diagram = _element(root, DIAGRAM, "BPMNDiagram", id="diagram")
    plane = _element(diagram, DIAGRAM, "BPMNPlane", id="plane", bpmnElement=edition.id)
    boxes: dict[str, tuple[Point, Point]] = {}
    for act in edition.acts:
        x, y = corner(layout.place[act.id])
        boxes[act.id] = (x + 60, y), (WIDE, HIGH)
        boxes[f"start-{act.id}"] = (x, y + 11), (CIRCLE, CIRCLE)
        boxes[f"end-{act.id}"] = (x + 60 + WIDE // 2, y + HIGH - CIRCLE // 2), (CIRCLE, CIRCLE)
    for name in (name for act in edition.acts for name in _nodes(act)):
        _shape(plane, name, *boxes[name])
    for n, (source, target) in enumerate(flows):
        _edge(plane, f"flow{n}", _middle(boxes[source]), _middle(boxes[target]))


def _middle(box: tuple[Point, Point]) -> Point:
    (x, y), (width, height) = box
    return x + width // 2, y + height // 2


def _shape(plane: Xml.Element, name: str, at: Point, size: Point) -> None:
    shape = _element(plane, DIAGRAM, "BPMNShape", id=f"shape-{name}", bpmnElement=name)
    _element(shape, BOUNDS, "Bounds", x=str(at[0]), y=str(at[1]), width=str(size[0]), height=str(size[1]))


def _edge(plane: Xml.Element, name: str, start: Point, end: Point) -> None:
    edge = _element(plane, DIAGRAM, "BPMNEdge", id=f"edge-{name}", bpmnElement=name)
    for x, y in (start, end):
        _element(edge, LINES, "waypoint", x=str(x), y=str(y))
