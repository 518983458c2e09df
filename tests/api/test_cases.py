"""Cases for other systems: what a person may see and do, a token of theirs may, and no more."""

import base64
import json
import sys
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from fazhi.api import colleague
from fazhi.cases import lawbook
from fazhi.cases.capacity import pseudonym
from fazhi.cases.models import Case, Paper, Party, Secrecy
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.procedure.fact import FactKind
from tests.api.conftest import System
from tests.cases.conftest import APPLICANT, DAY, opening, person, receive
from tests.conftest import at
from tests.portal.conftest import give_post
from tests.web.conftest import logged_in

Of = Callable[..., System]
RECEIVED = {
    "act": "receive",
    "happened_on": "2026-07-06",
    "facts": {"channel": "in-person", "submitted_on": "2026-07-06"},
}
NEW = {
    "procedure": "disclosure-on-request",
    "organ": "justice",
    "act": "submit",
    "happened_on": "2026-07-06",
    "title": "公开某项目批复的申请",
    "facts": {"channel": "in-person"},
    "parties": [{"role": "applicant", "name": "演示·申请人甲", "phone": "00000000000"}],
}


def tag(case: Case) -> str:
    return f'"{Case.objects.get(pk=case.pk).leaf}"'


def test_the_list_goes_back_page_by_page_and_misses_none(desk: System, receiver: Actor) -> None:
    made = [opening().perform(receiver, at(2026, 7, 6)).pk for _ in range(5)]
    seen, address = [], "/cases?limit=2"
    while address:
        page = desk.get(address).json()
        seen += [row["id"] for row in page["cases"]]
        opening().perform(receiver, at(2026, 7, 6))  # what comes in meanwhile moves no page
        address = page["next"] and f"/cases?limit=2&cursor={page['next']}"
    assert seen == made[::-1]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?mine=true", 1), ("?q=批复", 1), ("?q=没有的词", 0), ("?state=closed", 0), ("?state=open", 1),
        ("?procedure=disclosure-on-request", 1), ("?procedure=simple-penalty", 0), ("?q=%00", 1),
    ],
)  # fmt: skip
def test_the_list_is_searched(desk: System, case: Case, query: str, found: int) -> None:
    assert len(desk.get(f"/cases{query}").json()["cases"]) == found


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("?cursor=x", 400, "api.E006"), ("?cursor=Y2FzZTp4", 400, "api.E006"), ("?limit=0", 400, "api.E400"),
        ("?state=lost", 400, "api.E400"), ("?procedure=none", 404, "cases.E001"),
    ],
)  # fmt: skip
def test_a_question_that_is_none_is_a_problem(desk: System, query: str, status: int, code: str) -> None:
    response = desk.get(f"/cases{query}")
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert response["Content-Type"] == "application/problem+json"


def test_a_case_is_told_in_the_words_of_its_edition(desk: System, case: Case) -> None:
    told = desk.get(f"/cases/{case.pk}").json()
    assert told["number"] == case.number
    assert told["stage"] == {"id": "submit", "title": "提出申请"}
    assert told["facts"] == {"channel": "in-person"}


def test_a_complaint_is_for_its_handlers_alone_as_on_the_desk(system: Of, receiver: Actor) -> None:
    give_post("clerk", "投诉举报经办人")
    clerk = system("clerk")
    complaint = {
        "procedure": "conduct-complaint", "organ": "justice", "act": "submit", "happened_on": "2026-07-06",
        "facts": {"channel": "visit", "kind": "complaint"},
    }  # fmt: skip
    refused = clerk.post("/cases", {**complaint, "secrecy": "ordinary"})
    assert (refused.status_code, refused.json()["code"]) == (400, "cases.E082")
    assert not Case.objects.exists()
    for said in ({}, {"secrecy": "restricted"}):
        made = clerk.post("/cases", {**complaint, **said})
        assert (made.status_code, made.json()["restricted"]) == (201, True)
    assert system("chief").get(f"/cases/{made.json()['id']}").status_code == 404
    form = logged_in("clerk").get("/cases/new/conduct-complaint").content.decode()
    assert "仅限承办人员" in form
    assert '<option value="0"' not in form.split('name="secrecy"')[1].split("</select>")[0]


