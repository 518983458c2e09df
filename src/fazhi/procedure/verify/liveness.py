"""Whether every act can happen and every case can end, also when the parties stay silent."""

from collections.abc import Callable, Iterator
from datetime import date

from fazhi.law.calendar import Calendar
from fazhi.procedure.edition import Edition
from fazhi.procedure.role import RoleKind
from fazhi.procedure.verify.abstraction import Key
from fazhi.procedure.verify.exploration import Exploration, explore
from fazhi.procedure.verify.finding import Finding
from fazhi.procedure.verify.node import Move
from fazhi.procedure.verify.timeline import dated


def liveness(edition: Edition, calendar: Calendar, start: date, limit: int) -> Iterator[Finding]:
    """Acts that never happen, cases that cannot end, cases that end only if a party moves."""
    found = explore(edition, limit=limit)
    if not found.complete:
        says = f"可能的状态超过{limit}个，未能查完是否有死路"
        yield Finding("procedure.E111", says, str(edition.basis), grave=False)
    for act in edition.acts:
        if act.id not in found.done and found.complete:
            yield Finding("procedure.E101", f"“{act.title}”在任何情形下都不能办理", str(act.basis))
    stuck = _stuck(found, lambda _: True)
    for key in stuck[:1]:
        timeline = dated(edition, found.path(key), calendar, start)
        yield Finding(
            "procedure.E102",
            f"办到这一步以后案件无法办结（共{len(stuck)}种）",
            str(edition.basis),
            timeline=timeline,
        )
    stalled = [key for key in _stuck(found, lambda move: _without_parties(edition, move)) if key not in stuck]
    for key in stalled[:1]:
        timeline = dated(edition, found.path(key), calendar, start)
        says = f"当事人不作为时，案件停在这一步，机关无法办结（共{len(stalled)}种）"
        yield Finding("procedure.E112", says, str(edition.basis), grave=False, timeline=timeline)


def _without_parties(edition: Edition, move: Move) -> bool:
    """Whether a move needs nobody but the organ and time whose length is known."""
    if move.act:
        return edition.role[edition.act[move.act].by].kind is RoleKind.OFFICIAL
    return not move.clock or not edition.clock[move.clock].undetermined


def _stuck(found: Exploration, open_to: Callable[[Move], bool]) -> list[Key]:
    """Points that no allowed move leads from to an end, those reached soonest first."""
    if not found.complete:
        return []
    backward: dict[Key, list[Key]] = {key: [] for key in found.nodes}
    for key, moves in found.moves.items():
        for move, after in moves:
            if open_to(move):
                backward[after].append(key)
    safe = {key for key, node in found.nodes.items() if node.state.outcome}
    waiting = list(safe)
    while waiting:
        for before in backward[waiting.pop()]:
            if before not in safe:
                safe.add(before)
                waiting.append(before)
    begun = (key for key, node in found.nodes.items() if node.state.done)
    return [key for key in begun if key not in safe and key not in found.split]
