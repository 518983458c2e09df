"""The papers of a made-up act: those of its procedure, and those that the file of a decision must hold."""

from dataclasses import dataclass

from fazhi.cases.actions import Attachment
from fazhi.chapters.decisions.archive.demand import PROCEDURES, demands
from fazhi.chapters.decisions.archive.standing import wanted_of
from fazhi.procedure.edition import Edition
from fazhi.procedure.record import Record
from fazhi.procedure.view import View


@dataclass(frozen=True)
class Filing:
    """How one case's papers are filed; a ``careless`` clerk files what the procedure stops for, no more."""

    edition: Edition
    view: View
    careless: bool = False

    def papers(self, record: Record) -> tuple[Attachment, ...]:
        """Marked text files under the titles that are asked for."""
        more = () if self.careless else self._asked(record)
        titles = dict.fromkeys((*record.documents, *more))
        return tuple(Attachment(t, f"演示{t}.txt", f"演示文书，并非真实文件：{t}\n".encode()) for t in titles)

    def _asked(self, record: Record) -> tuple[str, ...]:
        if self.edition.id not in PROCEDURES:
            return ()
        asked = wanted_of(self.edition, demands(self.edition.id), record, self.view)
        return tuple(one.title for one in asked)
