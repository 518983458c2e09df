"""Django's entry for documents, their numbers and what becomes of them."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "fazhi.documents"
    verbose_name = "文书"

    def ready(self) -> None:
        from fazhi.documents import findable
        from fazhi.search import source

        source.register(findable.Documents())
