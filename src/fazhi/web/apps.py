"""Django's entry for the pages."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "fazhi.web"
    verbose_name = "工作台"
