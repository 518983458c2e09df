"""One sequence of bytes for one meaning, so that hashes and receipts can be compared."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from hashlib import sha256


def data(value: object) -> object:
    """Plain data of a frozen object; a class is named where it alone carries the meaning.

    >>> from fazhi.procedure.condition import Done
    >>> data((Done("reply"), date(2026, 3, 2)))
    [{'is': 'Done', 'act': 'reply'}, '2026-03-02']
    """
    if is_dataclass(value) and not isinstance(value, type):
        held = {f.name: data(getattr(value, f.name)) for f in fields(value)}
        return {"is": type(value).__name__} | {name: v for name, v in held.items() if v not in EMPTY}
    if isinstance(value, Mapping):
        return {str(key): data(v) for key, v in value.items()}
    if isinstance(value, tuple | list):
        return [data(v) for v in value]
    if isinstance(value, set | frozenset):
        return sorted(str(v) for v in value)
    return _plain(value)


EMPTY: tuple[object, ...] = ("", None, [], {}, ())


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def written(value: object) -> bytes:
    """Canonical JSON in UTF-8: keys sorted, no spaces, no escapes."""
    return json.dumps(data(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(value: object) -> str:
    """SHA-256 of the canonical bytes, in hexadecimal."""
    return sha256(written(value)).hexdigest()
