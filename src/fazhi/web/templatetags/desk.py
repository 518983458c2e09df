"""The design system's smallest parts: icons, statuses, days."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.forms import BoundField
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from fazhi.duties.status import Status
from fazhi.duties.wording import MODALITIES
from fazhi.web import haste
from fazhi.web.language import Language, spoken

register = template.Library()
WEEKDAYS = "一二三四五六日"


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon of the sprite, silent to screen readers: the words beside it say the same."""
    return _symbol(f"i-{name}")


@register.simple_tag
def status(value: str, size: str = "") -> SafeString:
    """A status by shape, word and colour, in this order of importance."""
    known = Status(value)
    return format_html(
        '<span class="status status-{}{}">{}{}</span>', known.value, size and f" {size}",
        _symbol(f"s-{known.value}"), known.label,
    )  # fmt: skip


@register.simple_block_tag(takes_context=True)
def folded(context: dict[str, Any], content: str, *chosen: object) -> SafeString | str:
    """Further filters of a list: in 长者模式 folded behind their name, unless something is chosen there.

    Large type would fill the first screen with them, and a list narrowed by what is hidden would mislead.
    """
    if not context["display"].elder:
        return content
    return format_html(
        '<details class="fold"{}><summary>{}</summary><div class="stack-sm">{}</div></details>',
        mark_safe(" open") if any(chosen) else "", gettext("更多条件"), content,
    )  # fmt: skip


@register.simple_tag
def light(colour: str, word: str) -> SafeString:
    """A traffic light: octagon red, triangle yellow, disc green; the word says why."""
    return format_html('<span class="status light-{}">{}{}</span>', colour, _symbol(f"l-{colour}"), word)


@register.simple_tag(takes_context=True)
def shown(context: dict[str, Any], key: str | None = "") -> SafeString:
    """What a form of the public says of when it was shown; ``key`` is the form's own, if it has one."""
    stamp = haste.stamp(context["request"], key or "", timezone.now())
    return format_html('<input type="hidden" name="{}" value="{}">', haste.FIELD, stamp)


LIGHTS = {"red": "有逾期", "yellow": "有待办", "green": "正常", "none": "无任务"}


@register.simple_tag
def lights(colour: str) -> SafeString:
    """The traffic light of a chapter or an organ with its usual word."""
    return light(colour, LIGHTS[colour])


@register.simple_tag
def modality(value: str) -> str:
    """How strongly the text binds, in a word.

    >>> modality("must not")
    '不得'
    """
    return MODALITIES[value]


@register.simple_tag
def chosen(field: BoundField) -> str:
    """The words of the choice that was made in a field."""
    flat = {v: words for group, inner in field.field.choices for v, words in _options(group, inner)}  # type: ignore[attr-defined]
    return str(flat.get(field.data, field.data))


def _options(value: str, inner: object) -> list[tuple[str, str]]:
    return list(inner) if isinstance(inner, (list, tuple)) else [(value, str(inner))]


IDENTITY = {
    "name": "姓名或者名称",
    "identity_number": "证件号码",
    "phone": "电话",
    "address": "地址",
    "email": "邮箱",
}


@register.simple_tag
def field_word(name: str) -> str:
    """A part of a party's identity in a word."""
    return IDENTITY.get(name, name)


@register.filter
def day(value: date | None) -> str:
    """A day as tables show it.

    >>> day(date(2025, 12, 31)), day(None)
    ('2025-12-31', '—')
    """
    return value.isoformat() if value else "—"


@register.filter
def long_day(value: date) -> str:
    """A day as headings say it in the reader's language."""
    if spoken() is Language.ENGLISH:
        return date_format(value, "l, j F Y")
    return long_day_chinese(value)


@register.filter
def long_day_chinese(value: date) -> str:
    """A day as headings say it.

    >>> long_day_chinese(date(2026, 11, 24))
    '2026年11月24日 星期二'
    """
    return f"{value.year}年{value.month}月{value.day}日 星期{WEEKDAYS[value.weekday()]}"


def _symbol(identity: str) -> SafeString:
    return format_html('<svg class="icon" aria-hidden="true"><use href="#{}"/></svg>', identity)


@register.filter
def at(words: dict[int, str], key: int) -> str:
    """What a look-up says of a row; empty where it says nothing.

    >>> at({7: "演示·负责人甲"}, 7), at({}, 7)
    ('演示·负责人甲', '')
    """
    return words.get(key, "")


@register.filter
def host(address: str) -> str:
    """Where a link leads, whatever its words say.

    >>> host("https://example.org/report?id=1")
    'example.org'
    """
    return urlsplit(address).hostname or ""


@register.filter
def fours(digits: str) -> str:
    """A long number as people can copy it.

    >>> fours("1234567890")
    '1234 5678 90'
    """
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))
