"""Django's entry for indicators."""

from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "fazhi.indicators"
    verbose_name = "指标"

    def ready(self) -> None:
        from fazhi.cases import projection
        from fazhi.indicators.actions.project import Standings

        projection.register(Standings())
