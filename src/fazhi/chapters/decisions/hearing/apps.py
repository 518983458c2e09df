"""Django's entry for hearings on major decisions."""

from django.apps import AppConfig


class HearingConfig(AppConfig):
    name = "fazhi.chapters.decisions.hearing"
    label = "hearing"
    verbose_name = "重大行政决策听证"

    def ready(self) -> None:
        from fazhi.cases import offer, subjects
        from fazhi.chapters.decisions.hearing import mine as own
        from fazhi.chapters.decisions.hearing.subjects import registered
        from fazhi.chapters.decisions.hearing.terms import PROCEDURE
        from fazhi.portal import mine

        subjects.register(registered)
        offer.register(offer.Offer("听证会", "web:hearing-new"), (PROCEDURE,))
        mine.register(own.REGISTRATIONS)
