"""A code by mail, through the server that notices go through."""

from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage

from fazhi.portal.contact import Contact
from fazhi.portal.sender.wording import said


class Post:
    """The subject does not hold the code: it shows on locked screens."""

    def send(self, contact: Contact, code: str, at: datetime) -> None:  # noqa: ARG002
        """Hand the mail to the server."""
        EmailMessage(
            subject="法治平台登录验证码",
            body=said(code),
            from_email=settings.CONFIG.mail_from or None,
            to=[contact.value],
            headers={"Auto-Submitted": "auto-generated"},
        ).send()
