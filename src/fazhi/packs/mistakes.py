"""All mistakes of a pack at once, so that a lawyer mends them in one round and not in one for each."""

from collections.abc import Callable, Iterable
from typing import Never, TypeVar

from fazhi.fault import Fault

T = TypeVar("T")
Step = Callable[[], T]
"""A piece of work that gives a value or raises a ``Fault``."""


class Mistakes(Fault):
    """Several refusals; to whoever needs only one it is the first of them."""

    def __init__(self, all_: tuple[Fault, ...]) -> None:
        first = all_[0]
        super().__init__(first.code, first.wrong, first.remedy, first.basis)
        self.all = all_


def every(fault: Fault) -> tuple[Fault, ...]:
    """The refusals that one stands for."""
    return fault.all if isinstance(fault, Mistakes) else (fault,)


def gathered(steps: Iterable[Step[T]]) -> list[T]:
    """What the steps give; where some fail, all their mistakes in order, each once.

    >>> gathered([lambda: 1, lambda: 2])
    [1, 2]
    """
    results, faults = sorted_out(steps)
    if faults:
        raise Mistakes(tuple({str(fault): fault for fault in faults}.values()))
    return results


def sorted_out(steps: Iterable[Step[T]]) -> tuple[list[T], list[Fault]]:
    """What the steps give, and what is wrong with the others."""
    results: list[T] = []
    faults: list[Fault] = []
    for step in steps:
        try:
            results.append(step())
        except Fault as fault:
            faults += every(fault)
    return results, faults


def failing(fault: Fault) -> Step[Never]:
    """A step that fails, for a file that cannot even be opened."""

    def fail() -> Never:
        raise fault

    return fail


def refused(faults: Iterable[Fault]) -> None:
    """Raise all refusals there are, if there are any."""
    gathered(failing(fault) for fault in faults)
