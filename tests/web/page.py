"""What a test reads from a page."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from lxml import html

SOON = (timezone.localdate() + timedelta(days=200)).isoformat()
"""A day that is ahead of whoever runs the tests."""


def text(response: Any) -> str:
    """The words of a page's main part, white space joined."""
    main = html.fromstring(response.content.decode()).xpath("//main")[0]
    return " ".join(str(main.text_content()).split())


def links(response: Any) -> list[str]:
    """The addresses that a page leads to."""
    return [str(href) for href in html.fromstring(response.content.decode()).xpath("//a/@href")]
