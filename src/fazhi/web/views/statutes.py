"""The statute library for everybody: browse, search, read an edition, compare two."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi import bigram
from fazhi.fault import Fault
from fazhi.law.comparison import Change, Kind
from fazhi.law.moment import day_of, moment
from fazhi.law.statute import Statute as Record
from fazhi.law.title import key as title_key
from fazhi.office.guard import public
from fazhi.search.saying import simplified
from fazhi.statutes import browsing, library
from fazhi.statutes.models import Edition, Statute
from fazhi.statutes.search import Hit, search
from fazhi.web import citing, highlight, lectern, resting
from fazhi.web.choice import number
from fazhi.web.redline import Run, runs

PAGE, HITS, CHANGES = 30, 60, 25
LAW_IS_PUBLIC = "the text of the law is for everybody"
STATES = {
    "": "全部",
    "in-force": lectern.IN_FORCE,
    "unstated": lectern.UNSTATED,
    "not": "已失效或者尚未施行",
}


@public(LAW_IS_PUBLIC)
@require_safe
def statutes(request: HttpRequest) -> HttpResponse:
    """The list by title, or with ``q`` the articles that contain every word."""
    words, state = request.GET.get("q", "").replace("\0", " ").strip(), request.GET.get("state", "")
    state, today = state if state in STATES else "", timezone.localdate()
    context: dict[str, Any] = {
        "words": words,
        "state": state,
        "states": STATES.items(),
        "empty": not Statute.objects.exists(),
        "query": urlencode({"q": words, "state": state}) + "&",
    }
    wanted = simplified(words)
    found = _hits(wanted, state, today) if words else {}
    page = Paginator(_titles(wanted, state, today), PAGE).get_page(request.GET.get("page"))
    context |= found | {"page": page, "named": _named(list(page), today)}
    return render(request, "web/statutes.html", context)


def _titles(words: str, state: str, today: date) -> Sequence[Statute]:
    rows = browsing.statutes(words)
    if not state:
        return rows  # type: ignore[return-value]
    return [row for row, word in _named(list(rows), today) if _state(word) == state]


def _state(word: str) -> str:
    """The filter under which a standing falls."""
    return {lectern.IN_FORCE: "in-force", lectern.UNSTATED: "unstated"}.get(word, "not")


def _named(rows: Sequence[Statute], today: date) -> list[tuple[Statute, str]]:
    """Statutes, each with whether it is in force."""
    records = library.records([row.key for row in rows])
    return [(row, lectern.standing(records[row.key], today)) for row in rows]


def _hits(words: str, state: str, today: date) -> dict[str, Any]:
    try:
        hits = [hit for hit in search(words, today, HITS) if state in ("", _state_of(hit))]
    except Fault as fault:
        return {"fault": fault}
    cited = [one for one in citing.citations(words, today, library.stamp()) if one.url]
    return {"cited": cited, "hits": [(hit, _marked(hit, bigram.words(words))) for hit in hits]}


def _state_of(hit: Hit) -> str:
    if hit.doubt:
        return "unstated"
    return "in-force" if hit.current else "not"


def _marked(hit: Hit, words: list[str]) -> tuple[highlight.Segment, ...]:
    text = hit.excerpt
    marks = [
        highlight.Mark((at, at + len(word)), "quantity")
        for word in words
        for at in range(len(text))
        if text.startswith(word, at)
    ]
    return highlight.segments(text, marks)


@public(LAW_IS_PUBLIC)
@require_safe
def statute(request: HttpRequest, key: str) -> HttpResponse:
    """A statute as it reads today, on the day ``on``, or in the edition dated ``edition``."""
    record, row = _found(key)
    context: dict[str, Any] = {"record": record, "statute": row}
    if row:
        context |= _reading(request, row)
    return render(request, "web/statute.html", context)


def _found(name: str) -> tuple[Record, Statute | None]:
    """What is known of a statute by any of its names, and its row where texts were imported."""
    record = library.find(name.replace("\0", " "))
    return record, Statute.objects.filter(key=title_key(record.title)).first()


def _reading(request: HttpRequest, row: Statute) -> dict[str, Any]:
    day = day_of(moment(request.GET["on"])) if request.GET.get("on") else timezone.localdate()
    named = lectern.marked(row, request.GET.get("edition", ""))
    shown = lectern.Shown(named) if named else lectern.on(row, day)
    context: dict[str, Any] = {
        "on": None if named else day,
        "fault": shown.fault,
        "held": list(row.editions.all()),
    }
    context["held_ids"] = [edition.promulgated.isoformat() for edition in context["held"]]
    return context | (_text(request, shown.edition) if shown.edition else {})


def _text(request: HttpRequest, edition: Edition) -> dict[str, Any]:
    reading = browsing.read(edition)
    pages = lectern.parts(reading.sections)
    asked = request.GET.get("article", "")
    n = lectern.page_of(pages, asked) if asked else number(request.GET.get("part", "")) or 1
    part = Paginator(pages, 1).get_page(n)
    return {
        "reading": reading,
        "page": part,
        "part": list(lectern.headed(part.object_list[0])),
        "contents": list(lectern.headed(reading.sections)),
        "resting": resting.of_statute(edition.statute.title, reading.record.id),
    }  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One changed article with the wording that leads from the old to the new."""

    change: Change
    words: tuple[Run, ...]


