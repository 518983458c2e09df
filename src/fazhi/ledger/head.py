"""Where a case's chain ends now: whoever keeps it notices when later acts vanish."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry's sequence and own digest; ``line`` is its place in a file, 0 where there is none."""

    sequence: int
    leaf: str
    line: int = 0
