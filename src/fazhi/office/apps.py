"""Django's entry for the offices of a district."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "fazhi.office"
    verbose_name = "机构与人员"
