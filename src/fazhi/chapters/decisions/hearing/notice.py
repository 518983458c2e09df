"""The papers of a hearing as text: the notice, the list of participants, the record with its signatures."""

from collections.abc import Iterable, Iterator

from django.utils import timezone

from fazhi.chapters.decisions.hearing import names
from fazhi.chapters.decisions.hearing.line import Seated
from fazhi.chapters.decisions.hearing.models import Hearing
from fazhi.chapters.decisions.hearing.standing import Standing


def notice(hearing: Hearing) -> str:
    """What the public is told beforehand: draft and explanation, time and place, method."""
    when = timezone.localtime(hearing.held_at)
    parts = (
        ("听证事项", hearing.title), ("听证的原因", hearing.get_ground_display()),
        ("时间", f"{when:%Y-%m-%d %H:%M}"), ("地点", hearing.place), ("遴选办法", hearing.method),
        ("起草说明", hearing.note), ("草案", hearing.draft),
    )  # fmt: skip
    return "\n\n".join(f"【{title}】\n{text}" for title, text in parts)


def participants(listed: Iterable[tuple[str, str, str]]) -> str:
    """The list: number, group and name of each."""
    return "\n".join(f"{number}　{group}　{name}" for number, group, name in listed)


def record(now: Standing) -> str:
    """The record with who was present and how each confirmed it."""
    assert now.minutes
    when = timezone.localtime(now.hearing.held_at)
    lines = [*_attending(now.sitting)]
    parts = (
        ("听证事项", now.hearing.title), ("时间和地点", f"{when:%Y-%m-%d %H:%M}　{now.hearing.place}"),
        ("承办单位的介绍", now.minutes.introduced), ("参加人的陈述、询问、质证和辩论", now.minutes.debated),
        ("参加人和签字", "\n".join(lines)),
    )  # fmt: skip
    return "\n\n".join(f"【{title}】\n{text}" for title, text in parts)


def _attending(sitting: Iterable[Seated]) -> Iterator[str]:
    for one in sitting:
        row = one.row.registration
        said = "未到会"
        if one.present and one.signature:
            signed = timezone.localtime(one.signature.at)
            said = f"{one.signature.get_way_display()}（{signed:%Y-%m-%d %H:%M}）"
        yield f"{row.name}　{row.seat.group}　{names.full(row)}　{said}"
