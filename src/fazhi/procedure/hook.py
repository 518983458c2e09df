"""General law that attaches itself to procedures (回避、听证告知、法制审核) that do not name it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from fazhi.procedure.act import Act
from fazhi.procedure.edition import Edition
from fazhi.procedure.gate import Gate


class Part(Protocol):
    """Anything of an edition that has an id."""

    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=Part)


@dataclass(frozen=True)
class Hook:
    """What is added to every procedure tagged ``procedures``, and the gates put on acts tagged ``on``."""

    part: Edition
    procedures: str
    on: str
    gates: tuple[Gate, ...]
    acts: tuple[Act, ...]

    def attach(self, edition: Edition) -> Edition:
        """The edition with the hook; a part that it defines itself stays as it is."""
        guarded = tuple(
            replace(act, requires=(*act.requires, *self.gates)) if self.on in act.tags else act
            for act in edition.acts
        )
        return replace(
            edition,
            roles=_joined(edition.roles, self.part.roles),
            facts=_joined(edition.facts, self.part.facts),
            acts=_joined(guarded, self.acts),
            clocks=_joined(edition.clocks, self.part.clocks),
            subs=_joined(edition.subs, self.part.subs),
            tables=_joined(edition.tables, self.part.tables),
            invariants=(*edition.invariants, *self.part.invariants),
        )


def attached(edition: Edition, hooks: Iterable[Hook]) -> Edition:
    """The edition with every hook that is for it and in force when it is."""
    for hook in hooks:
        if hook.procedures in edition.tags and _together(edition, hook.part):
            edition = hook.attach(edition)
    return edition


def _together(edition: Edition, part: Edition) -> bool:
    """Whether the general law is in force from the first day of the edition on."""
    return part.since is None or (edition.since is not None and part.since <= edition.since)


def _joined(own: tuple[T, ...], added: tuple[T, ...]) -> tuple[T, ...]:
    known = {part.id for part in own}
    return (*own, *(part for part in added if part.id not in known))
