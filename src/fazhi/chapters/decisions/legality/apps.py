"""Django's entry for the legality review."""

from django.apps import AppConfig


class LegalityConfig(AppConfig):
    name = "fazhi.chapters.decisions.legality"
    label = "legality"
    verbose_name = "合法性审核"

    def ready(self) -> None:
        from fazhi.cases.offer import Offer, register
        from fazhi.chapters.decisions.legality.terms import PROCEDURES

        register(Offer("合法性审核", "web:legality"), PROCEDURES)
