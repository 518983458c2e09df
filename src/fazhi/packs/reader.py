"""Names and citations of a procedure file, resolved against the file itself or refused with their line."""

import re
from difflib import get_close_matches

from fazhi.law.rule import Basis
from fazhi.packs.condition_entry import ConditionEntry
from fazhi.packs.procedure_entry import ProcedureEntry
from fazhi.packs.source import Place, Source
from fazhi.procedure.condition import Condition, Ended, Is
from fazhi.procedure.table import Table
from fazhi.procedure.variables import of

CITED = re.compile(r"《(?P<statute>[^》]+)》(?P<article>.*)$")
KINDS = {"roles": "角色", "facts": "事实", "acts": "行为", "clocks": "期限", "outcomes": "结果"}


class Reader:
    """Looks up what a procedure file may name; every miss is the ``Fault`` pack.E002 with a suggestion."""

    def __init__(self, source: Source, entry: ProcedureEntry) -> None:
        self.source = source
        self.entry = entry
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
        return Basis(statute, self.entry.statutes[statute].isoformat(), article)

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
        return condition

    def _answers(self, at: Place, leaf: Is) -> None:
        fact = self.entry.facts[leaf.fact]
        if fact.choice is not None:
            for value in leaf.values:
                if value not in fact.choice:
                    remedy = self._suggestion(str(value), list(fact.choice), "请核对该事实的选项")
                    raise self.source.refuse(at, f"“{fact.title}”没有选项“{value}”", remedy)

    def _suggestion(self, word: str, names: list[str], otherwise: str) -> str:
        close = get_close_matches(word, names, 1)
        return f"是否应为“{close[0]}”" if close else otherwise
