"""Django's entry for cases."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "fazhi.cases"
    verbose_name = "案件"
