"""The page of a legality review: the draft with its findings, the items, and what a person filled in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import QueryDict

from fazhi.chapters.decisions.legality import excerpt
from fazhi.chapters.decisions.legality.actions.save import Said
from fazhi.chapters.decisions.legality.checklist import Item
from fazhi.chapters.decisions.legality.models import Answer, Found, Ruling
from fazhi.chapters.decisions.legality.standing import Standing

LIGHTS = {Found.Severity.MUST_FIX: "red", Found.Severity.CHECK: "yellow", Found.Severity.NOTE: "none"}


@dataclass(frozen=True)
class Remark:
    """A finding with what is chosen for it on the page, and who last ruled on it."""

    found: Found
    value: str
    reason: str
    ruling: Ruling | None

    @property
    def light(self) -> str:
        return LIGHTS[Found.Severity(self.found.severity)]


@dataclass(frozen=True)
class Passage:
    """A line of the draft and the findings that begin in it."""

    line: excerpt.Line
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class Question:
    """An item of the law with what is chosen for it."""

    item: Item
    value: str
    reason: str
    answer: Answer | None


def passages(now: Standing, given: QueryDict | None) -> tuple[Passage, ...]:
    """The draft line by line."""
    remarks = {one.number: _remark(now, one, given) for one in now.findings}
    drawn = excerpt.lines(now.examination.text, ((one.begin, one.end) for one in now.findings))
    return tuple(Passage(line, tuple(remarks[n] for n in line.found)) for line in drawn)


def heads(now: Standing, given: QueryDict | None) -> Iterator[tuple[str, tuple[Question, ...]]]:
    """权限, 程序, 内容 with their items."""
    for head in now.checklist.heads:
        yield head.title, tuple(_question(now, item, given) for item in head.items)


def _remark(now: Standing, one: Found, given: QueryDict | None) -> Remark:
    ruling, name = now.rulings.get(one.pk), f"finding-{one.number}"
    if given is not None:
        return Remark(one, given.get(name, ""), given.get(f"{name}-reason", ""), ruling)
    value = ("yes" if ruling.accepted else "no") if ruling else ""
    return Remark(one, value, ruling.reason if ruling else "", ruling)


def _question(now: Standing, item: Item, given: QueryDict | None) -> Question:
    answer, name = now.answers.get(item.id), f"item-{item.id}"
    if given is not None:
        return Question(item, given.get(name, ""), given.get(f"{name}-reason", ""), answer)
    return Question(item, answer.value if answer else "", answer.note if answer else "", answer)


def said(data: QueryDict, prefix: str) -> Mapping[str, Said]:
    """What was chosen under names that begin alike; what was left open is not among it."""
    names = (name for name in data if name.startswith(prefix) and not name.endswith("-reason"))
    chosen = ((name, value) for name in names if (value := data.get(name, "")))
    return {
        name.removeprefix(prefix): Said(str(value), data.get(f"{name}-reason", "")) for name, value in chosen
    }
