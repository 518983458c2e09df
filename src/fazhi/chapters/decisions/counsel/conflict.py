"""Whether somebody may be asked about a matter: a direct interest keeps an expert out (程序暂行条例第二十条).

Pure. Everything else that speaks against somebody is told and recorded, and decides nothing: no article that
was read draws the line for advisers, for indirect interests, or for work in the drafting office.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Interest(StrEnum):
    """What somebody declared."""

    NONE = "none"
    INDIRECT = "indirect"
    DIRECT = "direct"


@dataclass(frozen=True)
class Declared:
    """What is known of somebody and a matter when they are chosen."""

    expert: bool
    interest: Interest
    drafted: bool = False
    """Took part in drafting."""
    same_office: bool = False
    """Works for, or advises, the office that drafts."""
    both: bool = False
    """Was asked in the same case in the other role."""
    ended: bool = False
    """The register's entry does not cover the day."""


@dataclass(frozen=True)
class Judgement:
    """Refused by law, or what is to be told and explained."""

    refused: bool
    warnings: tuple[str, ...]


def judge(declared: Declared) -> Judgement:
    """The judgement on a choice.

    >>> judge(Declared(True, Interest.DIRECT)).refused, judge(Declared(False, Interest.DIRECT)).refused
    (True, False)
    """
    refused = declared.expert and declared.interest is Interest.DIRECT
    return Judgement(refused, tuple(_warnings(declared)))


def _warnings(declared: Declared) -> Iterator[str]:
    if declared.interest is Interest.DIRECT and not declared.expert:
        yield "申报有直接利害关系：法律顾问、公职律师应否回避，没有读到规定，由区司法局确定"
    if declared.interest is Interest.INDIRECT:
        yield "申报有间接利害关系"
    if declared.drafted:
        yield "参与过草案的起草"
    if declared.same_office:
        yield "在起草草案的单位任职，或者由其聘请"
    if declared.both:
        yield "在同一案件中已经以另一身份受聘"
    if declared.ended:
        yield "名册所列的有效期不含今天"
