"""A paper from a template: strict, so that no document leaves with a hole or a guess in it."""

from collections.abc import Iterable, Iterator

from fazhi.documents.paper import Paper, Signature, paragraphs
from fazhi.documents.paper.issue import Copies, Head
from fazhi.documents.template.filling import PENDING, Filling, title, value
from fazhi.documents.template.template import SLOT, Element, Line, Template
from fazhi.fault import Fault
from fazhi.procedure.condition import Condition

SIGNED = ("organ", "day")
"""What the layout states beside every signature."""


def fill(template: Template, filling: Filling) -> Paper:
    """The paper; ``Fault`` documents.E010 names every fact and field that is missing, all at once.

    documents.E011 where another body makes the document, E012 where the act is not on file, E013 where the
    case is none in which it is made, E014 where it would lack what an article says that it states.
    """
    _may_be_made(template, filling)
    texts = _standing(template.lines, filling)
    heads = _standing(template.headings, filling)[:1]
    _complete(template, filling, (*template.around, *heads, *texts))
    number = _said(template, filling, template.number) or filling.number
    heading = _said(template, filling, *heads) or template.title
    return Paper(
        title=heading if template.head else f"{filling.organ}\n{heading}",
        body=paragraphs("\n".join(_said(template, filling, text) for text in texts)),
        signature=Signature(filling.organ, filling.day, sealed=True),
        head=Head(f"{filling.organ}文件", number or PENDING) if template.head else None,
        number="" if template.head else number,
        addressees=tuple(filter(None, (_said(template, filling, template.addressee),))),
        attachments=tuple(_said(template, filling, text) for text in template.attachments),
        note=_said(template, filling, template.note),
        copies=Copies(printer=filling.organ, printed_on=filling.day) if template.head else None,
        proof=filling.proof,
        slip=filling.slip and template.slip,
    )


def due(template: Template, filling: Filling) -> tuple[Element, ...]:
    """What the law says that the paper of this case must state."""
    return tuple(one for one in template.elements if _holds(one.when, filling))


def _holds(condition: Condition | None, filling: Filling) -> bool:
    return condition is None or condition.holds(filling.view) is True


def _standing(lines: Iterable[Line], filling: Filling) -> tuple[str, ...]:
    return tuple(line.text for line in lines if _holds(line.when, filling))


def _may_be_made(template: Template, filling: Filling) -> None:
    if template.made_by:
        wrong = f"“{template.title}”由{template.made_by}制发，不在本平台生成"
        raise Fault("documents.E011", wrong, "请登记票据号码并上传影像", str(template.basis))
    if template.act not in filling.case.state.done:
        act = filling.case.edition.words.act(template.act)
        wrong = f"案件中没有“{act}”，不能生成“{template.title}”"
        raise Fault("documents.E012", wrong, f"请先办理“{act}”", str(template.basis))
    if not _holds(template.when, filling):
        wrong = f"本案不属于制作“{template.title}”的情形"
        raise Fault("documents.E013", wrong, "请核对本次填写的内容，或者制作其他文书", str(template.basis))


def _complete(template: Template, filling: Filling, texts: tuple[str, ...]) -> None:
    """Refuse with the names of all that is missing, in the words of the procedure."""
    names = tuple(dict.fromkeys(name for text in texts for name in SLOT.findall(text)))
    missing = [title(template, filling, name) for name in names if value(template, filling, name) is None]
    if missing:
        wrong = f"“{template.title}”需要{_listed(missing)}，案件中没有记录"
        raise Fault("documents.E010", wrong, "请补记或者填写后重新生成", str(template.basis))
    if unsaid := list(_unsaid(due(template, filling), names, "\n".join(texts))):
        wrong = f"“{template.title}”应当载明{_listed([one.title for one in unsaid])}，模板没有写"
        basis = "、".join(dict.fromkeys(str(one.basis) for one in unsaid))
        raise Fault("documents.E014", wrong, "请维护业务包的人员补上；在此以前不能签发", basis)


def _unsaid(elements: tuple[Element, ...], names: tuple[str, ...], texts: str) -> Iterator[Element]:
    for one in elements:
        if not {*one.by} <= {*names, *SIGNED} or one.words not in texts:
            yield one


def _listed(titles: Iterable[str]) -> str:
    return "、".join(f"“{title}”" for title in titles)


def _said(template: Template, filling: Filling, *texts: str) -> str:
    return "".join(SLOT.sub(lambda slot: value(template, filling, slot[1]) or "", text) for text in texts)
