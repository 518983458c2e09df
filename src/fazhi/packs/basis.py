"""Where the law says so: each element of a pack names its statute, edition and article."""

from collections.abc import Callable
from datetime import date

from fazhi.fault import Fault
from fazhi.law import place
from fazhi.law.catalogue import Catalogue
from fazhi.law.citation import Citation, parse, parts
from fazhi.law.resolution import check
from fazhi.law.rule import Basis
from fazhi.law.statute import DAY, Edition, Statute
from fazhi.law.title import tidy
from fazhi.law.validity import Dated
from fazhi.packs.entry import Entry

Cite = Callable[[str, str], Fault]
"""How a basis is refused: what is wrong, what to do."""


class BasisEntry(Entry):
    """Where the law says so."""

    statute: str
    edition: date | str | None = None
    """The day its text is dated, or how else the registry names it."""
    article: str = ""

    def basis(self) -> Basis:
        return Basis(self.statute, str(self.edition or ""), self.article)


def link(basis: Basis, element: Dated, catalogue: Catalogue, cite: Cite) -> str:
    """Refuse a basis that does not resolve or does not speak for every day on which its element applies.

    Gives what the registry does not know about it, in Chinese; empty where it knows all. An element without a
    last day applies today, so its edition must not have ended.
    """
    try:
        statute = catalogue.find(basis.statute)
        if not basis.edition:
            return f"{basis}：没有写明版本"
        edition = statute.marked(basis.edition)
        unknown = _article(basis, statute, edition)
    except Fault as fault:
        raise cite(fault.wrong, fault.remedy) from None
    if wrong := _out_of_force(edition, element):
        raise cite(
            f"{basis}（{edition.id}）{wrong}", "请改引该日施行的版本，或者用 since、until 限定适用的日期"
        )
    if edition.in_force_from is None:
        unknown = "、".join(filter(None, (unknown, "施行日期")))
    return f"{basis}（{edition.id}）：名录没有记载{unknown}" if unknown else ""


def link_words(words: str, element: Dated, catalogue: Catalogue, cite: Cite) -> None:
    """Refuse citations in words, such as a rule's ``roll``, that do not resolve on its last day.

    One that marks no edition is read in that of the element's last day, else in the newest there is.
    """
    for part in parts(words):
        try:
            citation = parse(part)
            statute = catalogue.find(citation.statute)
            edition = _latest(statute, citation, element)
            for one in citation.places:
                check(one, statute, edition)
        except Fault as fault:
            raise cite(fault.wrong, fault.remedy) from None
        if not citation.places:
            raise cite(f"“{part}”没有写到条", "请写成“民事诉讼法第八十五条第三款”的形式")


def _latest(statute: Statute, citation: Citation, element: Dated) -> Edition:
    if citation.edition:
        return statute.marked(citation.edition, element.until)
    edition = statute.on(element.until) if element.until else statute.editions[-1]
    if not element.until and (end := edition.in_force_to):
        raise Fault("citation.E004", f"《{statute.title}》已于{end + DAY}失效", "请改引现行的法律")
    return edition


def _article(basis: Basis, statute: Statute, edition: Edition) -> str:
    """What the registry does not know about the article; a ``Fault`` where there is no such article."""
    try:
        places = place.read(tidy(basis.article)) if basis.article else ()
    except ValueError:
        if edition.articles is None:
            return f"“{basis.article}”这样的编号"
        wrong = f"“{basis.article}”不是条款项"
        raise Fault("citation.E001", wrong, "请写成“第五十八条第一款第二项”的形式") from None
    for one in places:
        check(one, statute, edition)
    return "" if edition.articles else "条文数"


def _out_of_force(edition: Edition, element: Dated) -> str:
    if element.since and element.since < edition.starts:
        return f"在{element.since}尚未施行，自{edition.starts}起施行"
    if edition.in_force_to and (element.until or date.max) > edition.in_force_to:
        return f"已于{edition.in_force_to + DAY}失效"
    return ""
