"""A coordinator says which organs a general name means in a measure, or takes that back (系统 0.1、0.2)."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from fazhi.duties.actions import edition as writing
from fazhi.duties.actions.commit import settled
from fazhi.duties.models import Measure, Narrowing, Outline
from fazhi.duties.naming import Naming
from fazhi.duties.narrowing import General, generals, meant
from fazhi.duties.stored import measure_of
from fazhi.fault import Fault
from fazhi.notices.actions import tell
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.resolution import Directory, plain
from fazhi.office.right import Right

LONGEST = 2_000


@dataclass(frozen=True, kw_only=True)
class Meaning(ABC):
    """A decision on one name; ``expected`` is the number of decisions on the measure that the person saw.

    The measure's parts and what falls due under it follow at once, as if the text named the organs; nothing
    is deleted. The organs that the words mean, and those they no longer mean, are told.
    """

    measure: Measure
    written: str
    reason: str
    expected: int

    @abstractmethod
    def codes(self, general: General) -> tuple[str, ...]:
        """The organs meant from now on, none where all members are; or the ``Fault`` why not."""

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Narrowing:
        """Check, carry the decision into parts and occurrences, record it, all or nothing."""
        actor.demand(Right.SUPERVISE)
        row = self._locked()
        naming = Naming(Directory(timezone.localdate(at)), settled(row.outline))
        general = self._general(row, naming)
        codes = self.codes(general)
        self._check_reason()
        standing = meant([row.pk]).get(row.pk, {})
        moved = writing.renew(row, naming.within({**standing, plain(general.written): codes}))
        decision = Narrowing.objects.create(
            measure=row,
            written=general.written,
            organs=list(codes),
            reason=self.reason.strip(),
            came=moved.came,
            went=moved.went,
            at=at,
            by_id=actor.identity,
        )
        _tell(decision, general)
        return decision

    def _locked(self) -> Measure:
        """The measure, where nobody puts a new edition in force or decides meanwhile."""
        outline = Outline.objects.select_for_update().get(pk=self.measure.outline_id)
        row = Measure.objects.get(pk=self.measure.pk)
        row.outline = outline
        if row.withdrawn:
            raise Fault("duties.E051", "该举措已不在纲要现行版本中", "请选择现行版本的举措")
        if row.narrowings.count() != self.expected:
            raise Fault("duties.E409", "您打开页面后，该举措又有了新的认定", "请查看最新认定后再办理")
        return row

    def _general(self, row: Measure, naming: Naming) -> General:
        for general in generals(row, measure_of(row), naming):
            if plain(general.written) == plain(self.written):
                return general
        raise Fault("duties.E052", "这条举措没有写明这一概称", "请从举措写明的概称中选择")

    def _check_reason(self) -> None:
        if not self.reason.strip():
            raise Fault("duties.E053", "没有填写认定的理由", "请填写认定的理由")
        if len(self.reason) > LONGEST or "\0" in self.reason:
            raise Fault("duties.E054", f"理由超过{LONGEST}字或者含有无效字符", "请精简文字")


@dataclass(frozen=True, kw_only=True)
class Narrow(Meaning):
    """认定概称: these organs, among those that the directory lists under the name."""

    organs: tuple[str, ...]

    def codes(self, general: General) -> tuple[str, ...]:
        chosen = tuple(one.code for one in general.members if one.code in self.organs)
        if not chosen or len(chosen) < len(set(self.organs)):
            remedy = "请从该概称包括的机构中选择；其他单位由统筹协调人员交办"
            raise Fault("duties.E050", "没有选择机构，或者选择了该概称以外的机构", remedy)
        if general.decided and set(chosen) == set(general.codes):
            raise Fault("duties.E055", "选择的机构与现行认定相同", "需要改变认定的，请另选机构")
        return chosen


@dataclass(frozen=True, kw_only=True)
class TakeBack(Meaning):
    """撤销认定: the words stand again for all that the directory lists under them."""

    def codes(self, general: General) -> tuple[str, ...]:
        if general.decided is None:
            raise Fault("duties.E056", "这一概称没有认定可以撤销", "请查看认定记录")
        return ()


def _tell(decision: Narrowing, general: General) -> None:
    """Each organ that the words meant before or mean now learns what was decided."""
    now = decision.organs or [one.code for one in general.members]
    name = f"“{general.written}”"
    for organ in Organ.objects.filter(code__in={*general.codes, *now}):
        said = f"{name}包括你单位" if organ.code in now else f"{name}不再包括你单位"
        about, page = str(decision.measure), reverse("web:measure", args=[decision.measure_id])
        text = f"概称认定：{said}。理由：{decision.reason}"
        tell(organ, f"narrowing:{decision.pk}:{organ.pk}", about[:300], text, page, decision.at)
