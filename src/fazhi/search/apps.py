"""Django's entry for the search: after every migration the database notes changes for it again."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class SearchConfig(AppConfig):
    name = "fazhi.search"
    verbose_name = "检索"

    def ready(self) -> None:
        from fazhi.search import actions, source, statute

        source.register(statute.Statutes())
        post_migrate.connect(actions.after_migration, sender=self)
