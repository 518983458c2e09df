"""Templates as they are loaded: their sentences ready for translation."""

from pathlib import Path

from django.template import Origin
from django.template.loaders.app_directories import Loader

from fazhi.web.sentences import translatable

OURS = str(Path(__file__).with_name("templates"))


class SentenceLoader(Loader):
    """The templates of every app; those of this one are in Chinese and have their sentences wrapped."""

    def get_contents(self, origin: Origin) -> str:
        source = super().get_contents(origin)
        return translatable(source) if origin.name.startswith(OURS) else source
