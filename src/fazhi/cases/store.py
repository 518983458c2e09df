"""A case out of its stored acts: the only reader of what the actions wrote."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Q, QuerySet

from fazhi.cases import body, lawbook, vault
from fazhi.cases.models import Act, Case, Secret
from fazhi.fault import Fault
from fazhi.ledger import breach, digest
from fazhi.ledger.breach import Breach
from fazhi.ledger.digest import Algorithm
from fazhi.ledger.entry import Entry
from fazhi.ledger.head import Head
from fazhi.ledger.record import Record as Line
from fazhi.prepared import Prepared
from fazhi.procedure import case as procedure
from fazhi.procedure import subcase
from fazhi.procedure.edition import Edition
from fazhi.procedure.joint import Joint
from fazhi.procedure.record import Record
from fazhi.procedure.subcase import SubCase

BODIES = Prepared(lambda pk: Act.objects.filter(case=pk).order_by("sequence").values_list("body"))
SECRETS = Prepared(lambda pk: Secret.objects.filter(act__case=pk))


@dataclass(frozen=True)
class File:
    """A case with its rows: what a page needs of it."""

    row: Case
    case: procedure.Case
    acts: tuple[Act, ...]


def load(row: Case) -> procedure.Case:
    """The fold of a case's acts; sealed texts whose key was destroyed read 已依法删除."""
    return _within(row, _alone(row, _bodies(row)))


def file(row: Case) -> File:
    """The same with the stored acts."""
    acts = _acts(row)
    own = acts[row.inherited if row.origin else 0 :]
    return File(row, _within(row, _alone(row, (act.body for act in own))), acts)


def _acts(row: Case) -> tuple[Act, ...]:
    """The acts of the file, those before a split first."""
    own = tuple(row.acts.select_related("person", "case").order_by("sequence"))
    return (*_acts(row.origin)[: row.inherited], *own) if row.origin else own


def together(row: Case, held: procedure.Case) -> Joint:
    """The case with those joined to it, as one; alone where there are none."""
    others = Case.objects.filter(lead=row.lead_id).exclude(pk=row.pk) if row.lead_id else Case.objects.none()
    return Joint({row.number: held} | {one.number: load(one) for one in others.order_by("pk")})


def begun(outer: Case, sub: str, edition: Edition) -> procedure.Case:
    """A case inside another before its first act; a ``Fault`` where the outer one has not opened it."""
    return subcase.opened(load(outer), sub, edition)


def _within(row: Case, held: procedure.Case) -> procedure.Case:
    """The case with what it has from the one around it and from those inside it."""
    if row.outer:
        outer = _alone(row.outer, _bodies(row.outer))
        held = replace(held, earlier=subcase.opened(outer, row.sub, held.edition).earlier)
    if held.edition.subs:
        inners = _inners(row).order_by("pk")
        held = subcase.attached(held, *(SubCase(one.sub, load(one)) for one in inners))
    return held


def _inners(row: Case) -> QuerySet[Case]:
    """The cases inside it; one that was split off keeps those of before."""
    if not row.origin_id:
        return row.inners.all()
    before = Q(outer=row.origin_id, opened_at__lte=row.opened_at) if row.inherited else Q(pk__in=())
    return Case.objects.filter(Q(outer=row) | before)


def _alone(row: Case, stored: Iterable[bytes | memoryview]) -> procedure.Case:
    edition = lawbook.edition(row.edition_id)
    return procedure.Case(edition, (*_inherited(row), *_records(row, stored, edition)))


def _bodies(row: Case) -> Iterable[bytes | memoryview]:
    return (body for (body,) in BODIES.rows(row.pk))


def _inherited(row: Case) -> tuple[Record, ...]:
    """What was on record before a case was split from another."""
    if not row.origin or not row.inherited:
        return ()
    return _alone(row.origin, _bodies(row.origin)).records[: row.inherited]


def _records(row: Case, stored: Iterable[bytes | memoryview], edition: Edition) -> tuple[Record, ...]:
    bodies = [json.loads(bytes(one)) for one in stored]
    sealed = any(body.sealed(one) for one in bodies)
    opened = vault.read(SECRETS.objects(row.pk)) if sealed else {}
    return tuple(body.record(one, edition, opened) for one in bodies)


def head(row: Case) -> Head | None:
    """Where a case's chain ends."""
    return Head(row.sequence, row.leaf) if row.sequence else None


def algorithm(row: Case) -> Algorithm:
    """With what a case's chain is made: what it began with, for a new case what the packs say."""
    return digest.read(row.leaf)[0] if row.sequence else lawbook.algorithm()


def line(act: Act, number: str) -> Line:
    """A stored act as a line of the exported ledger; ``Breach`` where it cannot be one any more."""
    try:
        return Line(_entry(act, number), bytes(act.body))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise _altered(act, number, "act", "内容不是登记时的写法") from None
    except Fault as fault:
        raise _altered(act, number, "entry", fault.wrong) from None


def _entry(act: Act, number: str) -> Entry:
    return Entry(
        case=number,
        sequence=act.sequence,
        previous=act.previous,
        digest=act.digest,
        happened=act.happened_on.isoformat(),
        recorded=written_at(act),
    )


def _altered(act: Act, number: str, field: str, what: str) -> Breach:
    return breach.place("ledger.E022", number, Head(act.sequence, act.digest), field, what)


def written_at(act: Act) -> str:
    """The time of recording as the chain writes it: the one in the act itself."""
    return str(json.loads(bytes(act.body))["record"]["recorded_at"])
