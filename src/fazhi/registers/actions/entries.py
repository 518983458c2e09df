"""The entries of a new edition, as they were read, and the digest by which two editions are told apart."""

import json
from collections.abc import Sequence
from datetime import date
from hashlib import sha256

from fazhi.packs.register_entry import RegisterEntry
from fazhi.registers.audit import resolutions
from fazhi.registers.files.writing import as_dict
from fazhi.registers.models import Edition, Entry
from fazhi.registers.reading import Line


def digest(lines: Sequence[Line]) -> str:
    """SHA-256 of what the entries say."""
    told = json.dumps([as_dict(line) for line in lines], ensure_ascii=False, sort_keys=True)
    return sha256(told.encode()).hexdigest()


def write(edition: Edition, kind: RegisterEntry, lines: Sequence[Line], day: date) -> None:
    """Each line in its place, with what its citations mean on the day."""
    resolved = resolutions(kind, lines, day)
    Entry.objects.bulk_create(
        (
            Entry(
                edition=edition,
                position=position,
                key=line.key,
                cells=line.cells,
                since=line.since,
                until=line.until,
                text="\n".join(str(value) for value in line.cells.values()),
                resolved=found,
            )
            for position, (line, found) in enumerate(zip(lines, resolved, strict=True), 1)
        ),
        batch_size=500,
    )
