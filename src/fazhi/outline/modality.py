"""How strongly a clause binds: an order, a ban, a permission, an experiment or an endeavour."""

import re

from fazhi.outline import verb
from fazhi.outline.reading import Modality

BAN = re.compile(r"不得(?!少于|低于|超过|高于|晚于|早于|不)|禁止|严禁|不准|不允许|不予")
PERMIT = re.compile(r"可以|(?<![许认])可(?=[按根自向由通采适])")
EXPLORE = re.compile(verb.LEADING + r"(?:探索|试点|先行先试|研究(?:建立|制定|推行|探索))")
PROMOTE = re.compile(
    verb.LEADING + r"(?:推动|推进|推广|鼓励|引导|倡导|提倡|支持|促进|力争|争取|争创|拓展|扩大)"
)


def modality(clause: str) -> Modality:
    """The force of a clause without its conditions; an order where no word softens it.

    >>> [modality(c).value for c in ("不得提交审议", "可以延长", "探索建立清单", "持续推进改革")]
    ['must not', 'may', 'explore', 'promote']
    >>> modality("每年培训不得少于60学时").value
    'must'
    """
    if BAN.search(clause):
        return Modality.MUST_NOT
    if EXPLORE.search(clause):
        return Modality.EXPLORE
    if PERMIT.search(clause):
        return Modality.MAY
    return Modality.PROMOTE if PROMOTE.search(clause) else Modality.MUST
