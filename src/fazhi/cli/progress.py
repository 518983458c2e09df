"""Signs of life while something takes longer than two seconds, on standard error: output stays clean."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress
from rich.status import Status

Report = Callable[[int, int], None]
"""Called with how much is done and how much there is in all."""


def waiting(text: str) -> Status:
    """A turning sign while the length of the work is not known."""
    return Console(stderr=True).status(text)


@contextmanager
def measured(text: str) -> Iterator[Report]:
    """A bar that fills as the work reports."""
    with Progress(console=Console(stderr=True), transient=True) as bars:
        bar = bars.add_task(text, total=None)
        yield lambda done, total: bars.update(bar, completed=done, total=total)
