"""Why an act may not happen now: a code, a sentence, what to do, and the article it rests on."""

from dataclasses import dataclass

from fazhi.fault import Fault


@dataclass(frozen=True)
class Refusal:
    """One reason; an act is refused with all of them at once."""

    code: str
    because: str
    remedy: str
    basis: str = ""

    def fault(self) -> Fault:
        """The reason as it is raised and shown."""
        return Fault(self.code, self.because, self.remedy, self.basis)