@public(LAW_IS_PUBLIC)
@require_safe
def compare(request: HttpRequest, key: str) -> HttpResponse:
    """Two editions article by article; by default the two newest."""
    record, row = _found(key)
    held = list(row.editions.order_by("promulgated")) if row else []
    if len(held) < 2:
        raise Fault("statute.E011", f"《{record.title}》导入的版本不足两个", "请先导入另一个版本再对照")
    old, new = _pair(held, request.GET.get("old", ""), request.GET.get("new", ""))
    changes = _changes(old.digest, new.digest)
    changed = [change for change in changes if change.kind is not Kind.SAME or change.renumbered]
    page = Paginator(changed, CHANGES).get_page(request.GET.get("page"))
    context = {
        "record": record, "statute": row, "held": held, "old": old, "new": new,
        "counts": _counts(changes), "page": page, "lines": [_line(change) for change in page],
        "query": f"old={old.promulgated}&new={new.promulgated}&",
    }  # fmt: skip
    return render(request, "web/compare.html", context)


def _pair(held: list[Edition], old: str, new: str) -> tuple[Edition, Edition]:
    dated = {edition.promulgated.isoformat(): edition for edition in held}
    for mark in filter(None, (old, new)):
        if mark not in dated:
            raise Fault("statute.E012", f"没有导入“{mark}”版本", f"请从{'、'.join(dated)}中选择")
    later = dated[new] if new else held[-1]
    earlier = [edition for edition in held if edition.promulgated < later.promulgated]
    return (dated[old] if old else (earlier or held)[-1]), later


@lru_cache(maxsize=64)
def _changes(old: str, new: str) -> tuple[Change, ...]:
    """Two texts never change under their digests, and a long code takes seconds to compare."""
    return browsing.changes(Edition.objects.get(digest=old), Edition.objects.get(digest=new))


def _counts(changes: tuple[Change, ...]) -> dict[str, int]:
    kinds = [change.kind for change in changes]
    moved = sum(change.kind is Kind.SAME and change.renumbered for change in changes)
    same = kinds.count(Kind.SAME) - moved
    return {
        "修改": kinds.count(Kind.AMENDED), "新增": kinds.count(Kind.ADDED), "删去": kinds.count(Kind.REMOVED),
        "只改条号": moved, "未变": same,
    }  # fmt: skip


def _line(change: Change) -> Line:
    return Line(change, runs(change.old.text if change.old else "", change.new.text if change.new else ""))
