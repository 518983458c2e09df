"""Django's entry for hearings on major decisions."""

from django.apps import AppConfig


class HearingConfig(AppConfig):
    name = "fazhi.chapters.decisions.hearing"
    label = "hearing"
    verbose_name = "重大行政决策听证"

    def ready(self) -> None:
        from fazhi.cases import subjects as all_subjects
        from fazhi.chapters.decisions.hearing import subjects

        all_subjects.register(subjects.registered)
