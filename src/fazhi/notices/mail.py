"""A mail about an event: which case and what, and nothing that the post should not carry."""

from django.conf import settings
from django.core.mail import EmailMessage

from fazhi.cases.models import Event
from fazhi.notices.models import Message
from fazhi.notices.wording import brief, said, subject
from fazhi.office.models import Person


def send(person: Person, told: Event | Message) -> None:
    """Hand the mail to the server; its id is the event's and the person's, so that a second one is known."""
    kind = "message-" if isinstance(told, Message) else ""
    identity, about = f"<{kind}{told.pk}.{person.pk}@fazhi>", subject(told)
    body = f"{person.name}：\n\n{about}\n{said(told)}\n\n请登录法治工作台查看。\n"
    EmailMessage(
        subject=f"{brief(told)}（{about}）",
        body=body,
        from_email=settings.CONFIG.mail_from or None,
        to=[person.user.email],
        headers={"Message-ID": identity, "Auto-Submitted": "auto-generated"},
    ).send()
