"""An answer that a clerk gave before somebody else opens its page."""

from django.utils import timezone

from fazhi.duties.actions import Answer
from fazhi.duties.evidence import File
from fazhi.duties.models import Occurrence
from tests.conftest import Personas


def answer(row: Occurrence, personas: Personas, expected: int, text: str) -> None:
    """As the clerk of the organ does it."""
    piece = File("说明.txt", text.encode())
    Answer(occurrence=row, expected=expected, text=text, evidence=(piece,)).perform(
        personas.clerk, timezone.now()
    )
