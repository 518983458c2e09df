"""A paper from a template: strict, so that no document leaves with a hole or a guess in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from fazhi.documents.paper import Paper, Proof, Signature, paragraphs
from fazhi.documents.paper.issue import Copies, Head, chinese
from fazhi.documents.template.template import SLOT, Template
from fazhi.fault import Fault
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

    @property
    def view(self) -> View:
        """What conditions of the template look at."""
        return View(self.case.state, deemed=self.case.edition.deemed)


def fill(template: Template, filling: Filling) -> Paper:
    """The paper; ``Fault`` documents.E010 names every fact and field that is missing, all at once.

    documents.E011 where another body makes the document, E012 where the act is not on file.
    """
    if template.made_by:
        wrong = f"“{template.title}”由{template.made_by}制发，不在本平台生成"
        raise Fault("documents.E011", wrong, "请登记票据号码并上传影像", str(template.basis))
    if template.act not in filling.case.state.done:
        act = filling.case.edition.words.act(template.act)
        wrong = f"案件中没有“{act}”，不能生成“{template.title}”"
        raise Fault("documents.E012", wrong, f"请先办理“{act}”", str(template.basis))
    texts = [line.text for line in template.lines if line.when is None or line.when.holds(filling.view)]
    _check(template, filling, (*template.around, *texts))
    number = _said(template, filling, template.number) or filling.number
    title = _said(template, filling, template.heading) or template.title
    return Paper(
        title=title if template.head else f"{filling.organ}\n{title}",
        body=paragraphs("\n".join(_said(template, filling, text) for text in texts)),
        signature=Signature(filling.organ, filling.day, sealed=True),
        head=Head(f"{filling.organ}文件", number or PENDING) if template.head else None,
        number="" if template.head else number,
        addressees=tuple(filter(None, (_said(template, filling, template.addressee),))),
        attachments=tuple(_said(template, filling, text) for text in template.attachments),
        note=_said(template, filling, template.note),
        copies=Copies(printer=filling.organ, printed_on=filling.day) if template.head else None,
        proof=filling.proof,
    )


def _check(template: Template, filling: Filling, texts: tuple[str, ...]) -> None:
    """Refuse with the names of all that is missing, in the words of the procedure."""
    names = dict.fromkeys(name for text in texts for name in SLOT.findall(text))
    missing = [_title(template, filling, name) for name in names if _value(template, filling, name) is None]
    if missing:
        listed = "、".join(f"“{title}”" for title in missing)
        wrong = f"“{template.title}”需要{listed}，案件中没有记录"
        raise Fault("documents.E010", wrong, "请补记或者填写后重新生成", str(template.basis))


def _said(template: Template, filling: Filling, text: str) -> str:
    return SLOT.sub(lambda slot: _value(template, filling, slot[1]) or "", text)


def _value(template: Template, filling: Filling, name: str) -> str | None:
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


def _title(template: Template, filling: Filling, name: str) -> str:
    """What a missing thing is called."""
    kind, _, rest = name.partition(".")
    words = filling.case.edition.words
    if kind in ("fact", "all"):
        return words.fact(rest)
    if rest:
        return f"{words.act(rest)}的{REST.get(kind, '内容')}"
    return template.fields[name].title if name in template.fields else words.fact(name)
