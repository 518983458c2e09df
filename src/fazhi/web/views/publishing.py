"""The desk of the documents library: what an organ published, what it could publish, and keeping it."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fazhi.cases.models import Paper
from fazhi.documents.upload import check_size
from fazhi.duties.models import Outline
from fazhi.fault import Fault
from fazhi.library import actions, policy, prefill, shelf
from fazhi.library.models import Item
from fazhi.library.origin import MISSING, Origin, papers, releases
from fazhi.office.guard import requires
from fazhi.office.models import Organ
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.packs import library
from fazhi.web.choice import number, without
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.publishing import DescribeForm, PublishForm, RelateForm, ValidityForm, WithdrawForm

PAGE, WAITING = 30, 20
Forms = dict[str, forms.Form]


@requires(Right.READ)
@require_safe
def desk(request: DeskRequest) -> HttpResponse:
    """The documents a person keeps, and what of cases and reviews waits to be published."""
    words = request.GET.get("q", "").replace("\0", "").strip()[:80]
    rows = shelf.standing(policy.kept(request.actor), timezone.localdate())
    rows = rows.filter(shelf.Search(text=words).condition())
    context = {
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "query": without(request.GET, "page"),
        "words": words,
        "may_publish": _organs(request).exists(),
        "papers": [(row, prefill.latest_day(row.act.happened_on)) for row in _papers(request)],
        "releases": releases(request.actor).filter(_unpublished("release"))[:WAITING],
    }
    return render(request, "web/publishing.html", context)


def _papers(request: DeskRequest) -> list[Paper]:
    mine = papers(request.actor).filter(act__case__organ__in=policy.organs(request.actor))
    return list(mine.filter(_unpublished("paper")).defer("content")[:WAITING])


def _unpublished(name: str) -> Any:
    held = Item.objects.filter(withdrawal=None, **{f"{name}__isnull": False})
    return ~Q(pk__in=held.values(name))


def _organs(request: DeskRequest, origin: Origin | None = None) -> Any:
    if origin and origin.outline and request.actor.may(Right.SUPERVISE):
        return Organ.objects.all()
    return policy.organs(request.actor)


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    """Publish a document; what is wrong is said above the form, which keeps all but the files."""
    origin = _origin(request)
    organs = _organs(request, origin)
    if request.method != "POST":
        first = organs.first() if organs.count() == 1 else None
        start = {"organ": first, **prefill.beginning(origin)}
        return _form(request, PublishForm(organs, initial=start), origin)
    form = PublishForm(organs, request.POST, request.FILES)
    if not form.is_valid():
        return _form(request, form, origin, status=400)
    try:
        for file in form.cleaned_data["sent"]:
            check_size(file.size or 0, file.name or "")
        row = form.action(origin).perform(request.actor, timezone.now())
    except Fault as fault:
        return _form(request, form, origin, fault, status_of(fault))
    messages.success(request, "已公开")
    return redirect("web:publishing-item", row.pk)


def _origin(request: DeskRequest) -> Origin:
    """What the address names, where it is there for this person."""
    asked = {name: number(request.GET.get(name, "")) for name in ("paper", "release", "outline")}
    if asked["paper"]:
        return Origin(paper=_one(papers(request.actor).filter(pk=asked["paper"])))
    if asked["release"]:
        return Origin(release=_one(releases(request.actor).filter(pk=asked["release"])))
    if asked["outline"] and request.actor.may(Right.SUPERVISE):
        return Origin(outline=_one(Outline.objects.filter(pk=asked["outline"])))
    return Origin()


def _one(rows: Any) -> Any:
    if (row := rows.first()) is None:
        raise MISSING
    return row


def _form(
    request: DeskRequest, form: PublishForm, origin: Origin, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    told = [file.name for file in origin.files()]
    subjects = library.load().subjects
    context = {"form": form, "fault": fault, "origin": origin, "told": told, "subjects": subjects}
    return render(request, "web/publishing_new.html", context, status=status)


@requires(Right.READ)
@require_safe
def item(request: DeskRequest, pk: int) -> HttpResponse:
    return _page(request, policy.found(request.actor, pk))


def _fresh(row: Item) -> Forms:
    told = {name: getattr(row, name) for name in DescribeForm.base_fields if hasattr(row, name)}
    return {
        "describe": DescribeForm(initial=told, auto_id="describe-%s"),
        "validity": ValidityForm(row, auto_id="validity-%s"),
        "relate": RelateForm(row, auto_id="relate-%s"),
        "withdraw": WithdrawForm(auto_id="withdraw-%s"),
    }


def _page(
    request: DeskRequest, row: Item, tried: Forms | None = None, fault: Fault | None = None
) -> HttpResponse:
    name = next(iter(tried), "") if tried else ""
    context = {
        "row": row,
        "state": shelf.state(row, timezone.localdate()),
        "forms": _fresh(row) | (tried or {}),
        "tried": name,
        "fault": fault,
        "withdrawal": getattr(row, "withdrawal", None),
        "files": row.files.defer("data"),
        "particulars": row.particulars.select_related("by").order_by("-sequence"),
        "validities": row.validities.select_related("by").order_by("-pk"),
        "links": [*shelf.readings(row), *shelf.documents(row)],
        "subjects": library.load().subjects,
    }
    status = status_of(fault) if fault else 400 if tried else 200
    return render(request, "web/publishing_item.html", context, status=status)


@requires(Right.READ)
@require_POST
def step(request: DeskRequest, pk: int, kind: str) -> HttpResponse:
    """One act on a published document; what is wrong is said in its form."""
    row = policy.found(request.actor, pk)
    if kind not in STEPS:
        raise Http404
    bind, make, done = STEPS[kind]
    form = bind(row, request)
    if not form.is_valid():
        return _page(request, row, {kind: form})
    try:
        make(row, form).perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, row, {kind: form}, fault)
    messages.success(request, done)
    return redirect("web:publishing-item", pk)


def _describe(row: Item, form: Any) -> Any:
    return actions.Describe(item=row, told=form.told(), reason=form.cleaned_data["reason"])


def _validity(row: Item, form: Any) -> Any:
    return actions.SetValidity(item=row, **form.cleaned_data)


def _relate(row: Item, form: Any) -> Any:
    other = get_object_or_404(Item, pk=form.cleaned_data["other"].pk)
    pair = (row, other) if row.kind == Item.Kind.DOCUMENT else (other, row)
    return actions.Relate(document=pair[0], reading=pair[1], stands=form.cleaned_data["stands"] == "yes")


def _withdraw(row: Item, form: Any) -> Any:
    return actions.Withdraw(item=row, reason=form.cleaned_data["reason"])


Bind = Callable[[Item, DeskRequest], forms.Form]
STEPS: Mapping[str, tuple[Bind, Callable[[Item, Any], Any], str]] = {
    "describe": (lambda _, r: DescribeForm(r.POST, auto_id="describe-%s"), _describe, "已更正著录信息"),
    "validity": (lambda row, r: ValidityForm(row, r.POST, auto_id="validity-%s"), _validity, "已变更有效性"),
    "relate": (lambda row, r: RelateForm(row, r.POST, auto_id="relate-%s"), _relate, "已办理关联"),
    "withdraw": (lambda _, r: WithdrawForm(r.POST, auto_id="withdraw-%s"), _withdraw, "已撤下，公众不再看到"),
}
