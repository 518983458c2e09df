"""Every statute that is known, found by whatever name a document gives it."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from fazhi.fault import Fault
from fazhi.law import document_number
from fazhi.law.statute import Statute
from fazhi.law.title import key


class Catalogue:
    """Statutes by full title, short title and document number; entries of one title are merged.

    A number under which several documents were issued together names none of them.
    """

    def __init__(self, statutes: Iterable[Statute]) -> None:
        self._by_title: dict[str, Statute] = {}
        for statute in statutes:
            held = self._by_title.get(name := key(statute.title))
            self._by_title[name] = held.merged(statute) if held else statute
        bearers: dict[str, list[Statute]] = {}
        for statute in self:
            for name in statute.names():
                bearers.setdefault(name, []).append(statute)
        self._by_name = {name: found[0] for name, found in bearers.items() if len(found) == 1}
        self._by_name |= self._by_title

    def __iter__(self) -> Iterator[Statute]:
        return iter(self._by_title.values())

    def __len__(self) -> int:
        return len(self._by_title)

    def get(self, name: str) -> Statute | None:
        """The statute of a name, if it is known."""
        return self._by_name.get(key(name))

    def find(self, name: str) -> Statute:
        """The statute of a name; ``Fault`` citation.E002 proposes what may have been meant.

        >>> Catalogue([Statute("中华人民共和国行政复议法")]).find("行政复议法").title
        '中华人民共和国行政复议法'
        """
        if statute := self.get(name):
            return statute
        near = [] if document_number.read(name) else get_close_matches(key(name), self._by_name, cutoff=0.6)
        titles = dict.fromkeys(self._by_name[n].title for n in near)
        proposal = f"是否指{'、'.join(f'《{title}》' for title in titles)}" if titles else "请核对名称"
        raise Fault("citation.E002", f"没有名为“{name}”的法律文件", proposal)
