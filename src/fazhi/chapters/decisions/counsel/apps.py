"""Django's entry for experts and legal advisers."""

from django.apps import AppConfig


class CounselConfig(AppConfig):
    name = "fazhi.chapters.decisions.counsel"
    label = "counsel"
    verbose_name = "专家和法律顾问"

    def ready(self) -> None:
        from fazhi.cases.offer import Offer, register
        from fazhi.chapters.decisions.counsel.terms import PROCEDURES

        register(Offer("专家和法律顾问", "web:counsel-case"), PROCEDURES)
