"""Django's entry for the files of decisions."""

from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "fazhi.chapters.decisions.archive"
    label = "archive"
    verbose_name = "卷宗归档"

    def ready(self) -> None:
        from fazhi.cases import guard
        from fazhi.cases.offer import Offer, register
        from fazhi.chapters.decisions.archive import demand, gate

        guard.register(gate.objection)
        register(Offer("责任一览", "web:responsibility"), demand.PROCEDURES)
        register(Offer("卷宗目录和归档", "web:file"), demand.PROCEDURES)
