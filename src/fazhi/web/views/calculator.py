"""The public calculator: served today, last day when, and why."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from fazhi.law.unit import Unit
from fazhi.office.guard import public
from fazhi.packs import rulebook
from fazhi.packs.question import parted
from fazhi.search.saying import simplified
from fazhi.web.calculation import Calculation
from fazhi.web.forms.period import NAMES, PeriodForm


@public("anybody who was served a paper may ask what the law says about its dates")
@require_safe
def calculator(request: HttpRequest) -> HttpResponse:
    """An empty form, a form with its mistakes, or an answer; ``narrow`` only shortens the list of rules."""
    asked = request.GET.dict()
    answering = "from" in asked and "narrow" not in asked
    words = asked.get("find", "") or (_near(asked) if answering else "")
    wanted = simplified(words)
    form = PeriodForm(asked, wanted) if answering else PeriodForm(words=wanted, initial=_initial(asked))
    context = {
        "form": form,
        "words": words,
        "found": len(rulebook.matching(wanted)),
        "result": _result(request, form) if answering and form.is_valid() else None,
    }
    return render(request, "web/calculator.html", context, status=400 if form.errors else 200)


def _near(asked: dict[str, str]) -> str:
    """An answer offers what is near the question again: rules of the same statute, or of the same length."""
    chosen = rulebook.rules().get(asked.get("rule", ""))
    if chosen:
        return chosen.basis.statute.strip("《》")
    count, unit = asked.get("count", ""), asked.get("unit", "")
    return f"{count}{Unit(unit).chinese}" if count.isdecimal() and unit in set(Unit) else ""


def _initial(asked: dict[str, str]) -> dict[str, str]:
    """What was filled in so far, under the form's own names; the day is today unless one was given."""
    fields = {address: field for field, address in NAMES.items()}
    given = {fields.get(name, name): value for name, value in parted(asked).items() if value}
    return {"event": timezone.localdate().isoformat(), **given}


def _result(request: HttpRequest, form: PeriodForm) -> Calculation:
    address = request.build_absolute_uri(f"{reverse('web:calculator')}?{form.query()}")
    return Calculation(form.answer, form.chosen, address, timezone.localdate())
