"""A running case under a new edition: only where that edition's transition lets it pass."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from fazhi.law.calendar import Calendar
from fazhi.procedure.case import Case
from fazhi.procedure.edition import Edition
from fazhi.procedure.perform import perform
from fazhi.procedure.record import Record
from fazhi.procedure.refusal import Refusal
from fazhi.procedure.transition import Way

DAY = timedelta(days=1)


def standing(case: Case, editions: Iterable[Edition], at: date) -> Case:
    """The case under the edition that governs it on a day, found from its records and the editions alone.

    ``case`` is given under the edition it began under. Where an edition moves running cases, or a party has
    chosen it by an act on record, the case is read under that one from then on; the records stay as they are.
    """
    for edition in sorted(editions, key=lambda one: one.since or date.min):
        goes = edition.transition.way is Way.SWITCH or _chosen(case, edition, at)
        if goes and not tuple(objections(case, edition, at)):
            case = case.under(edition)
    return case


def moved(case: Case, to: Edition, at: date) -> Case:
    """The case under an edition that moves running cases, or the first reason against it as a ``Fault``."""
    if to.transition.way is Way.CHOICE and not _chosen(case, to, at):
        raise _unchosen(to).fault()
    for reason in objections(case, to, at):
        raise reason.fault()
    return case.under(to)


def chosen(case: Case, to: Edition, choice: Record, calendar: Calendar) -> Case:
    """The case under an edition that a party chooses, with the choice on record and judged as any act."""
    if to.transition.way is not Way.CHOICE or choice.act != to.transition.chosen_by:
        raise _unchosen(to).fault()
    for reason in objections(case, to, choice.happened_on):
        raise reason.fault()
    return perform(case.under(to), choice, calendar)


def objections(case: Case, to: Edition, at: date) -> Iterator[Refusal]:
    """Every reason why a case may not pass to an edition on a day; whether a party chose is not asked."""
    basis = str(to.transition.basis or "")
    if to.id != case.edition.id or (to.since or date.min) <= (case.edition.since or date.min):
        wrong = f"“{to.title}”不是{case.edition.title}的后一版本"
        yield Refusal("procedure.E027", wrong, "请选择同一程序施行在后的版本")
        return
    first = to.transition.on or to.since or date.min
    if at < first:
        yield Refusal("procedure.E027", f"新版本自{first}起才适用于未办结的案件", "请依旧版本办理", basis)
    if to.transition.way is Way.KEEP:
        wrong = "没有法律规定未办结的案件改依新版本"
        yield Refusal("procedure.E027", wrong, "请依案件开始时的版本办结")
    if case.as_of(first - DAY).state.outcome:
        yield Refusal("procedure.E027", f"案件在{first}以前已经办结", "请依旧版本存档", basis)
    if gone := lost(case.edition, to, {record.act for record in case.records}):
        wrong = f"案卷中的“{'、'.join(gone)}”在新版本中没有对应的行为"
        yield Refusal("procedure.E028", wrong, "请在新版本中保留这些行为，或者依旧版本办结", basis)


def lost(old: Edition, new: Edition, acts: Iterable[str]) -> tuple[str, ...]:
    """Titles of acts of the old edition that the new one does not know: moved, a case would lose them."""
    known = [act for act in old.acts if act.id in set(acts)]
    return tuple(act.title for act in known if act.id not in new.act)


def _chosen(case: Case, to: Edition, at: date) -> bool:
    days = (record.happened_on for record in case.records if record.act == to.transition.chosen_by)
    return to.transition.way is Way.CHOICE and any(day <= at for day in days)


def _unchosen(to: Edition) -> Refusal:
    title = to.words.act(to.transition.chosen_by) if to.transition.chosen_by else ""
    wrong = f"当事人没有{title}" if title else f"“{to.title}”不由当事人选择适用"
    remedy = f"请由当事人{title}后登记" if title else "请依该版本的过渡规定办理"
    return Refusal("procedure.E029", wrong, remedy, str(to.transition.basis or ""))
