"""Django's entry for the portal."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "fazhi.portal"
    verbose_name = "门户"

    def ready(self) -> None:
        from fazhi.portal import applied, mine, sender

        mine.register(applied.APPLIED)
        for kind in sender.taken():
            sender.sender(kind)
