"""Django's entry for the files of decisions."""

from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "fazhi.chapters.decisions.archive"
    label = "archive"
    verbose_name = "卷宗归档"

    def ready(self) -> None:
        from fazhi.cases import guard
        from fazhi.chapters.decisions.archive import gate

        guard.register(gate.objection)
