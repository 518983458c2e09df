"""English pages say what is still in Chinese, so that a screen reader pronounces it."""

import re

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from fazhi.web.language import Language, spoken
from fazhi.web.phrases import worded

register = template.Library()
CHINESE = re.compile("[\u4e00-\u9fff]")


@register.simple_tag
def in_chinese() -> SafeString:
    """The ``lang`` attribute of an element that stays in Chinese on an English page."""
    return mark_safe(' lang="zh-CN"' if spoken() is Language.ENGLISH else "")


@register.simple_tag
def said(words: object) -> SafeString | str:
    """Words in the reader's language where the catalogue has them, else in Chinese and marked as such."""
    source = str(words)
    translated = worded(source)
    if spoken() is Language.ENGLISH and translated == source and CHINESE.search(source):
        return format_html('<span lang="zh-CN">{}</span>', source)
    return translated
