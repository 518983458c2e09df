"""委托代理: who acts in whose post, given and received, and the form to give and to take back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from fazhi.fault import Fault
from fazhi.office.actions.delegate import revoke as take_back
from fazhi.office.guard import requires
from fazhi.office.models import Delegation
from fazhi.office.right import Right
from fazhi.office.status import status_of
from fazhi.web.desk import DeskRequest
from fazhi.web.forms.delegation import DelegationForm


@requires(Right.READ)
@require_http_methods(["GET", "HEAD", "POST"])
def delegations(request: DeskRequest) -> HttpResponse:
    """The page; a posted form is recorded, or shown again with what is wrong."""
    today = timezone.localdate()
    if request.method != "POST":
        return _page(request, DelegationForm(request.actor, today, initial={"since": today, "until": today}))
    form = DelegationForm(request.actor, today, request.POST)
    if not form.is_valid():
        return _page(request, form, status=400)
    try:
        form.action().perform(request.actor, timezone.now())
    except Fault as fault:
        return _page(request, form, fault, status_of(fault))
    messages.success(request, "委托已设立")
    return redirect("web:delegations")


@requires(Right.READ)
@require_POST
def revoke(request: DeskRequest, pk: int) -> HttpResponse:
    take_back(pk, request.actor, timezone.now())
    messages.success(request, "委托已撤回")
    return redirect("web:delegations")


def _page(
    request: DeskRequest, form: DelegationForm, fault: Fault | None = None, status: int = 200
) -> HttpResponse:
    rows = Delegation.objects.select_related("post__organ", "principal", "delegate")
    context = {
        "form": form,
        "fault": fault,
        "given": rows.filter(principal=request.actor.person_id),
        "received": rows.filter(delegate=request.actor.person_id),
        "today": timezone.localdate(),
    }
    return render(request, "web/delegations.html", context, status=status)
