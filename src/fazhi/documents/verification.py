"""What the public may know of an issued paper: whose it is, number, day, digest, and whether it stands."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from django.utils import timezone

from fazhi.documents import code
from fazhi.documents.models import Issue, Ruling, Version
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
    later_on: date | None = None
    """The day of a newer version, and the number under which it was issued, where it was."""
    later_number: str = ""
    disposed_on: date | None = None
    """The day on which its content was disposed of; the digest stays, and files can still be compared."""

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
        **_afterwards(issue.version),
    )


def _afterwards(version: Version) -> dict[str, Any]:
    """What became of the version since: whether a newer one was made, whether its content is gone."""
    newer = version.document.versions.filter(sequence__gt=version.sequence)
    later = newer.select_related("issue__number__series__organ").last()
    issued = getattr(later, "issue", None)
    ruling = Ruling.objects.filter(disposal__version=version, approved=True).first()
    return {
        "later_on": timezone.localdate(later.made_at) if later else None,
        "later_number": str(issued.number) if issued else "",
        "disposed_on": timezone.localdate(ruling.at) if ruling else None,
    }
