"""Figures of the installation in the text format of Prometheus: read from the database when asked.

Written by hand: counters of one process would be wrong with several, and these lines need no library.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db.models import Count
from django.utils import timezone

from fazhi import __version__, tally
from fazhi.cases.models import Act, Case, Event
from fazhi.identity import models as door
from fazhi.notices import pulse
from fazhi.notices.models import Delivery, Failure
from fazhi.search.freshness import lag
from fazhi.web import condition

WINDOW = timedelta(minutes=15)


@dataclass(frozen=True)
class Gauge:
    """One figure; its name ends in its unit."""

    name: str
    says: str
    value: float
    labels: str = ""

    def __str__(self) -> str:
        """The three lines of it.

        >>> print(Gauge("fazhi_acts", "acts on file", 7))
        # HELP fazhi_acts acts on file
        # TYPE fazhi_acts gauge
        fazhi_acts 7
        """
        head = f"# HELP {self.name} {self.says}\n# TYPE {self.name} gauge\n"
        return f"{head}{self.name}{self.labels} {self.value:g}"


@dataclass(frozen=True)
class Family:
    """One figure of several kinds, each by its labels."""

    name: str
    says: str
    type: str
    values: tuple[tuple[dict[str, object], int], ...]

    def __str__(self) -> str:
        r"""The lines of it; none of its kinds is shown that there is none of.

        >>> print(Family("fazhi_acts", "acts", "counter", (({"route": 'a"b\\c', "status": 403}, 2),)))
        # HELP fazhi_acts acts
        # TYPE fazhi_acts counter
        fazhi_acts{route="a\"b\\c",status="403"} 2
        """
        head = [f"# HELP {self.name} {self.says}", f"# TYPE {self.name} {self.type}"]
        return "\n".join([*head, *(f"{self.name}{_labels(said)} {number}" for said, number in self.values)])


def _labels(said: dict[str, object]) -> str:
    safe = {name: str(value).replace("\\", r"\\").replace('"', r"\"") for name, value in said.items()}
    return "{" + ",".join(f'{name}="{value}"' for name, value in safe.items()) + "}"


def page(at: datetime) -> str:
    """Every figure; where the database does not answer, only that and what needs none."""
    reached = condition.database_answers()
    figures = [*_machine(at, reached), _refusals(), *((*_stored(at), _door(at)) if reached else ())]
    return "\n".join(map(str, figures)) + "\n"


def _refusals() -> Family:
    rows = tuple((kind._asdict(), number) for kind, number in tally.counted())
    return Family("fazhi_refusals_total", "answers of 400 and above", "counter", rows)


def _door(at: datetime) -> Family:
    """What happened at log-in lately, from the record that all processes write."""
    lately = door.Event.objects.filter(at__gte=at - WINDOW).order_by()
    numbers = lately.values_list("kind").annotate(Count("pk"))
    rows = tuple(({"kind": kind}, number) for kind, number in sorted(numbers))
    return Family("fazhi_door_events", "events at log-in in the last 15 minutes, by kind", "gauge", rows)


def _machine(at: datetime, reached: bool) -> Iterator[Gauge]:
    yield Gauge("fazhi_info", "version", 1, f'{{version="{__version__}"}}')
    yield Gauge("fazhi_database_up", "whether the database answers", reached)
    yield Gauge("fazhi_disk_free_bytes", "free where files are kept", condition.free())
    beat = pulse.age(at)
    if beat is not None:
        yield Gauge("fazhi_worker_pulse_age_seconds", "since the worker's last round", beat.total_seconds())


def _stored(at: datetime) -> Iterator[Gauge]:
    behind = lag(at)
    day = timezone.localdate(at)
    open_cases = Case.objects.filter(outcome="")
    yield Gauge("fazhi_migrations_missing", "tables older than the software", len(condition.missing()))
    yield Gauge("fazhi_cases_open", "cases without an outcome", open_cases.count())
    overdue = open_cases.filter(next_due__lt=day).count()
    yield Gauge("fazhi_cases_overdue", "open cases past a last day", overdue)
    yield Gauge("fazhi_acts_unplaced", "acts that no checkpoint holds", Act.objects.filter(leaf=None).count())
    waiting = Event.objects.filter(dispatch=None).count()
    yield Gauge("fazhi_events_waiting", "events that nobody was told of", waiting)
    due = Delivery.objects.filter(state=Delivery.State.WAITING, next_at__lte=at).count()
    yield Gauge("fazhi_deliveries_waiting", "mails and calls that are due", due)
    failed = Failure.objects.filter(day=day).count()
    yield Gauge("fazhi_work_failures_today", "attempts of the worker's daily work that failed", failed)
    yield Gauge("fazhi_search_waiting", "changes not in the index", behind.waiting)
    yield Gauge("fazhi_search_age_seconds", "age of the oldest of these", behind.age.total_seconds())
    live = Session.objects.filter(expire_date__gt=at).count()
    yield Gauge("fazhi_sessions", "log-ins that have not ended", live)
