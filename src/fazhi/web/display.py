"""How a reader wants pages to look and to speak, kept in cookies: it needs no log-in and no script."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from django.http import HttpRequest, HttpResponse

from fazhi.web.language import Language

YEAR = 365 * 24 * 3600


class Theme(StrEnum):
    """Colours as the device wants them, or as the reader chose."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


class Size(StrEnum):
    """Steps of the text, each an eighth of the usual size."""

    USUAL = "0"
    LARGE = "1"
    LARGER = "2"
    LARGEST = "3"


@dataclass(frozen=True)
class Display:
    """The reader's choices; each is the cookie and the form field of its name."""

    theme: Theme = Theme.AUTO
    language: Language = Language.SIMPLIFIED
    elder: bool = False
    size: Size = Size.USUAL
    contrast: bool = False
    """Black on white, or white on black in the dark."""
    spacing: bool = False
    """Lines and characters further apart."""
    guide: bool = False
    """A ruler that follows the pointer; needs script."""
    slash: bool = True
    """The key ``/`` leads to the search box; needs script, and can be turned off (WCAG 2.2, 2.1.4)."""

    @property
    def colours(self) -> str:
        """The theme that is drawn: 长者模式 and strong contrast are black on white unless dark was chosen.

        >>> Display(Theme.AUTO, elder=True).colours, Display(Theme.AUTO).colours
        ('light', 'auto')
        """
        strong = self.elder or self.contrast
        return (Theme.LIGHT if strong and self.theme == Theme.AUTO else self.theme).value

    def chosen(self, given: Mapping[str, str]) -> "Display":
        """This display with the choices in ``given``; anything unknown counts as not chosen.

        >>> Display().chosen({"elder": "1", "theme": "purple"}) == Display(elder=True)
        True
        """
        known = {name: read(given[name]) for name, read in READ.items() if name in given}
        return replace(self, **{name: value for name, value in known.items() if value is not None})

    def value(self, name: str) -> str:
        """A choice as the form and the cookie write it.

        >>> Display(elder=True).value("elder"), Display().value("size")
        ('1', '0')
        """
        value = getattr(self, name)
        return str(int(value)) if isinstance(value, bool) else str(value)

    def keep(self, response: HttpResponse) -> None:
        """Remember the choices on this device for a year; what is as usual leaves no cookie."""
        for each in fields(self):
            if getattr(self, each.name) == each.default:
                response.delete_cookie(each.name, samesite="Lax")
            else:
                response.set_cookie(each.name, self.value(each.name), max_age=YEAR, samesite="Lax")


def _flag(text: str) -> bool | None:
    return {"0": False, "1": True}.get(text)


def _one_of(kind: type[StrEnum]) -> Callable[[str], StrEnum | None]:
    return lambda text: kind(text) if text in set(kind) else None


READ: dict[str, Callable[[str], Any]] = {
    "theme": _one_of(Theme),
    "language": _one_of(Language),
    "size": _one_of(Size),
    **dict.fromkeys(("elder", "contrast", "spacing", "guide", "slash"), _flag),
}


def display_of(request: HttpRequest) -> Display:
    """The choices this device made."""
    return Display().chosen(request.COOKIES)
