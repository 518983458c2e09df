"""Every act of a case as the caller finds it on a day: what it asks for, and all that speaks against it."""

from collections.abc import Iterable
from datetime import date

from fazhi.api import told
from fazhi.api.colleague import others
from fazhi.cases import capacity, lawbook, policy, store
from fazhi.cases.store import File
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.procedure.act import Act, Document, Kind
from fazhi.procedure.edition import Edition
from fazhi.procedure.joint import permitted
from fazhi.procedure.permitted import Permission
from fazhi.procedure.refusal import Refusal


def permissions(file: File, actor: Actor, colleagues: Iterable[int], today: date) -> list[told.PermittedOut]:
    """The acts in the edition's order, judged for the caller together with the colleagues named."""
    ids = (actor.identity, *others(file.row, actor, colleagues, today))
    acting = capacity.people(ids, file.row, today)
    barred = tuple(_barred(file, actor))
    found = permitted(store.together(file.row, file.case), acting, today, lawbook.days())
    return [_permission(file.case.edition, each, barred) for each in found]


def _barred(file: File, actor: Actor) -> Iterable[Refusal]:
    """What the access policy says, before the procedure is asked."""
    try:
        policy.demand_handle(actor, file.row)
    except Fault as fault:
        yield Refusal(fault.code, fault.wrong, fault.remedy, fault.basis)


def _permission(edition: Edition, found: Permission, barred: tuple[Refusal, ...]) -> told.PermittedOut:
    act, refusals = found.act, (*barred, *found.refusals)
    return told.PermittedOut(
        act=told.Named(id=act.id, title=act.title),
        kind=act.kind.value,
        basis=str(act.basis),
        permitted=not refusals,
        refusals=[_refusal(one) for one in refusals],
        warnings=[_refusal(one) for one in found.warnings],
        questions=list(found.questions),
        facts=facts(edition, act),
        documents=[_demand(edition, one) for one in act.documents],
        persons=edition.role[act.by].persons,
    )


def _demand(edition: Edition, one: Document) -> told.DemandOut:
    when = one.when.text(edition.words) if one.when else ""
    return told.DemandOut(id=one.title, title=one.title, when=when)


def _refusal(one: Refusal) -> told.RefusalOut:
    return told.RefusalOut(code=one.code, because=one.because, remedy=one.remedy, basis=one.basis)


def facts(edition: Edition, act: Act) -> list[told.FactOut]:
    """What comes with an act; a correction may set any fact."""
    names = tuple(edition.fact) if act.kind is Kind.CORRECTION else act.brings
    return [_fact(edition, name, name in act.asks) for name in names]


def _fact(edition: Edition, name: str, required: bool) -> told.FactOut:
    fact = edition.fact[name]
    return told.FactOut(
        id=fact.id,
        title=fact.title,
        kind=fact.kind.value,
        required=required,
        choices=dict(fact.choices),
        unit=fact.unit,
        basis=str(fact.basis),
    )
