"""The parts of the suite leave no test out, and run twice only what asks the database."""

from itertools import product

from tools import checks

MARKS = ("browser", "once", "command", "demonstrated")


def possible(browser: bool, once: bool, command: bool, demonstrated: bool) -> bool:
    """A browser asks a server with the test database; commands and their demo ask none."""
    return not (once and browser) and once >= command


def test_every_test_is_in_a_part_and_what_asks_no_database_in_one() -> None:
    for values in product((False, True), repeat=len(MARKS)):
        if possible(*values):
            marks = dict(zip(MARKS, values, strict=True))
            chosen = [name for name, marked in checks.PARTS if eval(marked, {}, dict(marks))]
            wanted = 1 if marks["browser"] or marks["once"] else 2
            assert len(chosen) == wanted, (marks, chosen)
