"""The demo's ratings and complaints: requests that were answered, what people thought, what became of it."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path

from django.utils import timezone
from pydantic import Field

from fazhi.cases import store
from fazhi.cases.actions import Attachment, Perform
from fazhi.cases.models import Case
from fazhi.office.actor import Actor, actor_of
from fazhi.office.pack import Entry
from fazhi.office.pack import load as read_pack
from fazhi.portal.actions import Apply, Rate
from fazhi.portal.models import Rating, Window
from fazhi.procedure.value import Value

DATA = Path(__file__).with_name("feedback.yaml")
REQUESTS, COMPLAINTS = "disclosure-on-request", "conduct-complaint"
KNOWN = {"name": "演示·申请人甲", "phone": "00000000000", "address": "演示地址一号"}
MORNING, NOON = time(9), time(12)


class StepEntry(Entry):
    """An act with its facts."""

    act: str
    facts: dict[str, bool | str] = {}


class RatingEntry(Entry):
    """A request answered on a day, and rated at noon."""

    ago: int = Field(ge=1)
    level: Rating.Level
    words: str = ""
    walk: tuple[StepEntry, ...] = ()


class ComplaintEntry(Entry):
    """A complaint or report of somebody who stays unnamed."""

    ago: int = Field(ge=1)
    kind: str
    accused: str
    matter: str
    wish: str = ""
    walk: tuple[StepEntry, ...] = ()


class FeedbackPack(Entry):
    """The demo's ratings and complaints."""

    ratings: tuple[RatingEntry, ...]
    complaints: tuple[ComplaintEntry, ...]


def play(now: datetime) -> None:
    """Once, where the windows for them are open; a second time nothing is done."""
    if Rating.objects.exists():
        return
    pack, today = read_pack(DATA, FeedbackPack), timezone.localdate(now)
    taken = {window.procedure: window for window in Window.objects.filter(closed_at=None, officer__demo=True)}
    if REQUESTS in taken:
        for number, rating in enumerate(pack.ratings):
            _rate(taken[REQUESTS], rating, number, today)
    if COMPLAINTS in taken:
        for number, complaint in enumerate(pack.complaints):
            _complain(taken[COMPLAINTS], complaint, number, today)


def _rate(window: Window, entry: RatingEntry, number: int, today: date) -> None:
    day = today - timedelta(days=entry.ago)
    officer = actor_of(window.officer.user, day)
    facts: dict[str, Value] = {"information": f"演示：某项目批复之{number + 1}"}
    case = _apply(window, facts, KNOWN, f"rating-{number}", day)
    for act, given in _answered(day):
        _do(case, officer, act, given, day, MORNING)
    row = Rate(application=case.application, level=entry.level, words=entry.words).perform(_at(day, NOON))
    _walk(row.file, officer, entry.walk, day)


def _answered(day: date) -> tuple[tuple[str, dict[str, Value]], ...]:
    """Confirmed, examined, answered and filed."""
    return (
        ("receive", {"channel": "internet", "confirmed_on": day}),
        ("examine", {"unclear": False, "affects_third_party": False, "joint": False, "excessive": False}),
        ("reply", {"reply_kind": "full"}),
        ("file", {}),
    )


def _complain(window: Window, entry: ComplaintEntry, number: int, today: date) -> None:
    day = today - timedelta(days=entry.ago)
    said = {"kind": entry.kind, "accused": entry.accused, "matter": entry.matter, "wish": entry.wish}
    facts: dict[str, Value] = {name: text for name, text in said.items() if text}
    case = _apply(window, facts, {}, f"complaint-{number}", day)
    _walk(case, actor_of(window.officer.user, day), entry.walk, day)


def _apply(window: Window, facts: dict[str, Value], known: dict[str, str], name: str, day: date) -> Case:
    key = sha256(f"demo-{name}".encode()).hexdigest()[:32]
    return Apply(window=window, known=known, facts=facts, key=key).perform(_at(day, MORNING)).case


def _walk(case: Case, officer: Actor, steps: tuple[StepEntry, ...], begun: date) -> None:
    for later, step in enumerate(steps, 1):
        _do(case, officer, step.act, dict(step.facts), begun + timedelta(days=later), NOON)


def _do(case: Case, officer: Actor, act: str, facts: dict[str, Value], day: date, hour: time) -> None:
    seen, papers = Case.objects.get(pk=case.pk).sequence, tuple(_papers(case, act))
    action = Perform(case=case, expected=seen, act=act, happened_on=day, facts=facts, papers=papers)
    action.perform(officer, _at(day, hour))


def _papers(case: Case, act: str) -> Iterator[Attachment]:
    """A marked text file for each paper without which the act is not done."""
    for one in store.load(case).edition.act[act].documents:
        said = f"演示文书，并非真实文件：{one.title}\n"
        yield Attachment(one.title, f"演示{one.title}.txt", said.encode())


def _at(day: date, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))