def test_a_page_of_cases_costs_the_same_however_many_it_shows(
    desk: System, receiver: Actor, django_assert_max_num_queries: Any
) -> None:
    for _ in range(12):
        opening().perform(receiver, at(2026, 7, 6))
    with django_assert_max_num_queries(6):
        assert len(desk.get("/cases").json()["cases"]) == 12


def test_who_has_the_case_already_is_not_sent_it_again(desk: System, case: Case, receiver: Actor) -> None:
    first = desk.get(f"/cases/{case.pk}")
    assert first["ETag"] == tag(case)
    again = desk.get(f"/cases/{case.pk}", If_None_Match=first["ETag"])
    assert (again.status_code, again["ETag"], again.content) == (304, tag(case), b"")
    receive(case, receiver)
    assert desk.get(f"/cases/{case.pk}", If_None_Match=first["ETag"]).status_code == 200


def test_lists_and_papers_are_not_sent_again_either(desk: System, case: Case) -> None:
    for path in ("/cases", f"/cases/{case.pk}/acts", f"/cases/{case.pk}/clocks", "/rules", "/openapi.json"):
        tag = desk.get(path)["ETag"]
        again = desk.get(path, if_none_match=tag)
        assert (again.status_code, again["ETag"], again.content) == (304, tag, b""), path
    tag = desk.get("/cases")["ETag"]
    opening().perform(person("receiver"), at(2026, 7, 6))
    assert desk.get("/cases", if_none_match=tag).status_code == 200


def test_the_acts_are_linked(desk: System, case: Case, receiver: Actor) -> None:
    receive(case, receiver)
    first, second = desk.get(f"/cases/{case.pk}/acts").json()
    assert first["leaf"] == second["previous"]
    assert f'"{second["leaf"]}"' == tag(case)
    assert second["by"] == ["演示·公开经办人甲"]


def test_the_clocks_explain_themselves(desk: System, case: Case, receiver: Actor) -> None:
    receive(case, receiver)
    (clock,) = [one for one in desk.get(f"/cases/{case.pk}/clocks").json() if one["due"] == "2026-08-03"]
    assert "政府信息公开条例" in clock["basis"]
    assert clock["explained"]


def test_parties_are_pseudonyms(desk: System, case: Case) -> None:
    told = desk.get(f"/cases/{case.pk}/people")
    assert told.json()["parties"] == [
        {"subject": Party.objects.get().subject, "role": {"id": "applicant", "title": "申请人"}}
    ]
    assert APPLICANT.known["name"] not in told.content.decode()


def test_every_act_is_permitted_or_refused_with_its_article(desk: System, case: Case) -> None:
    acts = {one["act"]["id"]: one for one in desk.get(f"/cases/{case.pk}/permitted").json()}
    assert acts["receive"]["permitted"]
    asked = {fact["id"]: fact["required"] for fact in acts["receive"]["facts"]}
    assert (asked["channel"], asked["submitted_on"]) == (True, False)
    refused = [one for one in acts.values() if not one["permitted"]]
    assert any("第三十三条第二款" in r["basis"] for one in refused for r in one["refusals"])
    assert all(r["code"] and r["because"] and r["remedy"] for one in refused for r in one["refusals"])


def test_who_may_only_look_is_told_so_for_every_act(system: Of, case: Case) -> None:
    acts = system("auditor").get(f"/cases/{case.pk}/permitted").json()
    assert all("office.E001" in [r["code"] for r in one["refusals"]] for one in acts)


