"""Pages rewritten on the way out; files, feeds, data and streams are none."""

from collections.abc import Callable

from django.http import HttpResponse
from django.http.response import HttpResponseBase


def rewrite(response: HttpResponseBase, change: Callable[[str], str]) -> None:
    """Change the words of a response that is a whole page, and what it says of its length."""
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    if not is_page or not isinstance(response, HttpResponse):
        return
    response.content = change(response.content.decode(response.charset)).encode(response.charset)
    if "Content-Length" in response.headers:
        response.headers["Content-Length"] = str(len(response.content))
