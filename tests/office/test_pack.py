"""A pack that is wrong is refused at load, with the file and the place."""

from datetime import date
from pathlib import Path

import pytest

from fazhi.fault import Fault
from fazhi.office.actions.establish import establish
from fazhi.office.models import Alias, Appointment, Group, Membership, Organ, Person, Post
from fazhi.office.pack import PACKS, OfficePack, load

ORGANS = "district: 试验区\norgans:\n  - {code: a, name: 甲局, full_name: 甲局, kind: government}\n"
PERSON = "  - {{login: {}, name: 演示·甲, organ: a, role: {}, title: 岗, demo: true}}\n"
DEMO = PACKS / "cn-tj-hedong" / "organs.yaml"
TABLES = (Alias, Appointment, Group, Membership, Organ, Person, Post)


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("organs: [", "pack.E002", "第1行"),
        (ORGANS + "colour: red\n", "pack.E003", "colour"),
        (ORGANS.replace("government", "ministry"), "pack.E003", "organs.0.kind"),
        (ORGANS + "  - {code: b, name: 甲局, full_name: 乙局, kind: party}\n", "pack.E003", "甲局"),
        (ORGANS + "groups:\n  - {name: 各局, organs: [b]}\n", "pack.E003", "机构代码不存在：b"),
        (
            ORGANS + "people:\n  - {login: x, name: 张三, organ: a, role: clerk, title: 岗, demo: true}\n",
            "pack.E003",
            "演示·",
        ),
        (
            ORGANS + "people:\n" + PERSON.format("a", "clerk") + PERSON.format("b", "auditor"),
            "pack.E003",
            "a的岗",
        ),
    ],
)
def test_a_wrong_pack_names_its_place(tmp_path: Path, text: str, code: str, says: str) -> None:
    path = tmp_path / "organs.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(Fault, match=says) as refused:
        load(path, OfficePack)
    assert refused.value.code == code
    assert "organs.yaml" in refused.value.wrong


def test_a_missing_pack_is_named(tmp_path: Path) -> None:
    with pytest.raises(Fault, match=r"pack\.E001"):
        load(tmp_path / "none.yaml", OfficePack)


@pytest.mark.django_db
def test_establishing_a_district_twice_changes_nothing() -> None:
    pack = load(DEMO, OfficePack)
    establish(pack, date(2021, 1, 1))
    before = [list(table.objects.order_by("pk").values()) for table in TABLES]
    establish(pack, date(2021, 1, 1))
    assert [list(table.objects.order_by("pk").values()) for table in TABLES] == before


def test_hedong_has_its_thirteen_streets() -> None:
    streets = [o.name for o in load(DEMO, OfficePack).organs if o.kind == Organ.Kind.STREET]
    assert len(streets) == 13
    assert "天津铁厂街道" in streets


def test_demo_people_say_so() -> None:
    assert all(person.demo and person.name.startswith("演示·") for person in load(DEMO, OfficePack).people)
