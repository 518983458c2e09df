"""What a pack says, whatever the order of its files and keys: the ground of its hash and of comparisons."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from fazhi.packs.kind import FORMS
from fazhi.packs.mistakes import gathered
from fazhi.packs.source import Source
from fazhi.packs.statutes import Registry

Key = tuple[str, str]
"""Kind and name of an element; an edition's first day belongs to the name."""


SINGLE = ("pack", "library")
"""Kinds of which a pack has one, without a name of its own."""


@dataclass(frozen=True)
class Content:
    """The elements of one pack as plain values, defaults left out."""

    elements: dict[Key, Any]

    @property
    def hash(self) -> str:
        """SHA-256 over the canonical elements in the order of their names; equal for equal meaning.

        Elements, files and keys may stand in any order; rows and lists keep theirs, since it may matter.
        """
        digest = hashlib.sha256()
        for key in sorted(self.elements):
            digest.update(json.dumps([key, self.elements[key]], sort_keys=True, ensure_ascii=False).encode())
        return f"sha256:{digest.hexdigest()}"

    def count(self) -> dict[str, int]:
        """How many elements there are by kind."""
        kinds = [kind for kind, _ in self.elements]
        return {kind: kinds.count(kind) for kind in dict.fromkeys(sorted(kinds))}


def read(folder: Path) -> Content:
    """The content of one pack without those above it; a ``Fault`` names the line of all that is no entry."""
    files = sorted((*folder.glob("*.yaml"), *folder.glob("*/*.yaml")))
    found = gathered(partial(_elements, folder, path) for path in files)
    elements: dict[Key, Any] = {}
    for (kind, name), value in chain.from_iterable(found):
        same = sum(held == kind and known.split(" #")[0] == name for held, known in elements)
        elements[kind, f"{name} #{same + 1}" if same else name] = value
    return Content(elements)


def _elements(folder: Path, path: Path) -> list[tuple[Key, Any]]:
    return list(_read(folder, path))


def _read(folder: Path, path: Path) -> Iterator[tuple[Key, Any]]:
    source = Source(path)
    kind = path.stem if path.parent == folder else path.parent.name
    if kind not in FORMS:
        yield (kind, path.stem), json.loads(json.dumps(source.value, default=str))
        return
    found = source.read(FORMS[kind])
    inside = found.statutes if isinstance(found, Registry) else found
    entries = inside if isinstance(inside, tuple) else (inside,)
    for entry in entries:
        name = kind if kind in SINGLE else _name(entry)
        yield (kind, name), entry.model_dump(mode="json", exclude_defaults=True)


def _name(entry: BaseModel) -> str:
    found = next(
        str(getattr(entry, name))
        for name in ("id", "procedure", "title", "name", "year")
        if hasattr(entry, name)
    )
    since = getattr(entry, "since", None)
    return f"{found} {since}" if since else found
