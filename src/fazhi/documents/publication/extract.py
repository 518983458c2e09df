"""What a file says before anything is hidden: its text, and what else travels with it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Extract:
    """The text of a file, its filled-in properties and what a reviewer must know about it."""

    text: str
    metadata: dict[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
