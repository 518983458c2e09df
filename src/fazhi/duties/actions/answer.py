"""An organ answers with evidence; after a return the same step is the re-check's new answer (系统 0.2)."""

from dataclasses import dataclass
from datetime import date

from fazhi.duties import evidence
from fazhi.duties.actions.supervision import Supervision
from fazhi.duties.evidence import File, Piece
from fazhi.duties.models import Evidence, Occurrence, Step


@dataclass(frozen=True, kw_only=True)
class Answer(Supervision):
    """报送: words, and at least one piece of evidence."""

    evidence: tuple[Piece, ...] = ()

    kind = Step.Kind.ANSWER
    stage = Occurrence.Stage.ANSWERED
    text_needed = "完成情况"

    def check(self, _today: date) -> None:
        evidence.check(self.evidence)

    def attach(self, step: Step) -> None:
        Evidence.objects.bulk_create(_row(step, piece) for piece in self.evidence)


def _row(step: Step, piece: Piece) -> Evidence:
    if isinstance(piece, File):
        return Evidence(
            step=step,
            kind=Evidence.Kind.FILE,
            title=piece.title,
            content=piece.content,
            digest=piece.digest,
        )
    return Evidence(step=step, kind=Evidence.Kind.LINK, title=piece.title, url=piece.url)
