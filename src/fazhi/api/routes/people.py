"""People on a case: who handles it, and who its parties are, each assignment and each look on record."""

from django.http import HttpResponse
from django.utils import timezone
from ninja import Router, Status
from ninja.params.functions import Header, Path

from fazhi.api import body, told, writing
from fazhi.api.asked import EngageIn, LookIn
from fazhi.api.bearer import ApiRequest, needs
from fazhi.api.key import LONGEST, PATTERN, own
from fazhi.api.once import once
from fazhi.api.routes.cases import LAST
from fazhi.api.scope import Scope
from fazhi.cases import policy
from fazhi.cases.actions import Engage, Look
from fazhi.cases.models import Case, Party
from fazhi.fault import Fault
from fazhi.office.models import Person

router = Router()


@router.get(
    "/cases/{int:case}/people", response=told.PeopleOut, summary="承办人员和当事人", **needs(Scope.CASES_READ)
)
def people(request: ApiRequest, case: int = Path(..., ge=1, le=LAST)) -> told.PeopleOut:
    """承办人员，以及以代号表示的当事人；个人信息须写明目的查看，见 looks。"""
    return writing.people(policy.found(request.auth, case))


@router.post(
    "/cases/{int:case}/people",
    response={201: told.EngagedOut},
    summary="指派或者解除指派",
    **needs(Scope.CASES_WRITE, requestBody=body.described(EngageIn)),
)
def engage(
    request: ApiRequest,
    case: int = Path(..., ge=1, le=LAST),
    key: str = Header("", alias="Idempotency-Key", max_length=LONGEST, pattern=PATTERN),
) -> Status[told.EngagedOut]:
    """指派人员承办，或者写明理由解除指派；案件不能没有承办人员。"""
    row = policy.found(request.auth, case)
    asked = body.read(request, EngageIn)
    person = _person(asked.person)
    action = Engage(case=row, person=person, on=asked.on, reason=asked.reason, key=own(request.auth, key))
    made = once(action, request.auth, timezone.now())
    named = told.PersonOut(id=person.pk, name=person.name)
    return Status(201, told.EngagedOut(case=row.pk, person=named, on=made.on, reason=made.reason, at=made.at))


@router.post(
    "/cases/{int:case}/parties/{subject}/looks",
    response={201: told.LookedOut},
    summary="查看当事人信息",
    **needs(Scope.PARTIES_READ, requestBody=body.described(LookIn)),
)
def look(
    request: ApiRequest,
    response: HttpResponse,
    subject: str,
    case: int = Path(..., ge=1, le=LAST),
    key: str = Header("", alias="Idempotency-Key", max_length=LONGEST, pattern=PATTERN),
) -> Status[told.LookedOut]:
    """写明目的查看一名当事人的信息；查看会被记录，答复不得缓存。同一键当日重复的请求是同一次查看。"""
    row = policy.found(request.auth, case)
    asked = body.read(request, LookIn)
    party = _party(row, subject)
    action = Look(party=party, purpose=asked.purpose, key=own(request.auth, key))
    known = once(action, request.auth, timezone.now())
    response["Cache-Control"] = "no-store"
    role = writing.role(row, party)
    return Status(201, told.LookedOut(subject=subject, role=role, purpose=asked.purpose, known=known))


def _person(pk: int) -> Person:
    found = Person.objects.filter(pk=pk).first()
    if found is None:
        raise Fault("api.E007", f"没有编号为{pk}的人员", "请核对人员编号")
    return found


def _party(row: Case, subject: str) -> Party:
    found = None if "\0" in subject else row.parties.filter(subject=subject).first()
    if found is None:
        raise Fault("api.E404", "本案没有这一代号的当事人", "请从 /cases/{case}/people 所列的代号中选择")
    return found
