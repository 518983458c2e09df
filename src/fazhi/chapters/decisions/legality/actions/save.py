"""What a reviewer answers and rules, kept together: all of it, or nothing where one thing is wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fazhi.chapters.decisions.legality import standing
from fazhi.chapters.decisions.legality.actions import reviewer
from fazhi.chapters.decisions.legality.models import Answer, Examination, Ruling
from fazhi.chapters.decisions.legality.standing import Standing
from fazhi.fault import Fault
from fazhi.office.actor import Actor


@dataclass(frozen=True)
class Said:
    """An answer or a ruling with its reason."""

    value: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Save:
    """Answers by item and rulings by the finding's number, as a page has them; only changes are written.

    ``seen`` is what the page was shown: where a colleague went on meanwhile, nothing is written.
    """

    examination: Examination
    seen: int
    answers: Mapping[str, Said]
    rulings: Mapping[int, Said]

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> int:
        """How many answers and rulings were written."""
        file = reviewer.demand(actor, self.examination.case_id, at)
        now = current(self.examination, standing.read(self.examination, file.case), self.seen)
        answers, rulings = tuple(self._answers(now)), tuple(self._rulings(now))
        given: tuple[Answer | Ruling, ...] = (*answers, *rulings)
        for row in given:
            row.person_id, row.at = actor.identity, at
        Answer.objects.bulk_create(answers)
        Ruling.objects.bulk_create(rulings)
        return len(given)

    def _answers(self, now: Standing) -> Iterator[Answer]:
        titles = {item.id: item.title for item in now.checklist.items}
        for item, said in self.answers.items():
            if item not in titles or said.value not in Answer.Value.values:
                raise Fault("legality.E006", "没有这一审核事项或者结论", "请在页面上选择")
            note = reviewer.kept(said.reason, "理由")
            if said.value != Answer.Value.YES and not note:
                wrong = f"“{titles[item]}”不符合或者不涉及，没有写明理由"
                raise Fault("legality.E007", wrong, "请写明理由")
            was = now.answers.get(item)
            if was is None or (was.value, was.note) != (said.value, note):
                yield Answer(examination=self.examination, item=item, value=said.value, note=note)

    def _rulings(self, now: Standing) -> Iterator[Ruling]:
        found = {one.number: one for one in now.findings}
        for number, said in self.rulings.items():
            if number not in found or said.value not in ("yes", "no"):
                raise Fault("legality.E006", "没有这一处发现或者处理", "请在页面上选择")
            reason, accepted = reviewer.kept(said.reason, "理由"), said.value == "yes"
            if not accepted and not reason:
                wrong = f"第{number}处发现（{found[number]}）不采纳，没有写明理由"
                raise Fault("legality.E007", wrong, "请写明理由")
            was = now.rulings.get(found[number].pk)
            if was is None or (was.accepted, was.reason) != (accepted, reason):
                yield Ruling(found=found[number], accepted=accepted, reason=reason)


def current(examination: Examination, now: Standing, seen: int) -> Standing:
    """The standing, where it is of this sending and still as the page was shown it."""
    latest = standing.sent(examination.case)
    if latest is None or latest.pk != examination.act_id:
        raise Fault("legality.E002", "草案已经重新送审，这份底稿不再有效", "请打开审核台，对新的草案开始审核")
    if now.seen != seen:
        raise Fault("legality.E409", "您打开页面后，又有人保存了审核结果", "请查看最新内容后再保存")
    return now
