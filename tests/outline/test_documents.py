"""Outlines in the shapes that offices write them: each document beside what it must be read as."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from fazhi.outline import read
from fazhi.outline.reading import Duty, Measure, Part, Reading

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.stem)
def test_a_document_is_read_as_a_person_reads_it(document: Path) -> None:
    expected = yaml.safe_load(document.with_suffix(".yaml").read_text("utf-8"))
    assert facts(read(document.read_text("utf-8"))) == expected


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.stem)
def test_every_duty_unit_and_unread_piece_stands_where_its_span_says(document: Path) -> None:
    text = document.read_text("utf-8")
    reading = read(text)
    for measure in reading.measures:
        for duty in measure.duties:
            assert text[slice(*duty.span)].replace("\n", "") == duty.text
        for unit in measure.units:
            assert text[slice(*unit.span)].replace("\n", "") == unit.name
    for unread in reading.unread:
        assert text[slice(*unread.span)].replace("\n", "") == unread.text


def facts(reading: Reading) -> dict[str, Any]:
    return {
        "title": reading.title,
        "metadata": reading.metadata,
        "measures": [_measure(measure) for measure in reading.measures],
        "unread": [f"{piece.text}: {piece.why}" for piece in reading.unread],
    }


def _measure(measure: Measure) -> dict[str, Any]:
    found: dict[str, Any] = {"number": measure.number, "title": measure.title, "chapter": measure.chapter}
    found |= {part.value: "、".join(measure.named(part)) for part in Part}
    found["deadline"] = measure.deadline.isoformat() if measure.deadline else None
    found["duties"] = [{duty.text: _words(duty)} for duty in measure.duties]
    return {key: value for key, value in found.items() if value or key == "duties"}


def _words(duty: Duty) -> str:
    stated = {key: getattr(duty, key) for key in ("who", "condition", "quantity", "frequency", "due")}
    return "; ".join([duty.modality.value, *(f"{key}={value}" for key, value in stated.items() if value)])
