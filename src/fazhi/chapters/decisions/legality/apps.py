"""Django's entry for the legality review."""

from django.apps import AppConfig


class LegalityConfig(AppConfig):
    name = "fazhi.chapters.decisions.legality"
    label = "legality"
    verbose_name = "合法性审核"
