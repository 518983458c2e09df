"""What the verifier has to say against an edition."""

from dataclasses import dataclass

from fazhi.procedure.verify.timeline import Timeline


@dataclass(frozen=True)
class Finding:
    """One thing that is or may be wrong, with a history that shows it where there is one.

    ``grave`` findings keep an edition from being published; the others are for somebody to look at.
    """

    code: str
    says: str
    basis: str
    grave: bool = True
    timeline: Timeline | None = None

    def lines(self) -> tuple[str, ...]:
        """The finding and its history, for a person."""
        mark = "✗" if self.grave else "⚠"
        history = self.timeline.lines() if self.timeline else ()
        steps = (f"    {n}. {line}" for n, line in enumerate(history, 1))
        return (f"{mark} [{self.code}] {self.says}（{self.basis}）", *steps)
