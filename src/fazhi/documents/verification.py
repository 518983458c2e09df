"""What the public may know of an issued paper: whose it is, number, day, digest, and whether it stands."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.utils import timezone

from fazhi.documents import code
from fazhi.documents.models import Issue
from fazhi.fault import Fault


@dataclass(frozen=True)
class Standing:
    """Nothing here names a party: no title and no case, only what the reader of the paper holds anyway."""

    code: str
    organ: str
    number: str
    kind: str
    dated: date
    digest: str
    withdrawn_on: date | None
    demo: bool

    def matches(self, data: bytes) -> bool:
        """Whether a file is the one that was issued, to the last bit."""
        return sha256(data).hexdigest() == self.digest


def standing(typed: str) -> Standing:
    """The standing of the paper with a code; ``Fault`` documents.E030 where there is none."""
    rows = Issue.objects.select_related("number__series__organ", "version__document", "withdrawal", "by")
    issue = rows.filter(code=code.read(typed)).first()
    if issue is None:
        remedy = "请核对文书上的核验码；仍查不到的，请向发文单位核实"
        raise Fault("documents.E030", "没有这一核验码的文书", remedy)
    withdrawal = getattr(issue, "withdrawal", None)
    return Standing(
        code=issue.code,
        organ=issue.number.series.organ.full_name,
        number=str(issue.number),
        kind=issue.version.document.kind,
        dated=issue.dated,
        digest=issue.version.digest,
        withdrawn_on=timezone.localdate(withdrawal.at) if withdrawal else None,
        demo=issue.by.demo,
    )
