"""A mail about an event: which case and what, and nothing that the post should not carry."""

from django.conf import settings
from django.core.mail import EmailMessage

from fazhi.cases.models import Event
from fazhi.notices.wording import said
from fazhi.office.models import Person


def send(person: Person, event: Event) -> None:
    """Hand the mail to the server; its id is the event's and the person's, so that a second one is known."""
    identity = f"<{event.pk}.{person.pk}@fazhi>"
    body = f"{person.name}：\n\n{event.case.number}\n{said(event)}\n\n请登录法治工作台查看。\n"
    EmailMessage(
        subject=f"{said(event)}（{event.case.number}）",
        body=body,
        from_email=settings.CONFIG.mail_from or None,
        to=[person.user.email],
        headers={"Message-ID": identity, "Auto-Submitted": "auto-generated"},
    ).send()
