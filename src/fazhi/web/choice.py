"""Which outline a page is about: the one asked for, otherwise the latest real one."""

from django.http import HttpRequest, QueryDict

from fazhi.duties.models import Outline


def outline_of(request: HttpRequest) -> Outline | None:
    """The outline named by ``?outline=``; an unknown or missing number means the latest, if there is one."""
    asked = number(request.GET.get("outline", ""))
    named = Outline.objects.filter(pk=asked).first() if asked else None
    return named or Outline.objects.order_by("demo", "-ends_on", "pk").first()


def number(text: str) -> int | None:
    """A positive number out of an address, nothing where it is none.

    >>> number("12"), number("x"), number("")
    (12, None, None)
    """
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 10 else None


def without(query: QueryDict, *names: str) -> str:
    """The address's other questions, ready for one more to be put behind them.

    >>> without(QueryDict("q=a&page=2"), "page")
    'q=a&'
    """
    rest = query.copy()
    for name in names:
        rest.pop(name, None)
    return rest.urlencode() and f"{rest.urlencode()}&"
