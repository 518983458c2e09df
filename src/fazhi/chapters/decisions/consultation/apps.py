"""Django's entry for public consultation."""

from django.apps import AppConfig


class ConsultationConfig(AppConfig):
    name = "fazhi.chapters.decisions.consultation"
    label = "consultation"
    verbose_name = "公开征求意见"

    def ready(self) -> None:
        from fazhi.chapters.decisions.consultation import mine as own
        from fazhi.portal import mine

        mine.register(own.COMMENTS)
