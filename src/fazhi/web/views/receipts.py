"""Receipts: taken from a case's page by those who may see it, checked by anybody."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_safe

from fazhi.cases import policy, receipts
from fazhi.cases.models import Act
from fazhi.cases.receipts import Verified
from fazhi.fault import Fault
from fazhi.office.guard import public, requires
from fazhi.office.right import Right
from fazhi.web.attachment import attachment
from fazhi.web.desk import DeskRequest


@requires(Right.READ)
@require_safe
def receipt(request: DeskRequest, pk: int, sequence: int) -> HttpResponse:
    """The receipt of one act, to hand to the party."""
    row = policy.found(request.actor, pk)
    act = get_object_or_404(Act.objects.select_related("case"), case=row, sequence=sequence)
    text = json.dumps(receipts.of(act).as_dict(), ensure_ascii=False, indent=1) + "\n"
    return attachment(text.encode(), f"回执 {row.number} 第{sequence}号.json", "application/json")


@public("whoever holds a receipt may have it checked; nothing of it is kept")
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """An empty form, a receipt that holds, or the precise reason why it does not."""
    context: dict[str, object] = {"place": "checkpoints"}
    if request.method != "POST":
        return render(request, "web/receipts.html", context)
    try:
        context |= _shown(receipts.verify(_given(request)))
    except Fault as fault:
        return render(request, "web/receipts.html", {**context, "fault": fault}, status=400)
    return render(request, "web/receipts.html", context)


def _given(request: HttpRequest) -> bytes:
    """The file, or else the text that was pasted."""
    file = request.FILES.get("file")
    given = (
        file.read(receipts.LARGEST + 1) if file else request.POST.get("text", "").encode("utf-8", "replace")
    )
    if not given.strip():
        raise Fault("cases.E068", "没有选择文件，也没有粘贴内容", "请选择回执文件，或者粘贴回执的全文")
    return given


def _shown(found: Verified) -> dict[str, object]:
    act = found.receipt.act
    content = act and json.dumps(json.loads(act), ensure_ascii=False, indent=2)
    return {"receipt": found.receipt, "signed": found.checkpoint, "content": content}
