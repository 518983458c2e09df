"""Every place where a name that is known stands in a text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from fazhi.documents.redaction import following, lexicon, name, office
from fazhi.documents.redaction.role import Part

SHOP = re.compile(r"[一-鿿]{0,8}?(?:店|部|行|馆|铺|厅|室|坊|屋|超市|摊|社|中心|个体)")
"""What makes the name of a shop of an owner's."""
GAP = re.compile(r" {1,4}|\n{1,2}|")
Place = tuple[int, int]


def places(text: str, known: Iterable[str], young: Iterable[str] = ()) -> dict[str, list[Place]]:
    """Every place where each person is named, with or without spaces, but not inside a company's name.

    Of children the given name alone is found too.

    >>> places("张志祥到庭,志祥张 张 志 祥", ["张志祥"])
    {'张志祥': [(0, 3), (10, 15)]}
    """
    found: dict[str, list[Place]] = defaultdict(list)
    parts = {n[-2:]: n for n in young if len(n) > 2 and "·" not in n and n[-2:] not in lexicon.words()}
    parts |= {part: n for n in sorted(known, key=len) for part in _parts(n)}
    for whole, place in _found(text, parts):
        if not office.is_firm(text, place[1]) and _means_person(text, whole, place):
            found[whole].append(place)
    return dict(found)


def known(text: str, parts: Mapping[str, Part]) -> dict[int, tuple[int, Part]]:
    """Where persons met before stand: the end of each name and the part of its bearer, by its beginning."""
    return {start: (end, parts[whole]) for whole, (start, end) in _found(text, {n: n for n in parts})}


def _found(text: str, whole: Mapping[str, str]) -> Iterator[tuple[str, Place]]:
    """The names of a text from left to right, of two that begin at one place the longer."""
    heads: dict[str, list[str]] = defaultdict(list)
    for said in sorted(whole, key=len, reverse=True):
        heads[said[:2]].append(said)
    firsts = "".join(sorted({re.escape(said[0]) for said in whole}))
    end = 0
    for match in re.finditer(f"[{firsts}]", text) if firsts else ():
        if match.start() >= end and (hit := _at(text, match.start(), heads)):
            end = hit[1]
            yield whole[hit[0]], (match.start(), end)


def _at(text: str, start: int, heads: Mapping[str, list[str]]) -> tuple[str, int] | None:
    gap = GAP.match(text, start + 1)
    second = text[gap.end() : gap.end() + 1] if gap else ""
    ends = ((said, _end(text, start, said)) for said in heads.get(text[start] + second, ()))
    return next(((said, end) for said, end in ends if end), None)


def _end(text: str, start: int, said: str) -> int:
    """Where a name ends that begins at a place, its characters apart or not; zero where it does not stand."""
    place = start + 1
    for character in said[1:]:
        gap = GAP.match(text, place)
        place = gap.end() if gap else place
        if text[place : place + 1] != character:
            return 0
        place += 1
    return place


def _means_person(text: str, said: str, place: Place) -> bool:
    """Whether a name that is a word as well (计算, 和平) stands for its bearer here."""
    if len(said) > 2 or said not in lexicon.words():
        return True
    start, end = place
    before = text[start - 1 : start]
    if (before in tuple("区市县道") or before in name.LINKS) and SHOP.match(text, end):
        return True
    if text[max(0, start - 4) : start].rstrip().endswith("字号:"):
        return True
    near = (
        not before or before in name.EDGES or before in name.LINKS or _told(text[max(0, start - 5) : start])
    )
    return near and following.strength(text, end) >= 1.0


def _told(before: str) -> bool:
    return any(before.endswith(word) for word in lexicon.endings())


def _parts(whole: str) -> Iterator[str]:
    """A name and, of a name with dots, the parts that are used alone (买买提)."""
    yield whole
    yield from (part for part in whole.split("·") if "·" in whole and len(part) > 2)