def test_a_case_is_opened(desk: System) -> None:
    response = desk.post("/cases", NEW)
    assert response.status_code == 201, response.content.decode()
    case = Case.objects.get()
    assert response["Location"] == f"/api/v1/cases/{case.pk}"
    assert response.json()["number"] == case.number
    assert response["ETag"] == tag(case)
    assert desk.get(f"/cases/{case.pk}/people").json()["handlers"][0]["name"] == "演示·公开经办人甲"


def test_a_request_sent_twice_opens_one_case(desk: System, system: Of) -> None:
    first, second = (desk.post("/cases", NEW, Idempotency_Key="a-1").json()["id"] for _ in range(2))
    assert first == second
    other = desk.post("/cases", {**NEW, "title": "另一件"}, Idempotency_Key="a-1")
    assert (other.status_code, other.json()["code"]) == (409, "cases.E019")
    assert system("chief").post("/cases", NEW, Idempotency_Key="a-1").status_code != 409


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"procedure": "none"}, 404, "cases.E001"),
        ({"organ": "none"}, 400, "api.E008"),
        ({"organ": "audit"}, 403, "office.E001"),
        ({"act": "none"}, 400, "procedure.E001"),
        ({"happened_on": "2000-01-01"}, 400, "procedure.E018"),
        ({"happened_on": "1900-01-01"}, 400, "api.E400"),
        ({"happened_on": 1_783_296_000}, 400, "api.E400"),
        ({"happened_on": "2199-12-31"}, 400, "procedure.E015"),
        ({"facts": {"channel": "pigeon"}}, 400, "procedure.E013"),
        ({"facts": {"channel": 1.5}}, 400, "api.E400"),
        ({"facts": {"none": True}}, 400, "procedure.E012"),
        ({"facts": {"channel": "in-person\0"}}, 400, "api.E400"),
        ({"title": "长" * 121}, 400, "api.E400"),
        ({"title": "\0"}, 400, "api.E400"),
        ({"title": "\ud800"}, 400, "api.E400"),
        ({"colleagues": [999_999]}, 400, "api.E007"),
        ({"parties": [{"role": "judge", "name": "演示"}]}, 400, "cases.E014"),
        ({"secrecy": "top"}, 400, "api.E400"),
        ({"surplus": 1}, 400, "api.E400"),
        ({"papers": [{"title": "申请书"}]}, 400, "api.E005"),
        ({"papers": [{"title": "申请书", "content": "不是base64"}]}, 400, "api.E400"),
        ({"papers": [{"title": "申请书", "content": ""}]}, 400, "cases.E011"),
        ({"papers": [{"title": "申请书", "part": "x"}]}, 400, "api.E005"),
    ],
)
def test_a_mistake_opens_nothing(desk: System, changes: dict[str, object], status: int, code: str) -> None:
    response = desk.post("/cases", {**NEW, **changes})
    assert (response.status_code, response.json()["code"]) == (status, code), response.content.decode()
    assert response.json()["remedy"]
    assert Case.objects.count() == 0


@pytest.mark.parametrize("body", ["{", "[]", "null", "[" * 100_000, '{"act": NaN}', b"\xff", "1" * 5_000])
def test_what_is_no_request_is_a_problem(desk: System, body: str | bytes) -> None:
    response = desk.post("/cases", body)
    assert (response.status_code, response.json()["code"]) == (400, "api.E400")


def test_a_body_too_big_or_of_another_kind_is_a_problem(desk: System, case: Case) -> None:
    paper = {"title": "图", "content": base64.b64encode(b"x" * 2_500_000).decode()}
    response = desk.post(f"/cases/{case.pk}/acts", {**RECEIVED, "expected": 1, "papers": [paper]})
    assert (response.status_code, response.json()["code"]) == (413, "api.E413")
    assert desk.send("/cases", {"other": "x"}).json()["code"] == "api.E400"
    assert desk.post("/cases", "").status_code == 415


def test_an_act_is_done_on_what_was_seen(desk: System, case: Case) -> None:
    response = desk.post(f"/cases/{case.pk}/acts", RECEIVED, If_Match=tag(case))
    assert response.status_code == 201, response.content.decode()
    assert response.json()["sequence"] == 2
    assert response["ETag"] == tag(case)


