"""Templates as they are loaded: for English with their sentences wrapped, else as they were written."""

from pathlib import Path

from django.template import Origin
from django.template.loaders.app_directories import Loader
from django.template.loaders.cached import Loader as CachedLoader

from fazhi.web.language import Language, spoken
from fazhi.web.sentences import translatable

OURS = str(Path(__file__).with_name("templates"))


class SentenceLoader(Loader):
    """The templates of every app; those of this one are in Chinese and have their sentences wrapped."""

    def get_contents(self, origin: Origin) -> str:
        source = super().get_contents(origin)
        return translatable(source) if _english() and origin.name.startswith(OURS) else source


class TongueLoader(CachedLoader):
    """Keeps both: a Chinese page, by far the most read, asks the catalogue for none of its words."""

    def cache_key(self, template_name: str, skip: list[Origin] | None = None) -> str:
        return f"{super().cache_key(template_name, skip)} {_english()}"


def _english() -> bool:
    return spoken() is Language.ENGLISH
