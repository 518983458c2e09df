"""Words a document only quotes: titles and quotations set nothing, an amendment's new wording does."""

import re

QUOTED = re.compile(r"《[^》\n]{0,80}》|“[^”\n]{0,60}”|\"[^\"\n]{0,60}\"")
WORD = 6
"""A quotation this long with its marks is a single word set off, and means what it says."""
AMENDED = re.compile(r"(?:修改为|改为|表述为|增加[^，。；\n]{0,16})[：:，]?$")


def plain(text: str) -> str:
    """The text with titles and quotations blanked, character for character.

    >>> plain("依照《某办法》以“一事一议”公开“最多跑一次”")
    '依照□□□□□以“一事一议”公开□□□□□□□'
    >>> plain("第五条修改为：“处以罚款。”")
    '第五条修改为：“处以罚款。”'
    """
    return QUOTED.sub(lambda found: _blank(text, found), text)


def _blank(text: str, found: re.Match[str]) -> str:
    kept = found[0][0] != "《" and (
        len(found[0]) <= WORD or AMENDED.search(text[max(0, found.start() - 24) : found.start()])
    )
    return found[0] if kept else "□" * len(found[0])
