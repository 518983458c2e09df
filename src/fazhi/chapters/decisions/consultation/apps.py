"""Django's entry for public consultation."""

from django.apps import AppConfig


class ConsultationConfig(AppConfig):
    name = "fazhi.chapters.decisions.consultation"
    label = "consultation"
    verbose_name = "公开征求意见"

    def ready(self) -> None:
        from fazhi.cases import offer, subjects
        from fazhi.chapters.decisions.consultation import mine as own
        from fazhi.chapters.decisions.consultation.subjects import authors
        from fazhi.chapters.decisions.consultation.terms import PROCEDURES
        from fazhi.portal import mine

        subjects.register(authors)
        offer.register(offer.Offer("公开征求意见", "web:consulting-new"), PROCEDURES)
        mine.register(own.COMMENTS)
