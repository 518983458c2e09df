"""Django's entry for log-ins; from here on each of them leaves a record."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "fazhi.identity"
    verbose_name = "登录与身份"

    def ready(self) -> None:
        from fazhi.identity import witness

        witness.listen()
