"""Conditions as data: no language and no eval, so that each can be explained, analysed and shown.

``holds`` answers in three values: ``None`` means that it depends on a fact that is not settled yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fazhi.procedure.table import Table
from fazhi.procedure.value import ANY, Value, between
from fazhi.procedure.view import View

if TYPE_CHECKING:
    from fazhi.procedure.words import Words

Truth = bool | None


@dataclass(frozen=True)
class Several:
    """Conditions taken together."""

    parts: tuple[Condition, ...]

    def leaves(self) -> Iterator[Leaf]:
        for part in self.parts:
            yield from part.leaves()

    def weighed(self, view: View, decisive: bool) -> Truth:
        """The ``decisive`` answer if one part gives it, else the other, unless some part is not settled."""
        truth: Truth = not decisive
        for part in self.parts:
            held = part.holds(view)
            if held is decisive:
                return decisive
            truth = None if held is None else truth
        return truth


@dataclass(frozen=True)
class All(Several):
    """Every part holds."""

    def holds(self, view: View) -> Truth:
        return self.weighed(view, decisive=False)

    def text(self, words: Words) -> str:
        return "，并且".join(part.text(words) for part in self.parts)


@dataclass(frozen=True)
class Any(Several):
    """At least one part holds."""

    def holds(self, view: View) -> Truth:
        return self.weighed(view, decisive=True)

    def text(self, words: Words) -> str:
        return "（" + "，或者".join(part.text(words) for part in self.parts) + "）"


@dataclass(frozen=True)
class Not:
    """The part does not hold."""

    part: Condition

    def holds(self, view: View) -> Truth:
        held = self.part.holds(view)
        return None if held is None else not held

    def leaves(self) -> Iterator[Leaf]:
        yield from self.part.leaves()

    def text(self, words: Words) -> str:
        return f"并非：{self.part.text(words)}"


class Alone:
    """A condition without parts."""

    def leaves(self) -> Iterator[Leaf]:
        yield self  # type: ignore[misc]


@dataclass(frozen=True)
class Done(Alone):
    """An act is on file and was not reopened since."""

    act: str

    def holds(self, view: View) -> Truth:
        return self.act in view.state.done

    def text(self, words: Words) -> str:
        return f"已{words.act(self.act)}"


@dataclass(frozen=True)
class Open(Alone):
    """What an act opened is not closed: it happened more often than the acts that close it."""

    act: str
    until: tuple[str, ...]

    def holds(self, view: View) -> Truth:
        done = view.state.done
        return done.get(self.act, 0) > sum(done.get(act, 0) for act in self.until)

    def text(self, words: Words) -> str:
        return f"{words.act(self.act)}尚无{'、'.join(map(words.act, self.until))}"


@dataclass(frozen=True)
class Known(Alone):
    """A fact is on record, whatever it says."""

    fact: str

    def holds(self, view: View) -> Truth:
        held = view.fact(self.fact)
        return None if held is ANY else held is not None

    def text(self, words: Words) -> str:
        return f"已记录“{words.fact(self.fact)}”"


@dataclass(frozen=True)
class Is(Alone):
    """A fact has one of some values; a fact that nobody recorded has none of them."""

    fact: str
    values: tuple[Value, ...]

    def holds(self, view: View) -> Truth:
        held = view.fact(self.fact)
        return None if held is ANY else held in self.values

    def text(self, words: Words) -> str:
        return f"“{words.fact(self.fact)}”为{words.values(self.fact, self.values)}"


@dataclass(frozen=True)
class Within(Alone):
    """A number lies between two limits, both included (以上、以下含本数); a missing number does not."""

    fact: str
    at_least: int | None = None
    at_most: int | None = None

    def holds(self, view: View) -> Truth:
        return between(view.fact(self.fact), self.at_least, self.at_most)

    def text(self, words: Words) -> str:
        low = "" if self.at_least is None else f"{words.number(self.fact, self.at_least)}以上"
        high = "" if self.at_most is None else f"{words.number(self.fact, self.at_most)}以下"
        return f"“{words.fact(self.fact)}”在{low}{high}（含本数）"


@dataclass(frozen=True)
class Expired(Alone):
    """A clock ran out with the thing undone."""

    clock: str

    def holds(self, view: View) -> Truth:
        return view.expired(self.clock)

    def text(self, words: Words) -> str:
        return f"“{words.clock(self.clock)}”已届满"


@dataclass(frozen=True)
class Ended(Alone):
    """The case is over, in one of some ways or in any."""

    outcomes: tuple[str, ...] = ()

    def holds(self, view: View) -> Truth:
        outcome = view.state.outcome
        return outcome in self.outcomes if self.outcomes else bool(outcome)

    def text(self, words: Words) -> str:
        return f"以{'、'.join(map(words.outcome, self.outcomes))}办结" if self.outcomes else "已办结"


@dataclass(frozen=True)
class SamePerson(Alone):
    """One person acted in both of two acts."""

    acts: tuple[str, str]

    def holds(self, view: View) -> Truth:
        one, other = (view.state.actors.get(act, frozenset()) for act in self.acts)
        return not one.isdisjoint(other)

    def text(self, words: Words) -> str:
        return f"同一人既{words.act(self.acts[0])}又{words.act(self.acts[1])}"


@dataclass(frozen=True)
class Fewer(Alone):
    """An act was done by fewer people than the law asks."""

    act: str
    than: int

    def holds(self, view: View) -> Truth:
        return 0 < len(view.state.actors.get(self.act, ())) < self.than

    def text(self, words: Words) -> str:
        return f"{words.act(self.act)}少于{self.than}人"


@dataclass(frozen=True)
class InTable(Alone):
    """Some row of a decision table fits the facts."""

    table: Table

    def holds(self, view: View) -> Truth:
        return self.table.fits(view.fact)

    def text(self, words: Words) -> str:  # noqa: ARG002
        return f"符合《{self.table.title}》表中的一行"


Leaf = Done | Open | Known | Is | Within | Expired | Ended | SamePerson | Fewer | InTable
Condition = All | Any | Not | Leaf


def facts_read(condition: Condition) -> tuple[str, ...]:
    """Names of the facts a condition looks at, in the order it does."""
    found: dict[str, None] = {}
    for leaf in condition.leaves():
        if isinstance(leaf, Known | Is | Within):
            found[leaf.fact] = None
        elif isinstance(leaf, InTable):
            found |= dict.fromkeys(leaf.table.facts())
    return tuple(found)
