"""The definition of an indicator in words, out of the titles that procedures and registers give."""

from collections.abc import Mapping
from datetime import date

from fazhi.cases import lawbook
from fazhi.cases.models import Clock
from fazhi.packs.indicator_entry import ANY, ByEntry, CriterionEntry, IndicatorEntry
from fazhi.packs.register_entry import RegisterEntry
from fazhi.procedure.edition import Edition
from fazhi.procedure.words import Words
from fazhi.registers.kinds import kinds

NOTHING = Words({}, {})


def limit(clock: Clock) -> str:
    """A missed time limit in words: which, its last day, and when it was kept at last."""
    edition = lawbook.edition(clock.case.edition_id)
    over = f"{clock.stopped}停止" if clock.stopped else "尚未停止"
    return f"{edition.words.clock(clock.name)}：{clock.due}届满，{over}"


class Wording:
    """Reads out one indicator, as procedures and registers are named on a day."""

    def __init__(self, indicator: IndicatorEntry, day: date) -> None:
        self.indicator = indicator
        names = indicator.population.cases
        self.editions: list[Edition] = [lawbook.editions()[name][-1] for name in names]
        self.registers: Mapping[str, RegisterEntry] = {one.id: one for one in kinds(day)}
        self.words = self.editions[0].words if self.editions else NOTHING

    @property
    def population(self) -> str:
        """Which rows are counted."""
        asked = self.indicator.population
        where = f"，其中{self.of(asked.where)}的" if asked.where else ""
        if asked.late:
            limits = "、".join(map(self._clock, asked.late))
            return f"{self._cases}案件{where}：本期届满而逾期的{limits}，逐项计算"
        if asked.by:
            return f"{self._cases}案件：{self._by(asked.by)}{where}"
        titles = (self.registers[name].title for name in asked.registers if name in self.registers)
        return f"期末现行的{'、'.join(titles)}各事项{where}"

    @property
    def _cases(self) -> str:
        return "、".join(one.title for one in self.editions)

    def _by(self, by: ByEntry) -> str:
        if by.act:
            return f"本期{self.words.act(by.act)}"
        return f"本期届满或者停止的{self._clock(by.due)}" if by.due else "本期开始"

    @property
    def numerator(self) -> str:
        """Which of them fit; for days, from when to when."""
        if span := self.indicator.span:
            return f"从{self.words.act(span.from_)}到{self.words.act(span.to)}的自然日数"
        return self.of(self.indicator.numerator) if self.indicator.numerator else ""

    def of(self, criterion: CriterionEntry) -> str:
        """A condition in words."""
        if criterion.all is not None:
            return "，并且".join(map(self.of, criterion.all))
        if criterion.any is not None:
            return f"（{'，或者'.join(map(self.of, criterion.any))}）"
        if criterion.not_ is not None:
            return f"并非：{self.of(criterion.not_)}"
        when = "在本期" if criterion.in_period else ""
        return f"{when}{self._leaf(criterion)}"

    def _leaf(self, criterion: CriterionEntry) -> str:
        words = self.words
        if criterion.done:
            return f"已{words.act(criterion.done)}"
        if criterion.open:
            return f"{words.act(criterion.open)}尚无{'、'.join(map(words.act, criterion.until))}"
        if criterion.met:
            return f"在{self._clock(criterion.met)}内办理"
        if criterion.late:
            return f"超过{self._clock(criterion.late)}"
        return self._ended(criterion) if criterion.ended is not None else self._told(criterion)

    def _ended(self, criterion: CriterionEntry) -> str:
        if isinstance(criterion.ended, tuple):
            return f"以{'、'.join(map(self.words.outcome, criterion.ended))}办结"
        return "已办结" if criterion.ended else "未办结"

    def _told(self, criterion: CriterionEntry) -> str:
        title = self.words.fact(criterion.fact) if criterion.fact else self._column(str(criterion.column))
        if criterion.known:
            return f"“{title}”已填写"
        if criterion.values:
            return f"“{title}”为{self.words.values(criterion.fact or '', criterion.values)}"
        low = "" if criterion.at_least is None else f"{criterion.at_least}以上"
        return f"“{title}”{low}{'' if criterion.at_most is None else f'{criterion.at_most}以下'}（含本数）"

    def _column(self, name: str) -> str:
        found = (c for one in self.indicator.population.registers for c in self.registers[one].columns)
        return next((column.title for column in found if column.id == name), name)

    def _clock(self, name: str) -> str:
        return "任一期限" if name == ANY else f"“{self.words.clock(name)}”"
