"""A reading as it lies in the database, and back without loss."""

from typing import Any, Protocol

from pydantic import TypeAdapter

from fazhi.duties import models
from fazhi.outline.reading import Measure, Reading

ADAPTER = TypeAdapter(Reading)


class Stored(Protocol):
    """A draft or an edition: the text, and beside it what was read from the text."""

    text: str
    reading: Any


def packed(reading: Reading) -> dict[str, Any]:
    """What was read, as JSON, without the text that lies beside it.

    >>> packed(Reading("全文", "纲要"))
    {'title': '纲要', 'metadata': {}, 'measures': [], 'unread': []}
    """
    return dict(ADAPTER.dump_python(reading, mode="json", exclude={"text"}))


def reading_of(row: Stored) -> Reading:
    """The reading of a draft or an edition, every span pointing into its text."""
    return ADAPTER.validate_python({**row.reading, "text": row.text})


def measure_of(row: models.Measure) -> Measure | None:
    """A measure as it was read in the edition in force; none where this no longer holds it."""
    edition = row.outline.editions.last()
    found = reading_of(edition).measures if edition else ()
    return next((one for one in found if one.span == (row.start, row.end)), None)
