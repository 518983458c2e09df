"""The catalogue of decisions goes out with the party committee's consent, and changes with a reason."""

import json

import pytest
from django.test import Client

from fazhi.chapters.decisions.archive import actions, matters
from fazhi.chapters.decisions.archive.models import Listing
from fazhi.fault import Fault
from fazhi.office.models import Organ
from fazhi.registers.actions import Approve, Keep, Publish, Submit, open_register
from fazhi.registers.models import Edition, Register
from tests.chapters.decisions.archive import people
from tests.conftest import Personas, at
from tests.web.conftest import logged_in
from tests.web.page import text

DAY = at(2026, 3, 2)
CONSENT = "区委办复〔2026〕示例1号，2026年2月20日"


@pytest.fixture
def register(personas: Personas) -> Register:
    people.establish_all()
    organ = Organ.objects.get(code="justice")
    return open_register(personas.clerk, "decision-catalogue", organ, DAY)


def kept(register: Register, personas: Personas, *names: str) -> Edition:
    rows = [
        {
            "number": f"2026-{n:02}", "name": name, "matter": "重大公共建设项目", "year": "2026",
            "unit": "区司法局", "basis": "《重大行政决策程序暂行条例》第三条第一款",
        }
        for n, name in enumerate(names, 1)
    ]  # fmt: skip
    data = json.dumps(rows, ensure_ascii=False).encode()
    return Keep(register=register, file_name="目录.json", data=data).perform(personas.clerk, DAY)


def published(register: Register, personas: Personas, *names: str, reason: str = "") -> Edition:
    edition = kept(register, personas, *names)
    Submit(edition=edition, expected=0, text=reason).perform(personas.clerk, DAY)
    Approve(edition=edition, expected=1).perform(personas.leader, DAY)
    Publish(edition=edition, expected=2, text=CONSENT).perform(personas.leader, DAY)
    return edition


def test_no_catalogue_goes_out_without_consent_nor_changes_without_a_reason(
    register: Register, personas: Personas
) -> None:
    edition = kept(register, personas, "旧改")
    Submit(edition=edition, expected=0).perform(personas.clerk, DAY)
    Approve(edition=edition, expected=1).perform(personas.leader, DAY)
    with pytest.raises(Fault, match=r"registers\.E044.*同级党委同意的文号和日期") as refused:
        Publish(edition=edition, expected=2).perform(personas.leader, DAY)
    assert "第三条第三款" in refused.value.basis
    leader = logged_in("leader")
    page = text(leader.get(f"/registers/editions/{edition.pk}"))
    assert "同级党委同意的文号和日期" in page
    page = text(leader.post(f"/registers/editions/{edition.pk}/publish", {"publish-expected": "2"}))
    assert "已公布" not in page
    Publish(edition=edition, expected=2, text=CONSENT).perform(personas.leader, DAY)
    assert "旧改" in text(Client().get(f"/lists/{register.pk}"))
    changed = kept(register, personas, "旧改", "绿道")
    with pytest.raises(Fault, match="调整的理由"):
        Submit(edition=changed, expected=0).perform(personas.clerk, DAY)
    Submit(edition=changed, expected=0, text="新增市级任务，已经论证").perform(personas.clerk, DAY)


def test_a_matter_without_a_case_shows_when_its_year_is_over(register: Register, personas: Personas) -> None:
    published(register, personas, "旧改", "绿道")
    case = people.proposed()
    drafter = logged_in("drafter")
    page = text(drafter.get("/execution/catalogue"))
    assert "没有您能查看的案件" in page
    given = {"matter": f"{register.pk}:2026-01", "case": str(case.pk)}
    for bad in ({"matter": f"{register.pk}:2026-09"}, {"matter": "x"}):
        assert "archive.E013" in text(drafter.post("/execution/catalogue/cases", {**given, **bad}))
    assert "cases.E404" in text(logged_in("street").post("/execution/catalogue/cases", given))
    assert "已对应到目录事项" in text(drafter.post("/execution/catalogue/cases", given, follow=True))
    found = {one.entry.key: one for one in matters.matters(personas.clerk, at(2027, 1, 4).date())}
    assert [found[key].late for key in ("2026-01", "2026-02")] == [False, True]
    assert [step.row for step in found["2026-01"].cases] == [case]
    early = matters.matters(personas.clerk, at(2026, 12, 31).date())
    assert not any(one.late for one in early)


def test_a_listed_matter_that_did_not_go_the_whole_way_shows(register: Register, personas: Personas) -> None:
    published(register, personas, "旧改")
    case = people.proposed()
    with pytest.raises(Fault, match=r"archive\.E013"):
        actions.Enlist(case_id=case.pk, register_id=0, key="2026-01").perform(personas.clerk, DAY)
    actions.Enlist(case_id=case.pk, register_id=register.pk, key="2026-01").perform(personas.clerk, DAY)
    people.act(case, "decider", "study", DAY.date(), "研究论证意见")
    people.act(case, "decider", "decline", DAY.date())
    page = text(logged_in("drafter").get("/execution/catalogue"))
    assert "没有走完程序" in page
    assert Listing.objects.count() == 1
