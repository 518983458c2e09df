"""What the lines under a statute's title record: when it was adopted, promulgated, amended, in force."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fazhi import numeral

N = numeral.PATTERN
DAY = re.compile(rf"({N})年({N})月({N})日")
ACT = re.compile(r"通过|批准|公布|发布|印发|修正|修订|修改|施行|实施")
IN_FORCE = re.compile(
    rf"本[^，。；自]{{1,8}}自(?:({N})年({N})月({N})日|(?:公布|发布|印发)之日)起(?:施行|实施|执行)"
)


class Act(StrEnum):
    """What happened to the statute on a day."""

    ADOPTED = "adopted"
    PROMULGATED = "promulgated"
    AMENDED = "amended"
    IN_FORCE = "in-force"


ACTS = {
    "通过": Act.ADOPTED,
    "批准": Act.ADOPTED,
    "修正": Act.AMENDED,
    "修订": Act.AMENDED,
    "修改": Act.AMENDED,
}
ACTS |= {"施行": Act.IN_FORCE, "实施": Act.IN_FORCE}


@dataclass(frozen=True)
class Enactment:
    """One dated act recorded under the title, in the words of the text."""

    on: date
    act: Act
    text: str


def enactments(lines: tuple[str, ...]) -> Iterator[Enactment]:
    """The dated acts in the lines under a title, in the order written.

    >>> lines = ("2007年4月5日通过 2019年4月3日修订", "2019年5月15日 施行")
    >>> [(e.on.year, e.act.value) for e in enactments(lines)]
    [(2007, 'adopted'), (2019, 'amended'), (2019, 'in-force')]
    """
    for line in lines:
        days = list(DAY.finditer(line))
        ends = [found.start() for found in days[1:]] + [len(line)]
        for found, end in zip(days, ends, strict=False):
            text = line[found.start() : end].strip()
            acts = ACT.findall(text)
            if acts and (on := day(found)):
                yield Enactment(on, ACTS.get(acts[-1], Act.PROMULGATED), text)


def day(found: re.Match[str]) -> date | None:
    """The day that 年月日 name; ``None`` where the calendar has no such day."""
    try:
        return date(*(numeral.parse(part) for part in found.groups()))
    except ValueError:
        return None


def in_force_from(body: str, acts: tuple[Enactment, ...], promulgated: date) -> date | None:
    """The day this edition took effect, where its own text states it; ``None`` where it does not.

    An amended text keeps the clause of the first edition (本法自1990年10月1日起施行): a day before this
    edition's promulgation is not its day, and in an amended text 自公布之日 speaks of the first edition too.

    >>> in_force_from("本法自2021年7月15日起施行。", (), date(2021, 1, 22))
    datetime.date(2021, 7, 15)
    >>> in_force_from("本法自1990年10月1日起施行。", (), date(2017, 6, 27)) is None
    True
    >>> in_force_from("本规定自公布之日起施行。", (), date(2019, 4, 26))
    datetime.date(2019, 4, 26)
    """
    stated = [act.on for act in acts if act.act is Act.IN_FORCE]
    clauses = list(IN_FORCE.finditer(body))
    if clauses and clauses[-1][1]:
        stated += [found] if (found := day(clauses[-1])) else []
    elif clauses and not any(act.act is Act.AMENDED for act in acts):
        stated.append(promulgated)
    return next((on for on in reversed(stated) if on >= promulgated), None)
