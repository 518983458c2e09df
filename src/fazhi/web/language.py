"""The language a reader chose: 简体, 繁體 or English; a device's list of languages is its maker's choice."""

from collections.abc import Callable
from enum import StrEnum

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext

from fazhi.fault import Fault

COOKIE = "language"


class Language(StrEnum):
    """What pages can be read in; the values are Django's names."""

    SIMPLIFIED = "zh-hans"
    TRADITIONAL = "zh-hant"
    ENGLISH = "en"

    @property
    def tag(self) -> str:
        """The name a browser and a screen reader know.

        >>> [language.tag for language in Language]
        ['zh-CN', 'zh-Hant', 'en']
        """
        return {"zh-hans": "zh-CN", "zh-hant": "zh-Hant"}.get(self, self.value)


def language_of(request: HttpRequest) -> Language:
    """The language chosen on this device; anything unknown means 简体."""
    name = request.COOKIES.get(COOKIE, "")
    return Language(name) if name in set(Language) else Language.SIMPLIFIED


def spoken() -> Language:
    """The language of the page that is being made."""
    return Language(translation.get_language() or Language.SIMPLIFIED)


def told(fault: Fault) -> str:
    """A refusal in one line, in the reader's language where the catalogue has all of it, else in Chinese.

    >>> told(Fault("law.E105", "没有写起算日", "请写明"))
    '[law.E105] 没有写起算日。请写明。'
    """
    wrong, remedy = gettext(fault.wrong), gettext(fault.remedy)
    if spoken() is not Language.ENGLISH or fault.wrong == wrong or fault.remedy == remedy:
        return str(fault)
    return f"[{fault.code}] {wrong}. {remedy}."


class LanguageMiddleware:
    """Make each page in the language of its reader; error pages too: it stands outside all that refuses."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request)
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language.tag)
        return response
