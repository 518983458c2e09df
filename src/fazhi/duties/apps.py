"""Django's entry for outlines and the duties read from them."""

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    name = "fazhi.duties"
    verbose_name = "纲要与任务"

    def ready(self) -> None:
        from fazhi.duties import findable
        from fazhi.search import source

        source.register(findable.Outlines())
        source.register(findable.Measures())
