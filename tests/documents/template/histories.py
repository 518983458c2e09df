"""Lawful cases for every template of every pack, as they stand when its paper is made."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from functools import cache
from itertools import product
from random import Random

from fazhi.documents import templates
from fazhi.documents.template import Filling, Template
from fazhi.packs import stories
from fazhi.procedure.case import Case
from fazhi.procedure.condition import Condition
from fazhi.procedure.fact import FactKind
from fazhi.procedure.history import Telling, history
from fazhi.procedure.record import Record
from fazhi.procedure.variables import of
from tests import shipped
from tests.law.calendars import OFFICIAL

LOADED = templates.load()
PROCEDURES = shipped.latest()
CASES = [golden.timeline for golden in stories.load(shipped.editions())]
MADE = [template for template in LOADED.values() if template.lines]
DAY = date(2026, 8, 3)
SEEDS = 24
MOST = 12
"""More combinations of facts than this are not all made: each is a walk through a procedure."""
LASTING: dict[str, Telling] = {
    "decision": "adopted", "risk": "controllable", "opinion": "lawful",
    "purpose": "security", "milder": False, "term": "period", "explained": True,
}  # fmt: skip


def told(template: Template) -> Iterator[Case]:
    """The golden cases in which the template's act happened, or may be added to what the act follows."""
    for story in (story for story in CASES if story.edition.id == template.procedure):
        case = Case(story.edition, story.records)
        if template.act in case.state.done:
            yield case
        elif template.act == "tell_third_party" and "reply" in case.state.done:
            yield case.with_record(Record(template.act, (), DAY, datetime.combine(DAY, time(9))))


@cache
def walk(procedure: str, seed: int, given: frozenset[tuple[str, Telling]] = frozenset()) -> Case:
    """A made-up lawful history; every other one of a decision that is adopted, or of a lawful exception."""
    known = PROCEDURES[procedure]
    lasting: dict[str, Telling] = LASTING if seed % 2 else {}
    chosen = {name: value for name, value in lasting.items() if name in known.fact} | dict(given)
    begins = max(date(2026, 3, 2), known.since or date.min)
    return history(known, OFFICIAL, Random(seed), begins, 80, told=chosen)


def generated(template: Template, most: int = 3) -> list[Case]:
    """Histories that end with the template's act, as they stand when its paper is made."""
    found = list(_reaching(template, words(template), most, SEEDS))
    return found or [case for case in told(template) if fits(template, case)][:most]


def varied(template: Template) -> list[Case]:
    """Histories, one for each lawful combination of what its conditions look at, and the golden cases."""
    found = generated(template) + list(_golden(template))
    for combination in combinations(template):
        given = words(template) | combination
        found += _reaching(template, given, 1, 6)
    return found


def _golden(template: Template) -> Iterator[Case]:
    """The golden cases as they stood after the template's act."""
    for case in told(template):
        ends = [n for n, record in enumerate(case.records, 1) if record.act == template.act]
        upto = Case(case.edition, case.records[: ends[0]])
        if fits(template, upto) and all(upto.state.facts.get(name) for name in words(template)):
            yield upto


def _reaching(template: Template, given: Mapping[str, Telling], most: int, seeds: int) -> Iterator[Case]:
    left = most
    for seed in range(seeds):
        case = walk(template.procedure, seed, frozenset(given.items()))
        ends = (n for n, record in enumerate(case.records) if record.act == template.act)
        for n in ends:
            upto = Case(case.edition, case.records[: n + 1])
            if left and fits(template, upto):
                left -= 1
                yield upto
                break
        if not left:
            return


def fits(template: Template, case: Case) -> bool:
    """Whether the case is one in which the paper is made."""
    return template.when is None or template.when.holds(filling(template, case).view) is True


def words(template: Template) -> dict[str, Telling]:
    """What people would have written, for every fact in words that a text of the template names."""
    facts, named = PROCEDURES[template.procedure].fact, {name for name, _ in template.slots()}
    texts = (fact for name, fact in facts.items() if name in named and fact.kind is FactKind.TEXT)
    return {fact.id: f"示例{fact.title}" for fact in texts}


def combinations(template: Template) -> Iterator[dict[str, Telling]]:
    """Values of the facts that its conditions look at: all together, or one by one where those are many."""
    facts = PROCEDURES[template.procedure].fact
    names = sorted({name for one in conditions(template) for name in of(one).facts})
    values = {name: _values(facts[name]) for name in names if _values(facts[name])}
    together = list(product(*values.values()))
    if len(together) <= MOST:
        yield from (dict(zip(values, one, strict=True)) for one in together if values)
    else:
        yield from ({name: value} for name, some in values.items() for value in some)


def conditions(template: Template) -> Iterator[Condition]:
    parts = (*template.lines, *template.headings, *template.elements, template)
    yield from (part.when for part in parts if part.when)


def _values(fact: object) -> tuple[Telling, ...]:
    kind = getattr(fact, "kind", None)
    if kind is FactKind.YES_NO:
        return (True, False)
    return tuple(getattr(fact, "choices", {})) if kind is FactKind.CHOICE else ()


def filling(template: Template, case: Case, **given: str) -> Filling:
    fields = {name: f"示例{field.title}" for name, field in template.fields.items()}
    return Filling(case, "试验区司法局", DAY, fields | given, "试司罚〔2026〕1号")
