"""The citations in a cell, one by one: people part them by lines, semicolons and enumeration marks."""

import re

BETWEEN = re.compile(
    r"[\n；;]+|(?<=[条款项目号》])[、和及](?=《)|(?<=[条款项目])、(?![第《（(一二三四五六七八九十百0-9])"
)
"""What parts two citations; 、 before 第 goes on enumerating places of the same statute."""


def split(cell: str) -> tuple[str, ...]:
    """Each citation of a cell as it was written.

    >>> split("《行政处罚法》第九条、第十条；《行政许可法》第五条")
    ('《行政处罚法》第九条、第十条', '《行政许可法》第五条')
    >>> split("《行政处罚法》第九条、《行政许可法》第五条\\n\\n国办发〔2019〕51号")
    ('《行政处罚法》第九条', '《行政许可法》第五条', '国办发〔2019〕51号')
    """
    return tuple(part.strip() for part in BETWEEN.split(cell) if part.strip())
