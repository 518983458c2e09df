"""How a reader wants pages to look, kept in two cookies: it needs no log-in and no script."""

from dataclasses import dataclass
from enum import StrEnum

from django.http import HttpRequest, HttpResponse

YEAR = 365 * 24 * 3600


class Theme(StrEnum):
    """Colours as the device wants them, or as the reader chose."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class Display:
    """The reader's choice of colours and of 长者模式."""

    theme: Theme = Theme.AUTO
    elder: bool = False

    @property
    def colours(self) -> str:
        """The theme that is drawn: 长者模式 is black on white unless the reader chose dark.

        >>> Display(Theme.AUTO, elder=True).colours, Display(Theme.AUTO).colours
        ('light', 'auto')
        """
        return (Theme.LIGHT if self.elder and self.theme == Theme.AUTO else self.theme).value

    def keep(self, response: HttpResponse) -> None:
        """Remember the choice on this device for a year."""
        response.set_cookie("theme", self.theme, max_age=YEAR, samesite="Lax")
        response.set_cookie("elder", "1" if self.elder else "", max_age=YEAR, samesite="Lax")


def display_of(request: HttpRequest) -> Display:
    """The choice this device made; anything unknown counts as not chosen."""
    theme = request.COOKIES.get("theme", "")
    known = Theme(theme) if theme in set(Theme) else Theme.AUTO
    return Display(known, request.COOKIES.get("elder") == "1")
