"""Measures of GB/T 9704—2012 《党政机关公文格式》, each with its clause; lengths in mm, type sizes in pt.

The standard is a convention of form: nothing here ever blocks an act. The law sheets hold it as reported, not
as read, so an office checks a printed page against its own copy before it relies on one.
"""

PAGE = (210, 297)
"""5.1: A4."""
TOP, BINDING = 37, 28
"""5.2.1: 天头 and 订口, ±1."""
AREA = (156, 225)
"""5.2.1: the type area (版心), without the page number."""
BOTTOM = PAGE[1] - TOP - AREA[1]
OUTER = PAGE[0] - BINDING - AREA[0]
LINES, CHARACTERS = 22, 28
"""5.2.3: lines on a page, characters in a line."""

SIZE_2, SIZE_3, SIZE_4 = 22, 16, 14
"""Points of 2号, 3号 and 4号: 3号 where nothing else is said (5.2.2), 2号 for the title (7.3.1)."""
MM = 72 / 25.4
"""Points in a millimetre."""
CHARACTER = AREA[0] * MM / CHARACTERS
LINE = AREA[1] * MM / LINES
"""Points from one character, and from one line, to the next: together they fill the type area (5.2.3)."""

MARK_DOWN = 35
"""7.2.4: from the upper edge of the type area to that of the 发文机关标志."""
RULE_DOWN = 4
"""7.2.7: from the 发文字号 to the red line."""
FOLIO_DOWN = 7
"""7.5: from the lower edge of the type area to the dashes beside the page number."""
THICK, THIN = 0.35, 0.25
"""7.4.1: first and last line of the 版记, and those between."""

SIGNED, BESIDE = CHARACTERS - 4, CHARACTERS - 14
"""Characters in which the organ signs: but for the four that a sealed day leaves free (7.3.5.1), and beside a
verification block."""
IN_TITLE = AREA[0] * MM // SIZE_2
"""Characters of 2号 in a line."""
ON_SLIP = 19
"""Characters in a line of a roll of 80 mm."""
LARGEST_MARK = 48
"""No clause: 7.2.4 asks for a conspicuous and dignified mark and leaves its size open."""
IN_MARK = 16
"""No clause: a 发文机关标志 of more characters is set in several lines and stays larger than the title."""


def mark_size(lines: tuple[str, ...]) -> float:
    """The type size in pt at which each line of a 发文机关标志 stands within the type area.

    >>> mark_size(("试验区司法局文件",)), mark_size(("试验区市场监督管理局", "综合行政执法大队文件"))
    (48, 40.2)
    """
    return min(LARGEST_MARK, round(AREA[0] * MM / (max(map(len, lines), default=0) + 1), 1))
