"""Django's entry for the library of published documents."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "fazhi.library"
    verbose_name = "公开文件库"

    def ready(self) -> None:
        from fazhi.library import findable
        from fazhi.search import source

        source.register(findable.Documents())
        source.register(findable.OpenedMeasures())
