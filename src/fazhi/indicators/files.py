"""A figure and its rows as a file: XLSX and CSV for people, JSON for machines; what the reader may see."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from fazhi.indicators import engine, listing, population
from fazhi.indicators.criterion import Terms
from fazhi.indicators.period import Period
from fazhi.indicators.population import IN
from fazhi.indicators.reading import Reading
from fazhi.indicators.wording import limit
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.packs.indicator_entry import IndicatorEntry
from fazhi.sheet import Column, harmless, workbook

FORMS = ("xlsx", "csv", "json")
HEADS = (("编号", 32), ("名称", 40), ("单位", 20), ("计入情况", 24), ("天数", 8), ("演示", 8))


@dataclass(frozen=True)
class Sheet:
    """What is asked for, by whom."""

    indicator: IndicatorEntry
    organ: Organ | None
    period: Period
    today: date

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return f"{self.indicator.title}-{self.organ.name if self.organ else '全区'}-{self.period.label}"

    def reading(self) -> Reading:
        return engine.measure(self.indicator, self.place, self.period, self.today)

    def listing(self, option: str, actor: Actor) -> listing.Listing:
        return listing.listing(self.indicator, Terms(self.period, self.today), option, self.place, actor)

    @property
    def place(self) -> int | None:
        return self.organ.pk if self.organ else None


def written(form: str, sheet: Sheet, actor: Actor) -> bytes:
    """The file in one of the ``FORMS``."""
    return WRITERS[form](sheet, actor)


def told(sheet: Sheet, reading: Reading) -> dict[str, Any]:
    """A figure for machines; ``value`` is exact as a fraction, and empty where there is none."""
    return {
        "indicator": sheet.indicator.id,
        "title": sheet.indicator.title,
        "measure": sheet.indicator.measure,
        "unit": sheet.indicator.unit.value,
        "organ": sheet.organ.code if sheet.organ else None,
        "period": {"code": sheet.period.code, **_days(sheet.period)},
        "value": None if reading.value is None else float(reading.value),
        "shown": reading.shown,
        **_parts(sheet.indicator, reading),
        "excluded": [{"because": because, "rows": number} for because, number in reading.excluded],
        "demo_rows": reading.demo,
        "option": reading.option or None,
        "open": reading.open_choice.asks if reading.open_choice else None,
        "ways": [{"way": way, **told(sheet, one)} for way, one in reading.ways],
        "definition": sheet.indicator.digest,
    }


def _days(period: Period) -> dict[str, str]:
    return {"first": period.first.isoformat(), "last": period.last.isoformat()}


def _parts(indicator: IndicatorEntry, reading: Reading) -> dict[str, int | None]:
    if reading.open_choice:
        return {"numerator": None, "denominator": None}
    count = reading.count
    whole = None if indicator.unit.counts else count.denominator
    return {"numerator": count.numerator, "denominator": whole}


def rows(sheet: Sheet, option: str, actor: Actor, most: int | None = None) -> Iterator[dict[str, Any]]:
    """The rows that the reader may see, each with how it counts; none while that is not settled."""
    if sheet.indicator.choice and not option:
        return
    because = [words for _, words in population.reasons(sheet.indicator, option)]
    organs = Organ.objects.in_bulk()
    for row in sheet.listing(option, actor).rows[:most].iterator(500):
        yield {
            **_named(sheet.indicator, row),
            "organ": organs[row.place].name,
            "counts": _counts(row, because),
            "days": row.span.days if sheet.indicator.span else None,
            "demo": bool(row.made_up),
        }


def _named(indicator: IndicatorEntry, row: Any) -> dict[str, str]:
    if indicator.population.late:
        return {"number": row.case.number, "title": limit(row)}
    if indicator.population.cases:
        return {"number": row.number, "title": row.title}
    return {"number": row.key, "title": row.cells.get("name", "")}


def _counts(row: Any, because: list[str]) -> str:
    if row.out != IN:
        return f"不计入：{because[row.out]}"
    return "符合" if row.fits else "不符合"


def _values(row: dict[str, Any]) -> list[Any]:
    told = [row[name] for name in ("number", "title", "organ", "counts", "days")]
    return [*told, "演示" if row["demo"] else ""]


def _table(sheet: Sheet, actor: Actor) -> Iterator[list[Any]]:
    return (_values(row) for row in rows(sheet, sheet.reading().option, actor))


def _xlsx(sheet: Sheet, actor: Actor) -> bytes:
    heads = [Column(head, width) for head, width in HEADS]
    return workbook(sheet.indicator.title[:31], heads, _table(sheet, actor))


def _csv(sheet: Sheet, actor: Actor) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(head for head, _ in HEADS)
    writer.writerows([harmless(value) for value in row] for row in _table(sheet, actor))
    return file.getvalue().encode("utf-8-sig")


def _json(sheet: Sheet, actor: Actor) -> bytes:
    reading = sheet.reading()
    hidden = sheet.listing(reading.option, actor).hidden
    held = told(sheet, reading) | {"hidden": hidden, "rows": list(rows(sheet, reading.option, actor))}
    return json.dumps(held, ensure_ascii=False, indent=1).encode()


WRITERS: dict[str, Callable[[Sheet, Actor], bytes]] = {"xlsx": _xlsx, "csv": _csv, "json": _json}
