"""What a document is made from, and what a name in braces stands for there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from fazhi.documents.paper import Proof
from fazhi.documents.paper.issue import chinese
from fazhi.documents.template.template import Template
from fazhi.procedure.case import Case
from fazhi.procedure.value import ANY, Held
from fazhi.procedure.view import View

REST = {"done": "日期", "basis": "依据"}
PENDING = "（编号待定）"


@dataclass(frozen=True)
class Filling:
    """What a document is made from: the case, the organ, the day, and what the drafter filled in."""

    case: Case
    organ: str
    day: date
    fields: Mapping[str, str] = field(default_factory=dict)
    number: str = ""
    """文号; a draft has none yet."""
    proof: Proof | None = None
    slip: bool = False
    """Whether it is wanted on a roll; papers that have no such form stay on A4."""

    @property
    def view(self) -> View:
        """What conditions of the template look at."""
        return View(self.case.state, deemed=self.case.edition.deemed)


def value(template: Template, filling: Filling, name: str) -> str | None:
    """What a name in braces stands for; ``None`` where it is not known. An empty 文号 is none yet."""
    kind, _, rest = name.partition(".")
    if rest:
        return _referred(template, filling, kind, rest)
    given = {
        "organ": filling.organ,
        "day": chinese(filling.day),
        "number": filling.number or PENDING,
        "history": _history(filling),
    }
    if name in given:
        return given[name]
    if name in template.fields:
        return filling.fields.get(name, "").strip() or None
    return _fact(filling, name, filling.view.fact(name))


def _referred(template: Template, filling: Filling, kind: str, name: str) -> str | None:
    if kind == "cite":
        return str(template.cites[name])
    if kind == "basis":
        return str(filling.case.edition.act[name].basis)
    if kind == "limit":
        budget = filling.case.edition.clock[name].budget
        return str(budget.budget) if budget else None
    if kind == "fact":
        return _fact(filling, name, filling.view.fact(name))
    if kind == "all":
        return _all(filling, name)
    days = [record.happened_on for record in filling.case.history if record.act == name]
    return chinese(days[-1]) if days else None


def _all(filling: Filling, name: str) -> str | None:
    """Every answer that was ever recorded, each a numbered line: what several people said in turn."""
    held = (record.facts.get(name) for record in filling.case.history)
    told = [said for value in held if (said := _fact(filling, name, value))]
    return "\n".join(f"{n}. {said}" for n, said in enumerate(told, 1)) or None


def _history(filling: Filling) -> str:
    """The acts of the case in their order, each a numbered line."""
    words = filling.case.edition.words
    told = ((chinese(record.happened_on), words.act(record.act)) for record in filling.case.history)
    return "\n".join(f"{n}. {day}，{act}" for n, (day, act) in enumerate(told, 1))


def _fact(filling: Filling, name: str, held: Held | None) -> str | None:
    if held is None or held is ANY:
        return None
    if isinstance(held, date):
        return chinese(held)
    return filling.case.edition.fact[name].named(held)


def title(template: Template, filling: Filling, name: str) -> str:
    """What a missing thing is called."""
    kind, _, rest = name.partition(".")
    words = filling.case.edition.words
    if kind in ("fact", "all"):
        return words.fact(rest)
    if rest:
        return f"{words.act(rest)}的{REST.get(kind, '内容')}"
    return template.fields[name].title if name in template.fields else words.fact(name)
