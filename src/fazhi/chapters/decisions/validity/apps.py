"""Django's entry for the validity of normative documents."""

from django.apps import AppConfig


class ValidityConfig(AppConfig):
    name = "fazhi.chapters.decisions.validity"
    label = "validity"
    verbose_name = "规范性文件效力"

    def ready(self) -> None:
        from fazhi.chapters.decisions.validity import findable
        from fazhi.search import source

        source.register(findable.Documents())
