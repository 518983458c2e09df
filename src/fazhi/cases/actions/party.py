"""Parties come into a case under a pseudonym; who they are is sealed under a key of their own."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fazhi.cases.actions.seal import Seal, keep_all, made, pseudonym, seal, under
from fazhi.cases.models import Act, Party, SubjectKey
from fazhi.fault import Fault
from fazhi.ledger.digest import Algorithm
from fazhi.procedure.edition import Edition
from fazhi.procedure.role import RoleKind

LONGEST = 2_000
PARTY = "当事人"
FIELDS = ("name", "identity_number", "phone", "address", "email")


@dataclass(frozen=True)
class Identity:
    """A party in a role of the procedure with what is known of it, by the names in ``FIELDS``."""

    role: str
    known: Mapping[str, str]


@dataclass(frozen=True)
class Sealed:
    """A party under its pseudonym, with its seal."""

    subject: str
    role: str
    seals: tuple[Seal, ...]


def sealed(edition: Edition, parties: tuple[Identity, ...]) -> tuple[Sealed, ...]:
    """The parties as they go into the chain; a role that is no party's is refused."""
    check(edition, parties)
    return tuple(_sealed(one) for one in parties)


def check(edition: Edition, parties: tuple[Identity, ...]) -> None:
    """Refuse a role that is no party's, and what cannot be known of a party."""
    for one in parties:
        _check(edition, one)


def _check(edition: Edition, identity: Identity) -> None:
    role = edition.role.get(identity.role)
    if role is None or role.kind is RoleKind.OFFICIAL:
        known = "、".join(f"{r.title}（{r.id}）" for r in edition.roles if r.kind is not RoleKind.OFFICIAL)
        raise Fault("cases.E014", f"“{identity.role}”不是本程序的当事人", f"请从{known or '（无）'}中选择")
    if not identity.known.get("name", "").strip():
        raise Fault("cases.E015", f"没有填写{role.title}的姓名或者名称", "请补上姓名或者名称")
    if unknown := identity.known.keys() - set(FIELDS):
        raise Fault("cases.E016", f"当事人信息没有“{'、'.join(sorted(unknown))}”这些项目", "请删去这些项目")
    if any(len(value) > LONGEST or "\0" in value for value in identity.known.values()):
        raise Fault("cases.E017", f"当事人信息超过{LONGEST}字或者含有无效字符", "请改正后重新提交")


def _sealed(identity: Identity) -> Sealed:
    subject = pseudonym(PARTY)
    return Sealed(subject, identity.role, seal(subject, {subject: _written(identity)}))


def keyed(identity: Identity, algorithm: Algorithm) -> tuple[Sealed, SubjectKey]:
    """The same with the key that opens it, which is not stored yet: for many at once."""
    subject = pseudonym(PARTY)
    key, row = made(subject)
    return Sealed(subject, identity.role, under(key, subject, {subject: _written(identity)}, algorithm)), row


def _written(identity: Identity) -> str:
    return json.dumps(dict(identity.known), ensure_ascii=False, sort_keys=True)


def chained(parties: tuple[Sealed, ...]) -> dict[str, dict[str, str]]:
    """What the chain holds of them: pseudonym, role, commitment."""
    return {p.subject: {"role": p.role, "sealed": p.seals[0].commitment} for p in parties}


def enter(act: Act, parties: tuple[Sealed, ...]) -> None:
    """Store the parties with the act that brought them in."""
    enter_all([(act, parties)])


def enter_all(entering: Iterable[tuple[Act, tuple[Sealed, ...]]]) -> None:
    """The same for many acts."""
    held = [(act, one) for act, parties in entering for one in parties]
    if held:
        Party.objects.bulk_create(
            (Party(case_id=act.case_id, act=act, subject=p.subject, role=p.role) for act, p in held),
            batch_size=2_000,
        )
        keep_all([(act, one.seals) for act, one in held])
