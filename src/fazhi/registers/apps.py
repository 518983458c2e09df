"""Django's entry for registers."""

from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "fazhi.registers"
    verbose_name = "清单"

    def ready(self) -> None:
        from fazhi.registers import findable
        from fazhi.search import source

        source.register(findable.Entries())
