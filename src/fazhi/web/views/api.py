"""The first addresses of the programming interface: periods and rules, as the command line answers them."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from fazhi.fault import Fault
from fazhi.office.guard import public
from fazhi.web import rulebook
from fazhi.web.forms.period import PeriodForm, Refused
from fazhi.web.problem import answered, problem


@public("the calculator's answer for machines; it reads nothing but the packs")
@require_safe
def period(request: HttpRequest) -> JsonResponse:
    """What ``fazhi law period --json`` prints, and the rule where one was named; mistakes as RFC 9457."""
    form = PeriodForm(request.GET.dict())
    if not form.is_valid():
        return _problem(form)
    rule = form.chosen
    answer = {**form.answer.as_dict(), "rule": rule.as_dict() if rule else None}
    return answered(answer)


@public("the rules of the packs are the law in own words")
@require_safe
def rules(request: HttpRequest) -> JsonResponse:
    """Every rule, or those that contain each word of ``q``."""
    found = [rule.as_dict() for rule in rulebook.matching(request.GET.get("q", ""))]
    return answered({"count": len(found), "rules": found})


def _problem(form: PeriodForm) -> JsonResponse:
    """Every mistake with its code and parameter."""
    return problem(list(_mistakes(form)))


def _mistakes(form: PeriodForm) -> Iterable[dict[str, Any]]:
    for name, errors in form.errors.as_data().items():
        for error in errors:
            fault = (
                error.fault if isinstance(error, Refused) else Fault("web.E400", str(error.message), "请改正")
            )
            yield {"parameter": form.add_prefix(name), **fault.as_dict()}
