"""The public page behind the QR code of an issued paper, and the comparison of a file with it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from fazhi.documents import code
from fazhi.documents.upload.size import check_size
from fazhi.documents.verification import Standing, standing
from fazhi.fault import Fault
from fazhi.office.guard import public
from fazhi.office.status import status_of
from fazhi.web.forms.verification import CodeForm, FileForm

HOLDER = "who holds a paper may check it; its code cannot be guessed and the page names no party"


@public(HOLDER)
@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    """A field for the code; a code that was typed leads to its page."""
    form = CodeForm(request.GET) if "code" in request.GET else CodeForm()
    if form.is_bound and form.is_valid() and (read := code.read(form.cleaned_data["code"])):
        return redirect("web:verification", read)
    if form.is_bound and form.is_valid():
        form.add_error("code", "核验码只含数字和字母")
    context = {"place": "verify", "form": form}
    return render(request, "web/verify.html", context, status=400 if form.errors else 200)


@public(HOLDER)
@require_http_methods(["GET", "HEAD", "POST"])
def verification(request: HttpRequest, typed: str) -> HttpResponse:
    """What is known of the paper; with a file, whether it is the one that was issued."""
    try:
        known = standing(typed)
    except Fault as fault:
        context = {"place": "verify", "form": CodeForm({"code": typed[:40]}), "fault": fault}
        return render(request, "web/verify.html", context, status=status_of(fault))
    if request.method == "POST":
        return _compared(request, known)
    return _page(request, known, FileForm())


def _compared(request: HttpRequest, known: Standing) -> HttpResponse:
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, known, form, status=400)
    file = form.cleaned_data["file"]
    try:
        check_size(file.size, file.name)
    except Fault as fault:
        return _page(request, known, form, status=400, fault=fault)
    return _page(request, known, FileForm(), same=known.matches(file.read()), name=file.name)


def _page(
    request: HttpRequest, known: Standing, form: FileForm, status: int = 200, **more: Any
) -> HttpResponse:
    context = {"place": "verify", "known": known, "form": form, **more}
    return render(request, "web/verification.html", context, status=status)
