"""A sender of the tests' own, reached by its dotted path as an operator's own is."""

from datetime import datetime

from fazhi.portal.contact import Contact

PATH = f"{__name__}.Outbox"


class Outbox:
    """Keeps what it sends, and fails when told to."""

    sent: list[tuple[Contact, str]] = []
    fails: bool = False

    def send(self, contact: Contact, code: str, at: datetime) -> None:  # noqa: ARG002
        if Outbox.fails:
            raise OSError("unreachable")
        Outbox.sent.append((contact, code))


def last() -> str:
    """The code that was sent last."""
    return Outbox.sent[-1][1]
