"""Django's entry for cases."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "fazhi.cases"
    verbose_name = "案件"

    def ready(self) -> None:
        from fazhi.cases import findable
        from fazhi.search import source

        source.register(findable.Cases())
