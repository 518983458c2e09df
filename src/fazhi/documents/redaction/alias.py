"""Names for the published text: 张某, or 张某甲 and 张某乙 where two persons share a surname."""

import re
from collections import defaultdict
from collections.abc import Iterable

from fazhi.documents.redaction import lexicon

CHILD = "某"
"""The family under which children are named: even a surname could lead to one."""
STEMS = "甲乙丙丁戊己庚辛壬癸"


def aliases(names: Iterable[str], text: str) -> dict[str, str]:
    """One alias for each name, the same throughout a document and none that the text has already given away.

    >>> aliases(["张志祥", "李明", "张大伟", "阿不都·买买提"], "")
    {'张志祥': '张某甲', '张大伟': '张某乙', '李明': '李某', '阿不都·买买提': '阿某'}
    >>> aliases(["John Smith"], "")
    {'John Smith': '某外籍人员'}
    """
    families: dict[str, list[str]] = defaultdict(list)
    for name in names:
        families[_family(name)].append(name)
    return {
        name: alias for family, members in families.items() for name, alias in _named(family, members, text)
    }


def children(names: Iterable[str], text: str) -> dict[str, str]:
    """One alias for each child, without its surname.

    >>> children(["宋小宝"], "")
    {'宋小宝': '某某'}
    """
    return dict(_named(CHILD, list(names), text))


def _family(name: str) -> str:
    if name[0].isascii():
        return ""
    return name[: lexicon.surname(name, 0) or 1] if "·" not in name else name[0]


def _named(family: str, members: list[str], text: str) -> list[tuple[str, str]]:
    if not family:
        return [(name, "某外籍人员" + (str(i) if i else "")) for i, name in enumerate(members)]
    if len(members) == 1 and f"{family}某" not in text:
        return [(members[0], f"{family}某")]
    free = (alias for alias in _series(family, len(members) + 40) if not re.search(f"{alias}(?!\\d)", text))
    return list(zip(members, free, strict=False))


def _series(family: str, count: int) -> list[str]:
    return [f"{family}某{STEMS[i]}" if i < len(STEMS) else f"{family}某{i + 1}" for i in range(count)]
