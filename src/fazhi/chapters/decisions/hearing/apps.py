"""Django's entry for hearings on major decisions."""

from django.apps import AppConfig


class HearingConfig(AppConfig):
    name = "fazhi.chapters.decisions.hearing"
    label = "hearing"
    verbose_name = "重大行政决策听证"

    def ready(self) -> None:
        from fazhi.chapters.decisions.hearing import mine as own
        from fazhi.portal import mine

        mine.register(own.REGISTRATIONS)
