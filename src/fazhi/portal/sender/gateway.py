"""A code by text message: a signed call to the operator's own gateway, which knows the carrier."""

from datetime import datetime

from django.conf import settings

from fazhi.notices import webhook
from fazhi.portal.contact import Contact
from fazhi.portal.one_time_code import LIFE
from fazhi.portal.sender.wording import said

TYPE = "application/json; charset=utf-8"


class Gateway:
    """Posts ``phone``, ``code``, ``minutes`` and ``text``; any answer but 2xx is a refusal."""

    def send(self, contact: Contact, code: str, at: datetime) -> None:
        """Call the gateway as a webhook is called: signed, checked, pinned."""
        config = settings.CONFIG
        minutes = int(LIFE.total_seconds()) // 60
        data = {"phone": contact.value, "code": code, "minutes": minutes, "text": said(code)}
        webhook.call(config.code_gateway, config.code_gateway_secret, data, TYPE, at)
