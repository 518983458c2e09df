"""Compile the English catalogue: ``python -m tools.catalogue`` after editing ``django.po``.

The compiled file is committed, because a fresh machine has no gettext tools; a test compares the two.
"""

from pathlib import Path

import polib

PO = Path(__file__).parents[1] / "src/fazhi/web/locale/en/LC_MESSAGES/django.po"


def compiled() -> bytes:
    """The catalogue as gettext reads it."""
    return bytes(polib.pofile(str(PO)).to_binary())


def main() -> None:
    PO.with_suffix(".mo").write_bytes(compiled())


if __name__ == "__main__":
    main()
