"""What a duty is answered with where figures show it: a sentence, and a file that can be checked."""

import json
from datetime import datetime
from typing import Any

from django.utils import timezone

from fazhi.duties.evidence import File
from fazhi.indicators import listing
from fazhi.indicators.binding import Shown
from fazhi.indicators.criterion import Terms
from fazhi.indicators.files import Sheet, told


def sentence(shown: tuple[Shown, ...], lead: str = "") -> str:
    """Every figure in words, after those that lead to it; of made-up rows it says that they are."""
    return f"{'演示：' if _made_up(shown) else ''}{lead}{'；'.join(_words(each) for each in shown)}"


def file(shown: tuple[Shown, ...], at: datetime) -> File:
    """The figures as they are at this moment."""
    data = json.dumps(_evidence(shown, at), ensure_ascii=False, indent=1).encode()
    return File(f"{'演示-' if _made_up(shown) else ''}指标数据-{shown[0].period.label}.txt", data)


def _made_up(shown: tuple[Shown, ...]) -> bool:
    return any(one.reading.demo for each in shown for one in each.figures)


def _words(shown: Shown) -> str:
    """The figures in a sentence."""
    whose = shown.organ.name if shown.organ else "全区"
    figures = "，".join(f"{one.indicator.title}{one.reading.shown}" for one in shown.figures)
    return f"{whose}{shown.period.label}：{figures}"


def _evidence(shown: tuple[Shown, ...], at: datetime) -> dict[str, Any]:
    """Every figure with its definition and the digest of its rows, so that it can be worked out again."""
    today = timezone.localdate(at)
    return {
        "at": timezone.localtime(at).isoformat(),
        "figures": [
            {
                **told(Sheet(one.indicator, each.organ, each.period, today), one.reading),
                "rows_digest": listing.digest(
                    one.indicator,
                    Terms(each.period, today),
                    one.reading.option,
                    each.organ.pk if each.organ else None,
                ),
            }
            for each in shown
            for one in each.figures
        ],
    }
