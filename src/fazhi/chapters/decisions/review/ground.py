"""Whether a sentence says on which law it rests: to repeat a law is not to set something."""

import re
from enum import IntEnum

from fazhi.chapters.decisions.review.document import OWN, Document
from fazhi.outline.reading import Span

ON = r"(?:依照|依据|根据|按照|按|遵照|参照|适用|符合|由[^，。；\n]{2,20}依|违反)"
NAMED = re.compile(
    rf"{ON}[^。；\n]{{0,30}}?(?:《|法律|法规|规章|条例|国务院|国家[^，。；\n]{{0,8}}(?:规定|政策|标准)"
    rf"|上位法|[^本]法(?:第|的?规定))"
    r"|(?:法律|法规|条例)[^，。；\n]{0,12}(?:规定|另有规定|授权)|《[^》\n]{1,120}(?:法|条例|规定|办法)》"
)
VAGUE = re.compile(
    r"依法|依规|合法|法定|(?<![未不])(?:依照|依据|根据|按照|按|符合)(?!本)[^，。；\n]{0,14}"
    r"(?:规定|标准|政策|程序|目录)(?!由)|人民法院|司法机关|公安机关|有权机关|有关规定"
)
ITSELF = re.compile(rf"本{OWN}|《本")


class Ground(IntEnum):
    """What a sentence says of the law it rests on: nothing, that there is one, which one."""

    NONE = 0
    VAGUE = 1
    NAMED = 2


def ground(document: Document, span: Span) -> Ground:
    """The ground named from the last full stop before a span to the end of its sentence, or in its lead.

    >>> from fazhi.chapters.decisions.review.document import prepare
    >>> [ground(prepare(text), (len(text) - 2, len(text))).name
    ...  for text in ("依照《某条例》第五条罚款", "依法罚款", "按照本办法罚款")]
    ['NAMED', 'VAGUE', 'NONE']
    """
    lead = document.clause(span[0]).lead
    scopes = [_scope(document, span)] + ([lead.span] if lead else [])
    return max(_of(ITSELF.sub("□", document.text[slice(*scope)])) for scope in scopes)


def _scope(document: Document, span: Span) -> Span:
    begin = document.clause(span[0]).span[0]
    stop = document.plain.rfind("。", begin, span[0])
    return max(begin, stop + 1), document.sentence(span)[1]


def _of(words: str) -> Ground:
    if NAMED.search(words):
        return Ground.NAMED
    return Ground.VAGUE if VAGUE.search(words) else Ground.NONE
