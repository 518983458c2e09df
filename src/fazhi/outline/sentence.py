"""Cutting a measure's text into the clauses of single duties, with quotations and titles left whole."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise

from fazhi.outline import amount, deadline, modality, verb
from fazhi.outline.reading import Span

QUOTED = re.compile(
    r"“[^”\n]{0,80}”|\"[^\"\n]{0,80}\"|《[^》\n]{0,80}》|〈[^〉\n]*〉|[（(][^（()）\n]{0,120}[)）]"
)
SENTENCE = re.compile(r"[^。！!？?；;\n\u2028]+[。！!？?；;]?")
CLAUSE = re.compile(r"[^，,：:]+[，,：:]?")
TITLED = re.compile(
    r"\s*(?:具体|主要|重点|工作|目标|任务|年度|改革|[0-9])*(?:内容|举措|措施|目标|任务|要求|事项)[:：]\s*"
)
"""A label before what is ordered."""
NUMBERED = re.compile(
    r"^\s*(?:[（(][一二三四五六七八九十0-9]{1,3}[)）]|[①-⑳]|[一二三四五六七八九十]是|[0-9]{1,3}[.．、])\s*"
)
STOPS = "，,。；;：:、 \t\n\u3000\u2028"
FEW = 6
"""So few characters beside a figure (全部设立) have no object of their own."""


def masked(text: str) -> str:
    """The text with quotations, titles and undated brackets blanked, character for character.

    >>> masked("实行“一次办”，落实《办法》（2022年底前）")
    '实行□□□□□，落实□□□□（2022年底前）'
    """
    return QUOTED.sub(lambda m: m[0] if _kept(m[0]) else "□" * len(m[0]), text)


def _kept(quoted: str) -> bool:
    """A bracket that holds a date or an item's number is not blanked."""
    return quoted[0] in "（(" and (deadline.QUICK.search(quoted) or NUMBERED.fullmatch(quoted)) is not None


def duties(plain: str, begin: int, end: int) -> Iterator[list[Span]]:
    """The clauses of each duty in a masked text, in order; clauses that only qualify stay with their action.

    >>> plain = "完善机制，确保落实。每年举办两期以上讲座，按照要求，公开报告"
    >>> [[plain[a:b] for a, b in d] for d in duties(plain, 0, len(plain))]
    [['完善机制，', '确保落实。'], ['每年举办两期以上讲座，'], ['按照要求，', '公开报告']]
    >>> plain = "开展演练，每年不少于2次。依法作出的决策，未经法定程序不得变更"
    >>> [[plain[a:b] for a, b in d] for d in duties(plain, 0, len(plain))]
    [['开展演练，', '每年不少于2次。'], ['依法作出的决策，', '未经法定程序不得变更']]
    """
    for sentence in SENTENCE.finditer(plain, begin, end):
        number = NUMBERED.match(sentence[0])
        at = sentence.start() + (number.end() if number else 0)
        title = TITLED.match(plain, at, sentence.end())
        yield from _grouped(plain, title.end() if title else at, sentence.end())


def _grouped(plain: str, begin: int, end: int) -> Iterator[list[Span]]:
    group: list[Span] = []
    complete = False
    for clause in _clauses(plain, begin, end):
        words = plain[slice(*clause)].strip()
        before = plain[group[0][0] : group[-1][1]] if group else ""
        if complete and _begins(words) and not _completes(words, before, alone=len(group) == 1):
            yield group
            group, complete = [], False
        group.append(clause)
        complete = complete or not prepares(words)
    if group and plain[group[0][0] : group[-1][1]].strip(STOPS):
        yield group


def _clauses(plain: str, begin: int, end: int) -> Iterator[Span]:
    """Clauses between commas; a clause that lists several quantities is cut before each further one."""
    for match in CLAUSE.finditer(plain, begin, end):
        counted = amount.amounts(match[0])[1:] if "、" in match[0] else []
        cuts = [match.start() + match[0].rfind("、", 0, a.start) + 1 for a in counted]
        yield from pairwise(sorted({match.start(), *(c for c in cuts if c > match.start()), match.end()}))


def _begins(words: str) -> bool:
    """Whether a clause starts something new: a lead-in, a figure of its own, or another action."""
    acts = verb.ACTS.match(words) is not None and verb.ACHIEVES.match(words) is None
    return acts or prepares(words) or bool(figures(words))


def _completes(words: str, before: str, *, alone: bool) -> bool:
    """Whether a clause only adds a figure to the action before it, or a ban to the subject before it."""
    if figures(before):
        return False
    if modality.BAN.search(words):
        return alone and not verb.ACTS.match(before)
    rest = _besides(words, figures(words))
    return rest is not None and len(rest) <= FEW and not verb.ACTS.match(rest) and not prepares(words)


def _besides(words: str, found: tuple[Span, ...]) -> str | None:
    """What a clause says besides its figures; ``None`` where it has none."""
    edges = [0, *chain.from_iterable(sorted(found)), len(words.rstrip(STOPS))]
    pieces = (words[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    return "".join(pieces) if found else None


@lru_cache(maxsize=1024)
def prepares(words: str) -> bool:
    """Whether a clause only leads to what follows: by whom, under what, on which basis."""
    if words.endswith((":", "：", "的，", "的,")) or verb.UNDER.search(words):
        return True
    if _only_dated(words):
        return True
    leads = verb.PREPARES.match(words) is not None
    return leads and not verb.CARRIES_OUT.search(words) and not figures(words)


def _only_dated(words: str) -> bool:
    """Whether a clause is a date alone: 2024年6月底前，完成轮训 is one duty."""
    plain = words.rstrip(STOPS)
    limits = deadline.find(plain, 2000)
    return len(limits) == 1 and limits[0].start == 0 and limits[0].end == len(plain)


@lru_cache(maxsize=1024)
def figures(words: str) -> tuple[Span, ...]:
    """The places of amounts, frequencies, dates and bans: what makes a clause a duty of its own.

    >>> [("每年不少于2次，")[a:b] for a, b in figures("每年不少于2次，")]
    ['每年不少于2次']
    """
    counted = amount.amounts(words)
    often = amount.frequency(words, counted)
    spans = [(a.start, a.end) for a in counted if often is None or a.start >= often.end]
    spans += [(often.start, often.end)] if often else []
    spans += [(d.start, d.end) for d in deadline.find(words, 2000)]
    return (*spans, *(ban.span() for ban in [_ban(words)] if ban))


def _ban(words: str) -> re.Match[str] | None:
    """The ban of a clause; one inside its condition (除依法不得公开的事项外) is none."""
    ban = modality.BAN.search(words)
    inside = ban and verb.PREPARES.match(words) and "的" not in words[: ban.start()]
    return None if inside and not words.startswith("未经") else ban
