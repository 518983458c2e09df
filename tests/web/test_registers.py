"""The registers on the desk: taken in, looked at, approved and published by those who may."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from fazhi.registers.actions import Keep, Submit, open_superior, upload
from fazhi.registers.models import Edition, Register, Upload
from tests.conftest import Personas
from tests.registers.lists import DAY, kept, opened, published, row, xlsx
from tests.web.page import links, text


@pytest.fixture
def register(personas: Personas) -> Register:
    return opened(personas)


@pytest.fixture
def in_force(register: Register, personas: Personas) -> Edition:
    rows = [row(n) for n in range(1, 121)]
    rows[1] = row(2, "演示·查封场所", basis="", 职权类型="行政强制")
    return published(kept(register, personas, rows), personas)


def send(client: Client, register: Register, data: bytes, name: str = "清单.xlsx") -> object:
    file = SimpleUploadedFile(name, data)
    return client.post(reverse("web:register-import", args=[register.pk]), {"file": file})


def test_a_list_is_taken_in_looked_at_and_kept_in_part(clerk: Client, register: Register) -> None:
    sent = send(
        clerk, register, xlsx([row(1), row(2, 职权类型="无此类型"), row(3, basis="《没有这部法》第一条")])
    )
    waiting = Upload.objects.get()
    assert sent["Location"] == reverse("web:register-report", args=[waiting.pk])  # type: ignore[index]
    report = text(clerk.get(reverse("web:register-report", args=[waiting.pk])))
    assert "有问题的 1 行" in report
    assert "registers.E021" in report
    assert "法规名录中没有 1 行" in report
    keep = reverse("web:register-keep", args=[waiting.pk])
    refused = clerk.post(keep)
    assert refused.status_code == 400
    assert "registers.E010" in text(refused)
    done = clerk.post(keep, {"partial": "on"}, follow=True)
    assert "已导入为第1版" in text(done)
    assert "导入时没有收录的 1 行" in text(done)
    assert Edition.objects.get().entries.count() == 2


def test_a_file_that_is_no_list_is_refused_on_the_page(clerk: Client, register: Register) -> None:
    refused = send(clerk, register, b"%PDF", "a.pdf")
    assert refused.status_code == 400  # type: ignore[attr-defined]
    assert "registers.E007" in text(refused)
    assert not Upload.objects.exists()


def test_a_file_can_be_thrown_away(clerk: Client, register: Register, personas: Personas) -> None:
    waiting = upload(personas.clerk, register, "清单.xlsx", xlsx([row(1)]), DAY)
    assert "已丢弃" in text(clerk.post(reverse("web:register-discard", args=[waiting.pk]), follow=True))
    assert not Upload.objects.exists()


@pytest.mark.parametrize("name", ["register-report", "register-keep", "register-discard", "register-import"])
def test_another_organs_clerk_neither_sees_nor_keeps_a_waiting_file(
    street: Client, register: Register, personas: Personas, name: str
) -> None:
    waiting = upload(personas.clerk, register, "清单.xlsx", xlsx([row(1)]), DAY)
    pk = register.pk if name == "register-import" else waiting.pk
    call = street.get if name in ("register-report", "register-import") else street.post
    refused = call(reverse(f"web:{name}", args=[pk]))
    assert refused.status_code == 403
    assert "演示职权" not in refused.content.decode()
    assert Upload.objects.exists()


def test_a_draft_goes_from_clerk_to_leader_to_the_public(
    clerk: Client, leader: Client, register: Register, personas: Personas
) -> None:
    edition = kept(register, personas, [row(1)])
    page = reverse("web:register-edition", args=[edition.pk])

    def decide(client: Client, kind: str, seen: int, words: str = "") -> str:
        address = reverse("web:register-decide", args=[edition.pk, kind])
        return text(client.post(address, {f"{kind}-expected": seen, f"{kind}-text": words}, follow=True))

    assert "不能审核通过" in text(clerk.get(page))
    assert Client().get(reverse("web:list", args=[register.pk])).status_code == 404
    assert "已提交审核" in decide(clerk, "submit", 0)
    assert "office.E001" in decide(clerk, "approve", 1)
    assert "退回理由" in decide(leader, "return", 1)
    assert "registers.E409" in decide(leader, "approve", 0)
    assert "已审核通过" in decide(leader, "approve", 1, "同意")
    assert "已公布" in decide(leader, "publish", 2)
    assert "演示职权1" in text(Client().get(reverse("web:list", args=[register.pk])))
    assert leader.post(reverse("web:register-decide", args=[edition.pk, "erase"])).status_code == 404


def test_a_list_is_found_by_words_and_choices_and_paged(clerk: Client, in_force: Edition) -> None:
    page = reverse("web:register", args=[in_force.register_id])
    assert "第 1–50 条，共 120 条" in text(clerk.get(page))
    assert "第 51–100 条，共 120 条" in text(clerk.get(page, {"page": 2}))
    assert "共 1 条" in text(clerk.get(page, {"q": "查封 场所"}))
    assert "共 1 条" in text(clerk.get(page, {"kind": "行政强制"}))
    assert "没有符合条件的事项" in text(clerk.get(page, {"q": "无此事"}))
    assert "共 120 条" in text(clerk.get(page, {"kind": "无此类型", "edition": "99", "page": "x"}))


def test_an_entry_says_what_its_basis_meant_when_it_was_drafted(clerk: Client, in_force: Edition) -> None:
    first, second = in_force.entries.all()[:2]
    told = text(clerk.get(reverse("web:register-entry", args=[first.pk])))
    assert "《中华人民共和国行政处罚法》2021-01-22 版本" in told
    assert "本平台自设" in told
    assert "没有写明依据" in text(clerk.get(reverse("web:register-entry", args=[second.pk])))


def test_the_audit_counts_names_and_narrows(clerk: Client, in_force: Edition) -> None:
    page = reverse("web:register-audit", args=[in_force.register_id])
    assert "1 项需要处理" in text(clerk.get(page))
    assert "HD-002" in text(clerk.get(page, {"flaw": "no-basis"}))
    assert "没有需要处理的事项" in text(clerk.get(page, {"flaw": "repealed"}))
    early = text(clerk.get(page, {"on": "2021-01-01"}))
    assert "120 项需要处理" in early
    assert clerk.get(page, {"on": "昨天"}).status_code == 400


def test_what_an_edition_changes_is_shown_beside_the_one_before(
    clerk: Client, in_force: Edition, personas: Personas
) -> None:
    rows = [row(n) for n in range(1, 120)]
    rows[4] = row(5, 运行流程="受理—决定")
    newer = kept(in_force.register, personas, rows)
    told = text(clerk.get(reverse("web:register-edition", args=[newer.pk])))
    assert "与第 1 版相比，3 项有变化" in told
    assert "历次版本" in told
    history = text(clerk.get(reverse("web:register-editions", args=[in_force.register_id])))
    assert "第 2 版草稿" in history
    assert "另有第 2 版" in text(clerk.get(reverse("web:register", args=[in_force.register_id])))


def test_ours_is_read_beside_the_superiors(clerk: Client, in_force: Edition, personas: Personas) -> None:
    page = reverse("web:register-alignment", args=[in_force.register_id])
    none = clerk.get(page)
    assert (none.status_code, "registers.E051" in text(none)) == (404, True)
    theirs = open_superior(personas.coordinator, "power-list", "演示市级单位", DAY)
    rows = [row(n) for n in range(1, 121)]
    for each in (rows, [row(1, "演示·改名"), *rows[1:], row(999)]):
        Keep(register=theirs, file_name="a.xlsx", data=xlsx(each)).perform(personas.coordinator, DAY)
    told = text(clerk.get(page))
    assert "上级有调整，本级未跟进 2" in told
    assert "本级自行调整 1" in told
    assert "HD-003" not in told
    assert "HD-003" in text(clerk.get(page, {"standing": "same"}))


@pytest.mark.parametrize("form", ["xlsx", "csv", "json"])
def test_a_register_leaves_as_a_file_and_so_does_its_form(
    clerk: Client, in_force: Edition, form: str
) -> None:
    found = clerk.get(reverse("web:register-file", args=[in_force.register_id, form]))
    assert found.status_code == 200
    assert "attachment" in found["Content-Disposition"]
    if form == "json":
        assert len(json.loads(found.content)["entries"]) == 120
    assert clerk.get(reverse("web:register-file", args=[in_force.register_id, "pdf"])).status_code == 404
    blank = clerk.get(reverse("web:register-template", args=[in_force.register_id]))
    assert blank.content.startswith(b"PK")


def test_a_register_is_begun_by_those_who_keep_lists(
    coordinator: Client, clerk: Client, leader: Client
) -> None:
    page = reverse("web:registers")
    assert "建立清单" not in text(leader.get(page))
    assert "二者填一个" in text(coordinator.post(page, {"kind": "power-list"}))
    asked = {"kind": "power-list", "holder": "演示市级单位"}
    assert "还没有任何版本" in text(coordinator.post(page, asked, follow=True))
    assert clerk.post(page, asked).status_code == 400
    east = {"kind": "power-list", "organ": str(_organ("east"))}
    assert "registers.E014" in text(coordinator.post(page, east))
    own = {"kind": "power-list", "organ": str(_organ("justice"))}
    assert "请导入第一版" in text(clerk.post(page, own, follow=True))


def test_only_the_organs_post_offers_its_decisions(
    street: Client, register: Register, personas: Personas
) -> None:
    edition = kept(register, personas, [row(1)])
    Submit(edition=edition, expected=0).perform(personas.clerk, DAY)
    page = street.get(reverse("web:register-edition", args=[edition.pk]))
    assert "现在不能办理的 4 项和原因" in text(page)
    assert not [link for link in links(page) if "import" in link]


def _organ(code: str) -> int:
    from fazhi.office.models import Organ

    return Organ.objects.get(code=code).pk
