"""The judgement on an edition before it is published: what was proven and what speaks against it."""

from dataclasses import dataclass
from datetime import date

from fazhi.law.calendar import Calendar
from fazhi.procedure.edition import Edition
from fazhi.procedure.verify.finding import Finding
from fazhi.procedure.verify.liveness import liveness
from fazhi.procedure.verify.proof import Proof, proof
from fazhi.procedure.verify.structure import structure

LIMIT = 100_000
"""How many states the search for dead ends visits at most."""


@dataclass(frozen=True)
class Verdict:
    """Everything the verifier found about one edition."""

    edition: Edition
    proofs: tuple[Proof, ...]
    findings: tuple[Finding, ...]

    @property
    def publishable(self) -> bool:
        """Whether nothing grave was found."""
        return not any(finding.grave for finding in self.findings)


def verify(edition: Edition, calendar: Calendar, start: date, limit: int = LIMIT) -> Verdict:
    """Check an edition; histories that show something begin on ``start``."""
    proofs = tuple(proof(edition, invariant, calendar, start) for invariant in edition.invariants)
    broken = (_broken(found) for found in proofs if not found.holds)
    findings = (*structure(edition), *broken, *liveness(edition, calendar, start, limit))
    return Verdict(edition, proofs, findings)


def _broken(found: Proof) -> Finding:
    title, basis = found.invariant.title, str(found.invariant.basis)
    if found.timeline is None:
        return Finding("procedure.E113", f"未能证明也未能推翻：{title}", basis, grave=False)
    if found.timeline.refused:
        says = f"可能违反：{title}（以下经过在“{found.timeline.act}”处须人工核对）"
        return Finding("procedure.E107", says, basis, timeline=found.timeline)
    return Finding("procedure.E107", f"会发生违反：{title}", basis, timeline=found.timeline)
