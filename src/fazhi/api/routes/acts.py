"""Acts: what is on file, what may be done now and why the rest may not, and putting one more on file."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import parse_etags
from ninja import Router, Status
from ninja.params.functions import Header, Path, Query

from fazhi.api import body, colleague, told, writing
from fazhi.api.asked import ActIn, Key
from fazhi.api.bearer import ApiRequest, needs
from fazhi.api.key import LONGEST, PATTERN, own
from fazhi.api.once import once
from fazhi.api.permission import permissions
from fazhi.api.problem import Refused
from fazhi.api.routes.cases import LAST
from fazhi.api.scope import Scope
from fazhi.cases import lawbook, policy, store
from fazhi.cases.actions import Perform
from fazhi.cases.models import Act, Case
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.procedure import written

router = Router()
MOVED = "cases.E409"
UNSEEN = Fault("api.E428", "没有写明办理时看到的案件状态", "请用 If-Match 带上 ETag，或者写明 expected")
STALE = Fault("api.E412", "If-Match 不是本案的任何状态", "请重新查看案件，用答复中的 ETag")


@router.get("/cases/{int:case}/acts", response=list[told.ActOut], summary="行为", **needs(Scope.CASES_READ))
def acts(request: ApiRequest, case: int = Path(..., ge=1, le=LAST)) -> list[told.ActOut]:
    """在卷的行为，依登记次序；digest、previous、leaf 可以用来核对链条。"""
    return list(writing.acts(store.file(policy.found(request.auth, case))))


@router.get(
    "/cases/{int:case}/permitted",
    response=list[told.PermittedOut],
    summary="现在可以做什么",
    **needs(Scope.CASES_READ),
)
def permitted(
    request: ApiRequest,
    case: int = Path(..., ge=1, le=LAST),
    colleagues: list[Key] = Query([], description="共同办理的人员", max_length=20),
) -> list[told.PermittedOut]:
    """本程序的每一个行为：可以办理，或者不能办理的全部理由和条款。"""
    file = store.file(policy.found(request.auth, case))
    return permissions(file, request.auth, colleagues, timezone.localdate())


@router.post(
    "/cases/{int:case}/acts",
    response={201: told.DoneOut},
    summary="办理",
    **needs(Scope.CASES_WRITE, requestBody=body.described(ActIn)),
)
def perform(
    request: ApiRequest,
    response: HttpResponse,
    case: int = Path(..., ge=1, le=LAST),
    if_match: str = Header("", alias="If-Match", max_length=200),
    key: str = Header("", alias="Idempotency-Key", max_length=LONGEST, pattern=PATTERN),
) -> Status[told.DoneOut]:
    """登记一个行为。用 If-Match 或者 expected 写明决定时看到的状态；其后又有办理的，什么也不登记。"""
    row = policy.found(request.auth, case)
    asked = body.read(request, ActIn)
    action = _action(request, row, asked, _expected(row, asked, if_match), own(request.auth, key))
    made = done(action, request.auth, if_match)
    told_ = writing.done(made)
    response["Location"] = reverse("api:acts", args=[row.pk])
    response["ETag"] = f'"{told_.leaf}"'
    return Status(201, told_)


def done(action: Perform, actor: Actor, if_match: str) -> Act:
    """The act on file; a conflict that If-Match found is 412, as RFC 9110 wants it."""
    try:
        return once(action, actor, timezone.now())
    except Fault as fault:
        if fault.code == MOVED and if_match:
            raise Refused(fault, 412) from None
        raise


def _action(request: ApiRequest, row: Case, asked: ActIn, expected: int, key: str) -> Perform:
    edition = lawbook.edition(row.edition_id)
    facts = {name: written.fact(edition, name, value) for name, value in asked.facts.items()}
    colleague.check_facts(row, edition, facts, asked.happened_on)
    return Perform(
        case=row,
        expected=expected,
        act=asked.act,
        happened_on=asked.happened_on,
        facts=facts,
        papers=body.attachments(request, asked.papers),
        colleagues=colleague.others(row, request.auth, asked.colleagues, asked.happened_on),
        corrects=asked.corrects,
        instead_on=asked.instead_on,
        reason=asked.reason,
        key=key,
    )


def _expected(row: Case, asked: ActIn, if_match: str) -> int:
    """How many acts the sender saw; a tag of the past counts, so that a repeated request finds its act."""
    if not if_match:
        if asked.expected is None:
            raise UNSEEN
        return asked.expected
    seen = {writing.head(tag.removeprefix("W/").strip('"')) for tag in parse_etags(if_match)}
    if seen & {"*", row.leaf}:
        return row.sequence
    after = row.acts.filter(previous__in=seen).order_by("-sequence").first()
    if after is None:
        raise STALE
    return after.sequence - 1