def test_the_tag_of_a_case_with_cases_inside_says_how_it_stands(system: Of, receiver: Actor) -> None:
    """An ordinary penalty may have a hearing inside, which moves it without an act of its own."""
    desk, partner = system("officer"), person("partner").identity
    penalty = {"procedure": "ordinary-penalty", "organ": "east", "act": "file", "colleagues": [partner]}
    opened = desk.post("/cases", {**penalty, "happened_on": "2026-07-06"})
    assert opened.status_code == 201, opened.content.decode()
    row = Case.objects.get()
    first = desk.get(f"/cases/{row.pk}")["ETag"].strip('"')
    assert first.startswith(f"{row.leaf}.")
    assert opened["ETag"] == f'"{first}"'
    assert desk.get(f"/cases/{row.pk}", If_None_Match=f'"{first}"').status_code == 304
    stale = desk.post(f"/cases/{row.pk}/acts", {**RECEIVED, "act": "none"}, If_Match=f'"{first}"')
    assert stale.json()["code"] == "procedure.E001"


def test_a_number_says_what_was_seen_as_well(desk: System, case: Case) -> None:
    assert desk.post(f"/cases/{case.pk}/acts", {**RECEIVED, "expected": 1}).status_code == 201


def test_somebody_elses_act_meanwhile_is_a_conflict(desk: System, case: Case, receiver: Actor) -> None:
    seen = tag(case)
    receive(case, receiver)
    stale = desk.post(f"/cases/{case.pk}/acts", RECEIVED, If_Match=seen)
    assert (stale.status_code, stale.json()["code"]) == (412, "cases.E409")
    counted = desk.post(f"/cases/{case.pk}/acts", {**RECEIVED, "expected": 1})
    assert (counted.status_code, counted.json()["code"]) == (409, "cases.E409")
    assert case.acts.count() == 2


@pytest.mark.parametrize(("match", "status", "code"), [("", 428, "api.E428"), ('"none"', 412, "api.E412")])
def test_who_says_not_what_was_seen_does_nothing(
    desk: System, case: Case, match: str, status: int, code: str
) -> None:
    response = desk.post(f"/cases/{case.pk}/acts", RECEIVED, **({"If_Match": match} if match else {}))
    assert (response.status_code, response.json()["code"]) == (status, code)


def test_an_act_sent_twice_is_one_act_though_its_tag_is_past(desk: System, case: Case) -> None:
    seen = tag(case)
    sent = [
        desk.post(f"/cases/{case.pk}/acts", RECEIVED, If_Match=seen, Idempotency_Key="k").json()["sequence"]
        for _ in range(2)
    ]
    assert sent == [2, 2]
    assert case.acts.count() == 2


def test_the_procedures_refusal_comes_with_its_article(desk: System, case: Case) -> None:
    wrong = {**RECEIVED, "facts": {"channel": "in-person", "submitted_on": "2026-07-05"}, "expected": 1}
    problem = desk.post(f"/cases/{case.pk}/acts", wrong).json()
    assert problem["code"] == "procedure.E017"
    assert "政府信息公开条例" in problem["basis"]


def test_a_paper_in_the_request_comes_back_whole(desk: System, case: Case) -> None:
    paper = {
        "title": "申请书",
        "file_name": "申请书.txt",
        "content": "5ryU56S6",
    }
    done = desk.post(f"/cases/{case.pk}/acts", {**RECEIVED, "expected": 1, "papers": [paper]})
    assert done.status_code == 201, done.content.decode()
    (listed,) = desk.get(f"/cases/{case.pk}/papers").json()
    assert (listed["act"], listed["file_name"]) == (2, "申请书.txt")
    got = desk.get(f"/cases/{case.pk}/papers/{listed['id']}")
    assert got.content == "演示".encode()
    assert got["Content-Disposition"].startswith("attachment")
    assert desk.get(f"/cases/{case.pk}/papers/999999").status_code == 404


