"""Which papers an act must leave in the file beside those of its procedure: data, one file per procedure."""

from functools import cache
from pathlib import Path

from fazhi.fault import Fault
from fazhi.packs.condition_entry import ConditionEntry
from fazhi.packs.entry import Entry
from fazhi.packs.source import Source
from fazhi.procedure.condition import Condition

FOLDER = Path(__file__).with_name("demands")
PROCEDURES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))
"""The procedures whose files have an index of their own."""


class PaperEntry(Entry):
    """A paper that an act must leave where a condition holds; ``must`` is no where no article says paper."""

    act: str
    title: str
    article: str
    when: ConditionEntry | None = None
    must: bool = True

    @property
    def condition(self) -> Condition | None:
        """When it is wanted; ``None`` for always."""
        return self.when.condition({}) if self.when else None


class Demands(Entry):
    """What the files of one procedure must hold, who keeps them, and on which act they are closed.

    A file can be closed when an act of ``closable`` is done or its case is over. ``closing`` is the act of
    the procedure that is the closing itself, where there is one; its own gates are judged, too.
    """

    basis: str
    keeper: str
    closing: str = ""
    closable: tuple[str, ...]
    papers: tuple[PaperEntry, ...]

    def of(self, act: str) -> tuple[PaperEntry, ...]:
        """The papers of one act."""
        return tuple(paper for paper in self.papers if paper.act == act)


@cache
def _read(procedure: str) -> Demands:
    return Source(FOLDER / f"{procedure}.yaml").read(Demands)


def demands(procedure: str) -> Demands:
    """The demands of a procedure; ``Fault`` archive.E001 for one whose files have no index.

    >>> found = demands("major-decision")
    >>> found.closing, [paper.title for paper in found.of("report_to_party")]
    ('archive', ['向同级党委的请示报告'])
    """
    if procedure not in PROCEDURES:
        raise Fault("archive.E001", "这一案件的程序没有卷宗目录", "请在案件页面查看卷内材料")
    return _read(procedure)
