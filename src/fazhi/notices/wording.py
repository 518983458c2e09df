"""An event in one Chinese sentence, the same in the inbox and in a mail; it names no natural person."""

from fazhi.cases.models import Event
from fazhi.notices.models import Message

Kind = Event.Kind
BRIEF = 60


def subject(told: Event | Message) -> str:
    """What it happened to: the number of a case, the name of what a message is about."""
    return told.about if isinstance(told, Message) else told.case.number


def brief(told: Event | Message) -> str:
    """The same as ``said`` in the length of a mail's subject."""
    line = " ".join(said(told).split())
    return line if len(line) <= BRIEF else f"{line[: BRIEF - 1]}…"


def said(told: Event | Message) -> str:
    """What happened, to whatever it happened to."""
    return told.text if isinstance(told, Message) else _of_case(told)


def _of_case(event: Event) -> str:
    data = event.data
    match event.kind:
        case Kind.OPENED:
            return f"已立案：{data['title']}"
        case Kind.CLOSED:
            return f"已办结：{data['outcome']}"
        case Kind.ACT:
            return f"新的办理记录：{data['title']}"
        case Kind.ENGAGED:
            return "您被指派承办"
        case Kind.RELEASED:
            return "您不再承办"
        case Kind.DUE_SOON:
            return f"“{data['title']}”将于 {data['due']} 到期"
        case Kind.OVERDUE:
            return f"“{data['title']}”已于 {data['due']} 到期，尚未办理"
        case Kind.ESCALATED:
            return f"“{data['title']}”自 {data['due']} 到期后一直没有办理"
        case _:
            return str(Kind(event.kind).label)
