"""Django's entry for experts and legal advisers."""

from django.apps import AppConfig


class CounselConfig(AppConfig):
    name = "fazhi.chapters.decisions.counsel"
    label = "counsel"
    verbose_name = "专家和法律顾问"
