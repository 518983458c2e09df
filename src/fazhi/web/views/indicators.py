"""The indicators by chapter, one of them with its rows, and what may be done about it."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from fazhi.duties.models import Outline
from fazhi.fault import Fault
from fazhi.indicators import binding, definitions, engine, listing, population, standing
from fazhi.indicators.actions import Freeze, Settle
from fazhi.indicators.criterion import Terms
from fazhi.indicators.models import Ruling
from fazhi.indicators.wording import Wording, limit
from fazhi.office.guard import requires
from fazhi.office.models import Organ
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.packs.indicator_entry import IndicatorEntry
from fazhi.packs.indicators import bases
from fazhi.web.choice import outline_of, without
from fazhi.web.desk import DeskRequest
from fazhi.web.gauge import Gauge, trend
from fazhi.web.indication import SHOWN, Asked, asked_of, found, offices, periods

PAGE = 50
OTHERS = "其他举措"


@requires(Right.READ)
@require_safe
def indicators(request: DeskRequest) -> HttpResponse:
    """Every indicator of an office, or of the district, in a period, by the outline's chapters."""
    asked = asked_of(request.GET, timezone.localdate())
    known = definitions.on(min(asked.period.last, asked.today))
    context = {
        **_choosers(asked),
        "bands": _bands(outline_of(request), _gauges(known, asked)),
        "missing": engine.missing(),
    }
    return render(request, "web/indicators.html", context)


def _choosers(asked: Asked) -> dict[str, Any]:
    return {"asked": asked, "periods": periods(asked), "offices": offices()}


def _gauges(known: list[IndicatorEntry], asked: Asked) -> list[Gauge]:
    held = standing.held(asked.place, asked.period)
    read = ((one, engine.measure(one, asked.place, asked.period, asked.today)) for one in known)
    return [Gauge(one, reading, held.get(one.id)) for one, reading in read]


def _bands(outline: Outline | None, gauges: list[Gauge]) -> list[tuple[str, list[Gauge]]]:
    """The figures under the chapter of the outline that their measure stands in."""
    rows = outline.measures.filter(withdrawn=False).order_by("position") if outline else ()
    chapters = {row.number: row.chapter for row in rows}
    held: dict[str, list[Gauge]] = {chapter: [] for chapter in (*chapters.values(), OTHERS)}
    for gauge in gauges:
        held[chapters.get(gauge.indicator.measure.split(".")[0], OTHERS)].append(gauge)
    return [(chapter, several) for chapter, several in held.items() if several]


@requires(Right.READ)
@require_safe
def indicator(request: DeskRequest, code: str) -> HttpResponse:
    """One indicator: its definition in words, its figure by office, its rows, what was frozen of it."""
    return _page(request, code)


def _page(request: DeskRequest, code: str, fault: Fault | None = None) -> HttpResponse:
    asked = asked_of(request.GET, timezone.localdate())
    one = found(code, asked)
    reading = engine.measure(one, asked.place, asked.period, asked.today)
    frozen = standing.frozen(one, asked.place)
    context = {
        **_choosers(asked),
        **_rows(request, one, asked, reading.option),
        "indicator": one,
        "bases": [basis for _, basis in bases(one)],
        "wording": Wording(one, asked.today),
        "gauge": Gauge(one, reading),
        "offices_read": _offices(one, asked),
        "frozen": frozen,
        "trend": trend(frozen),
        "changed": _changed(one, asked, reading.option),
        "over": asked.period.last < asked.today,
        "may_supervise": request.actor.may(Right.SUPERVISE),
        "duties": binding.duties(one.id),
        "rulings": Ruling.objects.filter(code=one.id).select_related("person"),
        "missing": engine.missing(),
        "fault": fault,
    }
    return render(request, "web/indicator.html", context, status=status_of(fault) if fault else 200)


def _offices(one: IndicatorEntry, asked: Asked) -> list[tuple[Organ, Gauge]]:
    read = engine.by_office(one, asked.period, asked.today)
    organs = Organ.objects.in_bulk(list(read))
    return [(organs[place], Gauge(one, reading)) for place, reading in read.items()]


def _changed(one: IndicatorEntry, asked: Asked, option: str) -> bool | None:
    """Whether the period comes to something else now than when it was frozen; ``None`` where it was not."""
    held = standing.latest(one.id, asked.place, asked.period)
    if held is None:
        return None
    return held.rows != listing.digest(one, Terms(asked.period, asked.today), option, asked.place)


def _rows(request: DeskRequest, one: IndicatorEntry, asked: Asked, option: str) -> dict[str, Any]:
    """One page of the rows that the reader may see, as narrowed by ``show``."""
    terms, show = Terms(asked.period, asked.today), request.GET.get("show", "")
    whole = listing.listing(one, terms, option, asked.place, request.actor)
    page = Paginator(_shown(whole.rows, show), PAGE).get_page(request.GET.get("page"))
    return {
        "page": page,
        "limits": {row.pk: limit(row) for row in page} if one.population.late else {},
        "hidden": whole.hidden,
        "told": dict(enumerate(because for _, because in population.reasons(one, option))),
        "names": dict(Organ.objects.values_list("pk", "name")),
        "show": show,
        "shows": SHOWN,
        "query": without(request.GET, "page"),
        "rest": without(request.GET, "page", "show"),
    }


def _shown(rows: population.Rows, show: str) -> population.Rows:
    if show == "out":
        return rows.exclude(out=population.IN)
    if show in ("fits", "rest"):
        return rows.filter(out=population.IN, fits=int(show == "fits"))
    return rows


@requires(Right.SUPERVISE)
@require_POST
def freeze(request: DeskRequest, code: str) -> HttpResponse:
    """Freeze the figure that the address shows; a second time it is a correction with its reason."""
    asked = asked_of(request.GET, timezone.localdate())
    reason = request.POST.get("reason", "")
    action = Freeze(code=found(code, asked).id, organ=asked.organ, period=asked.period, reason=reason)
    return _done(request, code, asked, action, f"已冻结{asked.where}{asked.period.label}的数值")


@requires(Right.SUPERVISE)
@require_POST
def settle(request: DeskRequest, code: str) -> HttpResponse:
    """Record how to count where the law leaves it open."""
    asked = asked_of(request.GET, timezone.localdate())
    option, ground = (request.POST.get(name, "") for name in ("option", "ground"))
    action = Settle(code=found(code, asked).id, option=option, ground=ground)
    return _done(request, code, asked, action, "已记录口径")


def _done(request: DeskRequest, code: str, asked: Asked, action: Freeze | Settle, told: str) -> HttpResponse:
    try:
        action.perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, code, fault)
    messages.success(request, told)
    return redirect(f"{reverse('web:indicator', args=[code])}?{asked.query}")
