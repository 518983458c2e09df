"""Names and citations of a procedure file, resolved against the file itself or refused with their line."""

import re
from dataclasses import replace
from difflib import get_close_matches

from fazhi.law.catalogue import Catalogue
from fazhi.law.rule import Basis
from fazhi.packs.basis import link
from fazhi.packs.condition_entry import ConditionEntry
from fazhi.packs.procedure_entry import FactEntry, ProcedureEntry
from fazhi.packs.source import Place, Source
from fazhi.procedure.condition import Condition, Ended, Is, Within
from fazhi.procedure.fact import ASKED, TYPES, FactKind
from fazhi.procedure.table import Table
from fazhi.procedure.value import Value, shown
from fazhi.procedure.variables import of

CITED = re.compile(r"《(?P<statute>[^》]+)》(?P<article>.*)$")
CHAPTER = re.compile(r"第[一二三四五六七八九十百零]+[章节]")
KINDS = {"roles": "角色", "facts": "事实", "acts": "行为", "clocks": "期限", "outcomes": "结果"}


class Reader:
    """Looks up what a procedure file may name; every miss is the ``Fault`` pack.E002 with a suggestion.

    Held against a ``catalogue``, a citation that does not resolve, or not on each day of the edition, is the
    ``Fault`` pack.E008.
    """

    def __init__(self, source: Source, entry: ProcedureEntry, catalogue: Catalogue | None = None) -> None:
        self.source = source
        self.entry = entry
        self.catalogue = catalogue
        self.tables: dict[str, Table] = {}

    def basis(self, at: Place, text: str) -> Basis:
        """A citation: 第三十条 of the main statute, or 《行政复议法》第二十三条."""
        found = CITED.match(text)
        statute, article = (
            (found["statute"], found["article"]) if found else (next(iter(self.entry.statutes)), text)
        )
        if statute not in self.entry.statutes:
            remedy = self._suggestion(statute, list(self.entry.statutes), "请在 statutes 中写明该法及其版本")
            raise self.source.refuse(at, f"没有列出《{statute}》", remedy)
        if not article.startswith("第"):
            raise self.source.refuse(at, f"“{text}”没有写到条", "请写成 第三十条第一款 或者 《某法》第三十条")
        basis = Basis(statute, str(self.entry.statutes[statute]), article)
        self._resolved(at, basis)
        return basis

    def _resolved(self, at: Place, basis: Basis) -> None:
        """Refuse what the registry does not know: statute, edition, article; chapters it does not count."""
        if self.catalogue:
            chapter = at == ("basis",) and CHAPTER.match(basis.article)
            cited = replace(basis, article="") if chapter else basis
            link(cited, self.entry.in_force, self.catalogue, self.source.under(at))

    def known(self, at: Place, kind: str, names: tuple[str, ...]) -> None:
        """Refuse a name that the file does not define."""
        defined = list(getattr(self.entry, kind))
        for name in names:
            if name not in defined:
                wrong = f"没有{KINDS[kind]}“{name}”"
                raise self.source.refuse(at, wrong, self._suggestion(name, defined, f"请在 {kind} 中写明"))

    def condition(self, at: Place, entry: ConditionEntry) -> Condition:
        """A condition with all its names known."""
        try:
            condition = entry.condition(self.tables)
        except KeyError as missing:
            raise self.source.refuse(at, f"没有表“{missing.args[0]}”", "请在 tables 中写明") from None
        named = of(condition)
        for kind in ("acts", "facts", "clocks"):
            self.known(at, kind, tuple(sorted(getattr(named, kind))))
        for leaf in condition.leaves():
            if isinstance(leaf, Ended):
                self.known(at, "outcomes", leaf.outcomes)
            if isinstance(leaf, Is):
                self._answers(at, leaf)
            if isinstance(leaf, Within):
                self.number(at, leaf.fact, leaf.at_least, leaf.at_most)
        return condition

    def _answers(self, at: Place, leaf: Is) -> None:
        for value in leaf.values:
            self.answer(at, leaf.fact, value)

    def answer(self, at: Place, name: str, value: Value) -> None:
        """Refuse a value that the fact can never have."""
        fact = self.entry.facts[name]
        if fact.choice is not None and value not in fact.choice:
            remedy = self._suggestion(str(value), list(fact.choice), "请核对该事实的选项")
            raise self.source.refuse(at, f"“{fact.title}”没有选项“{value}”", remedy)
        if fact.choice is None and (wrong := _objection(fact, value)):
            raise self.source.refuse(at, wrong, "请按该事实的类型填写")

    def number(self, at: Place, name: str, low: int | None, high: int | None) -> None:
        """Refuse limits on what is no number, and limits between which nothing lies."""
        if self.entry.facts[name].number is None:
            wrong = f"“{self.entry.facts[name].title}”不是数，不能有 at_least、at_most"
            raise self.source.refuse(at, wrong, "请改用 is 或者 in")
        if low is not None and high is not None and low > high:
            raise self.source.refuse(at, f"没有数既不小于{low}又不大于{high}", "请核对两个界限")

    def _suggestion(self, word: str, names: list[str], otherwise: str) -> str:
        close = get_close_matches(word, names, 1)
        return f"是否应为“{close[0]}”" if close else otherwise


def _objection(fact: FactEntry, value: Value) -> str:
    """Why a value cannot be a fact's answer; empty where it can."""
    kind = next((kind for kind in FactKind if getattr(fact, kind.value) not in (False, None)), FactKind.TEXT)
    fits = isinstance(value, TYPES[kind]) and (kind is FactKind.YES_NO) == isinstance(value, bool)
    return "" if fits else f"“{fact.title}”应为{ASKED[kind]}，不能是“{shown(value)}”"