def test_a_paper_beside_the_request_is_kept(desk: System, case: Case) -> None:
    request = {**RECEIVED, "expected": 1, "papers": [{"title": "申请书", "part": "scan"}]}
    file = SimpleUploadedFile("扫描件.pdf", b"%PDF-" + b"x" * 3_000_000)
    done = desk.send(f"/cases/{case.pk}/acts", {"request": json.dumps(request), "scan": file})
    assert done.status_code == 201, done.content.decode()
    assert (Paper.objects.get().file_name, Paper.objects.get().size) == ("扫描件.pdf", 3_000_005)


@pytest.mark.parametrize("path", ["", "/acts", "/clocks", "/people", "/permitted", "/papers", "/papers/1"])
@pytest.mark.parametrize("login", ["street", "officer"])
def test_another_organ_finds_nothing(system: Of, case: Case, login: str, path: str) -> None:
    response = system(login).get(f"/cases/{case.pk}{path}")
    assert (response.status_code, response.json()["code"]) == (404, "cases.E404")
    assert system(login).post(f"/cases/{case.pk}/acts", RECEIVED).status_code == 404
    assert system(login).get("/cases").json()["cases"] == []


def test_a_restricted_case_is_for_its_handlers(desk: System, receiver: Actor, system: Of) -> None:
    hidden = opening(secrecy=Secrecy.RESTRICTED).perform(receiver, at(2026, 7, 6))
    assert desk.get(f"/cases/{hidden.pk}").status_code == 200
    assert system("chief").get(f"/cases/{hidden.pk}").status_code == 404
    assert system("auditor").get(f"/cases/{hidden.pk}").status_code == 200


def test_a_paper_passes_the_scanner_or_leaves_nothing(desk: System, case: Case, settings: Any) -> None:
    refuses = f"{sys.executable} -c 'import sys; sys.exit(1)'"
    settings.CONFIG = settings.CONFIG.model_copy(update={"scan": refuses})
    request = {**RECEIVED, "expected": 1, "papers": [{"title": "申请书", "content": "5ryU56S6"}]}
    assert desk.post(f"/cases/{case.pk}/acts", request).json()["code"] == "documents.E056"
    assert (case.acts.count(), Paper.objects.count()) == (1, 0)


def test_a_paper_over_the_limit_leaves_nothing(desk: System, case: Case) -> None:
    request = {**RECEIVED, "expected": 1, "papers": [{"title": "录像", "part": "film"}]}
    film = SimpleUploadedFile("录像.mp4", b"x" * (20 * 2**20 + 1))
    response = desk.send(f"/cases/{case.pk}/acts", {"request": json.dumps(request), "film": film})
    assert (response.status_code, response.json()["code"]) == (413, "cases.E012")
    assert (case.acts.count(), Paper.objects.count()) == (1, 0)


@pytest.mark.parametrize(
    "named", ["工号0", "工号x", "演示", "工号007", "工号٣", "工号99999999999999999999", True]
)
def test_a_fact_names_only_people_of_the_organ_or_the_case(case: Case, named: str | bool) -> None:
    edition = lawbook.governing("simple-penalty", DAY)
    (name, *_) = [one.id for one in edition.facts if one.kind is FactKind.PERSON]
    with pytest.raises(Fault, match=r"api\.E007"):
        colleague.check_facts(case, edition, {name: named}, DAY)


def test_a_fact_may_name_a_handler_and_a_colleague(case: Case, receiver: Actor) -> None:
    edition = lawbook.governing("simple-penalty", DAY)
    (name, *_) = [one.id for one in edition.facts if one.kind is FactKind.PERSON]
    for one in (receiver, person("chief")):
        colleague.check_facts(case, edition, {name: pseudonym(one.identity)}, DAY)
    with pytest.raises(Fault, match=r"api\.E007"):
        colleague.check_facts(case, edition, {name: pseudonym(person("street").identity)}, DAY)
