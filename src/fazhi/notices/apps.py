"""Django's entry for notices."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "fazhi.notices"
    verbose_name = "通知"
