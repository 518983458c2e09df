"""One reading of a text for names: at every place where one may begin, what stands around it is weighed."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from fazhi.documents.redaction import evidence, following, lexicon, name, office, role, table
from fazhi.documents.redaction.foreign import foreign_names
from fazhi.documents.redaction.name import Candidate
from fazhi.documents.redaction.policy import Policy
from fazhi.documents.redaction.role import Part, Role

AGAIN = 1.0
"""Evidence below this is no mention at all."""
AMOUNT = re.compile(r"^\d[\d.,]{0,12}(?:万?元|份|股|%)?")
"""What each of several persons paid or got: 张三200元、李四300元."""
NOTE = re.compile(r" ?\([^()\n]{0,40}\)")
SPACED = re.compile(r"[一-鿿](?: {1,4}[一-鿿]){1,2}(?=[,。;\n\t)、 (:]|$)")
VALUE = re.compile(r"([一-鿿]{2,4})(?=[,。;\n\t)、 (:]|$)")
MASKED = re.compile(r"[一-鿿](?:某{1,2}[甲乙丙丁戊己庚辛壬癸]?|[×*xX]{1,3})\d?")
CALLED = re.compile(r"([一-鿿]{2,4}?)(先生|女士|同志|)(?=[、:])")
ADDRESSED = re.compile(
    r"(?<![^\n])(?:[一-鿿]{2,4}、){0,20}[一-鿿]{2,4}(?:先生|女士|同志)?: {0,2}"
    r"(?=\n|$|[你您]|经查|因|鉴于|关于)"
)
"""The persons a letter is written to, alone at the head of a line."""
BORNE = re.compile(rf"(?<![一-鿿0-9])[一-鿿]{{2,5}}(?={following.BEARER.pattern})")
"""What stands alone before the sex, the age or the number of one human being."""
FORM = re.compile(
    r"[住现经系无]|性别|身份|车辆|[我你您他她]|.*之[一-鿿]$|.*[的了是]$|.*(?:方式|电话|手机|地址|时间|日期|文化|学历|[省市县区]人)$"
)
"""How a value begins or ends that is no name."""
ASKED = re.compile(r"(?:职务|职业|岗位|工种|学历|民族|关系|单位|籍贯|国籍|车型|车辆类型)[: \t]{1,3}$")
"""What a form asks for before a value that is no name."""
BRANDS = re.compile(
    r"[”\"』」]?牌|[一-鿿、“”\"]{0,90}?(?:等|两|[一二三四五六七八九十]|\d)个?(?:知名)?(?:品牌|牌子)"
)
"""What follows names of goods."""
Known = Mapping[int, tuple[int, Part]]
Best = Callable[[int, str], Candidate | None]
"""The likeliest name at a place of the text, by what stands before it."""


@dataclass(frozen=True)
class Signs:
    """What a text shows before any name is weighed."""

    roles: Mapping[int, Role]
    rows: frozenset[int]
    known: Known
    best: Best


def mentions(text: str, policy: Policy, known: Known, best: Best) -> Iterator[tuple[Candidate, Part]]:
    """What may be names in a folded text, each with the part of its bearer.

    >>> text = "证人张志祥、李明"
    >>> found = mentions(text, Policy(), {}, lambda place, left: name.best(text, place, left))
    >>> [(text[c.start : c.end], p.value) for c, p in found]
    [('张志祥', 'private'), ('李明', 'private')]
    """
    roles = {r.end: r for r in role.find(text)}
    yield from foreign_names(text, roles)
    borne = _borne(text) | {found.start: found for found in _addressed(text)}
    yield from ((found, Part.EITHER) for found in borne.values())
    signs = Signs(roles, frozenset(table.places(text)), known, best)
    yield from _weighed(text, policy, signs, borne)


def _borne(text: str) -> dict[int, Candidate]:
    found = {}
    for match in BORNE.finditer(text):
        value = match[0]
        whole = lexicon.surname(value, 0) or value not in lexicon.words()
        asked = ASKED.search(text, max(0, match.start() - 6), match.start())
        if whole and name.plain(value) and not role.begins(value) and not FORM.match(value) and not asked:
            found[match.start()] = Candidate(*match.span(), "label", name.SURE)
    return found


def _addressed(text: str) -> Iterator[Candidate]:
    for match in ADDRESSED.finditer(text):
        for value in CALLED.finditer(text, *match.span()):
            if (
                name.plain(value[1])
                and not role.begins(value[1])
                and lexicon.words().isdisjoint((value[1], value[1][:2]))
                and (value[2] or lexicon.surname(value[1], 0))
            ):
                yield Candidate(*value.span(1), "label", name.SURE)


def _weighed(
    text: str, policy: Policy, signs: Signs, borne: Mapping[int, Candidate]
) -> Iterator[tuple[Candidate, Part]]:
    masked = {m.start(): m.end() for m in MASKED.finditer(text)}
    before, part = 0, Part.EITHER
    starts = {
        *signs.roles,
        *masked,
        *signs.rows,
        *signs.known,
        *borne,
        *_listed(text),
        *lexicon.surnames(text),
    }
    for place in sorted(starts):
        if place < before:
            continue
        left, said = _left(text, place, signs, before, part)
        found = _joined(_found(text, place, left, signs.best), text, signs.known)
        if found is not None and found.evidence >= AGAIN and not BRANDS.match(text, found.end):
            part = _part(text, found, signs.roles.get(place), said, policy)
            before = found.end if found.evidence >= name.ENOUGH else before
            yield found, part
        if place >= before and place in signs.known:
            before, part = signs.known[place]
        elif place >= before and place in masked:
            before, part = masked[place], said
        elif place >= before and place in borne:
            before, part = borne[place].end, said


def _joined(found: Candidate | None, text: str, known: Known) -> Candidate | None:
    """A candidate with somebody known behind a joint is likelier one of several persons."""
    if found is not None and text[found.end : found.end + 1] in tuple("、和与及") and found.end + 1 in known:
        return replace(found, evidence=found.evidence + 2.0)
    return found


def _listed(text: str) -> Iterator[int]:
    return (match.end() for match in re.finditer("、", text))


def _part(text: str, found: Candidate, held: Role | None, said: Part, policy: Policy) -> Part:
    if following.OFFICE.match(text, found.end):
        return Part.OFFICIAL
    if said is Part.EITHER and held is not None:
        return office.part(text, held.start, found.end, policy)
    return office.lawyer(text, found.end, policy, said) if said is not Part.MINOR else said


def _left(text: str, place: int, signs: Signs, before: int, part: Part) -> tuple[str, Part]:
    held = signs.roles.get(place)
    if held is not None:
        of_firm = held.part is Part.OFFICIAL and office.of_firm(text, held.start)
        return ("label" if held.labelled else "role"), Part.PRIVATE if of_firm else held.part
    if place in signs.rows:
        return "label", Part.EITHER
    if before and _chained(text, before, place):
        return "chain", part
    if place == 0 or text[place - 1] in name.EDGES:
        return "edge", Part.EITHER
    if text[place - 2 : place] in lexicon.before():
        return "verb", Part.EITHER
    if text[place - 1] in "员师工长者手":
        return "title", Part.EITHER
    return ("link" if text[place - 1] in name.LINKS or text[place - 1].isdigit() else "none"), Part.EITHER


def _chained(text: str, end: int, place: int) -> bool:
    """Whether only a joint stands between the name before and this one: 张三、李四, 张三(证号…)、李四."""
    if place - end > 45:
        return False
    joint = AMOUNT.sub("", NOTE.sub("", text[end:place])).strip()
    return joint in ("、", "和", "与", "及", "以及", ",", ";", "") and text[place - 1] != "," and place > end


def _found(text: str, place: int, left: str, best: Best) -> Candidate | None:
    found = best(place, left)
    if left == "chain" and text[place - 1] == "、" and found is None:
        value = VALUE.match(text, place)
        return Candidate(place, value.end(1), left, name.ENOUGH) if value and _unusual(value[1]) else None
    if left not in ("label", "role") or (found is not None and found.evidence >= name.ENOUGH):
        return found
    if (spaced := SPACED.match(text, place)) and lexicon.surname(text, place):
        return Candidate(place, spaced.end(), left, name.ENOUGH)
    value = VALUE.match(text, place)
    if left == "label" and value and _unusual(value[1]):
        return Candidate(place, value.end(1), left, name.ENOUGH)
    return found


def _unusual(value: str) -> bool:
    """A value after 姓名： that is no word, though no surname is known for it."""
    if not name.plain(value) or role.begins(value):
        return False
    words = lexicon.words()
    if lexicon.surname(value, 0):
        return value[:2] not in evidence.NOT_NAMES or len(value) == 3
    return value[:2] not in words and value[:2] not in evidence.NOT_NAMES and value[-2:] not in words
