"""Django's entry for the statute library."""

from django.apps import AppConfig


class StatutesConfig(AppConfig):
    name = "fazhi.statutes"
    verbose_name = "法律法规库"
