"""Which systems are told of events, and what could not be delivered."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from fazhi.cases.models import Event
from fazhi.fault import Fault
from fazhi.notices import actions
from fazhi.notices.models import Delivery, Subscription
from fazhi.office.guard import requires
from fazhi.office.models import Organ
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.web.choice import number
from fazhi.web.desk import DeskRequest

SHOWN = 100


@requires(Right.SUPERVISE)
@require_http_methods(["GET", "HEAD", "POST"])
def webhooks(request: DeskRequest) -> HttpResponse:
    """The subscriptions and the failed deliveries; a new subscription shows its secret this once."""
    if request.method != "POST":
        return _page(request)
    asked = actions.Subscribe(
        url=request.POST.get("url", "").strip(),
        kinds=tuple(request.POST.getlist("kinds")),
        organ=Organ.objects.filter(pk=number(request.POST.get("organ", "")) or 0).first(),
    )
    try:
        made = asked.perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, status_of(fault), fault=fault, tried=asked)
    return _page(request, made=made)


@requires(Right.SUPERVISE)
@require_POST
def end(request: DeskRequest, pk: int) -> HttpResponse:
    actions.end(request.actor, get_object_or_404(Subscription, pk=pk), timezone.now())
    messages.success(request, "已停用")
    return redirect("web:webhooks")


@requires(Right.SUPERVISE)
@require_POST
def delivery(request: DeskRequest, pk: int) -> HttpResponse:
    """Send a failed delivery once more, or never."""
    row = get_object_or_404(Delivery, pk=pk)
    if request.POST.get("once_more") == "1":
        actions.retry(request.actor, row, timezone.now())
        messages.success(request, "已重新排队")
    else:
        actions.drop(request.actor, row)
        messages.success(request, "已放弃外发，事件仍保留")
    return redirect("web:webhooks")


def _page(request: DeskRequest, status: int = 200, **more: object) -> HttpResponse:
    dead = Delivery.objects.filter(state=Delivery.State.DEAD)
    context = {
        "subscriptions": Subscription.objects.select_related("organ"),
        "dead": dead.select_related("event__case", "message", "subscription", "person")[:SHOWN],
        "dead_count": dead.count(),
        "kinds": Event.Kind.choices,
        "organs": Organ.objects.all(),
        **more,
    }
    return render(request, "web/webhooks.html", context, status=status)
