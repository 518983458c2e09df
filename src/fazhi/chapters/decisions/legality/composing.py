"""From a review's rows to its opinion and to the facts of the case that the answers settle."""

from collections.abc import Iterator

from fazhi.chapters.decisions.legality.checklist import Item
from fazhi.chapters.decisions.legality.models import Answer
from fazhi.chapters.decisions.legality.opinion import Answered, Objection, Opinion
from fazhi.chapters.decisions.legality.standing import Standing


def settled(now: Standing) -> dict[str, bool]:
    """The facts of the act: a head is sound where no item of it is answered with no."""
    denied = {item.id for item in now.denied}
    heads = {
        head.fact: not denied & {item.id for item in head.items} for head in now.checklist.heads if head.fact
    }
    items = {
        item.fact: now.answers[item.id].value == Answer.Value.YES
        for item in now.checklist.items
        if item.fact and now.answers[item.id].value != Answer.Value.NONE
    }
    return heads | items


def compose(now: Standing, advice: tuple[str, ...], conclusion: str, risk: str) -> Opinion:
    """The opinion of a review in which everything is answered."""
    case = now.examination.case
    return Opinion(
        f"{case.title or case.number}（案号{case.number}，{now.examination.source}）",
        tuple((head.title, tuple(_answers(now, head.items))) for head in now.checklist.heads),
        tuple(_objections(now)),
        advice,
        conclusion,
        risk,
    )


def _answers(now: Standing, items: tuple[Item, ...]) -> Iterator[Answered]:
    for item in items:
        said = now.answers[item.id]
        yield Answered(item.title, said.get_value_display(), said.note, item.article)


def _objections(now: Standing) -> Iterator[Objection]:
    for one in now.accepted:
        note = now.rulings[one.pk].reason
        yield Objection(one.clause, one.text, one.why, one.remedy, one.article, note)
