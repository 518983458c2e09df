"""A district's organs and people come in from a file; people get a password that is shown once."""

from pathlib import Path

import pytest

from tests.cli.command import Installation

DISTRICT = """
district: 试验区
organs:
  - {code: justice, name: 区司法局, full_name: 试验区司法局, kind: government}
  - {code: east, name: 东街道, full_name: 试验区东街道办事处, kind: street}
groups:
  - {name: 各街道, kinds: [street]}
people:
  - {login: zhao, name: 赵甲, organ: justice, role: coordinator, title: 统筹岗, demo: false}
"""


def written(folder: Path, text: str) -> str:
    file = folder / "机构.yaml"
    file.write_text(text, "utf-8")
    return str(file)


def test_a_district_is_loaded_and_its_people_get_one_password_each(
    ready: Installation, tmp_path: Path
) -> None:
    file = written(tmp_path, DISTRICT)
    first = ready.read("office", "load", file)
    assert [each["login"] for each in first["passwords"]] == ["zhao"]
    assert len(first["passwords"][0]["password"]) >= 16
    assert ready.read("office", "load", file)["passwords"] == []
    again = ready.read("office", "password", "zhao")
    assert again["passwords"][0]["password"] != first["passwords"][0]["password"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("organ: justice", "organ: nowhere", "pack.E003"),
        ("kind: street", "kind: village", "pack.E003"),
        ("name: 赵甲", "name: 演示·赵甲", "pack.E003"),
        ("organs:", "organs: [", "pack.E002"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place_and_loads_nothing(
    ready: Installation, tmp_path: Path, old: str, new: str, code: str
) -> None:
    done = ready.run("office", "load", written(tmp_path, DISTRICT.replace(old, new, 1)))
    assert done.returncode == 2
    assert f"[{code}]" in done.stderr
    assert "[office.E003]" in ready.run("office", "password", "zhao").stderr


def test_a_file_that_is_not_there_is_named(ready: Installation) -> None:
    assert "[pack.E001]" in ready.run("office", "load", "没有.yaml").stderr


def test_a_system_is_registered_listed_and_revoked(ready: Installation) -> None:
    """The secret is shown once, and what cannot be registered is refused with its code."""
    back = "https://docs.example.org/back"
    made = ready.read("office", "client", "add", "公文系统", "--back", back)
    assert len(made["secret"]) >= 40
    (listed,) = ready.read("office", "client", "list")
    assert (listed["id"], listed["back"]) == (made["id"], [back])
    assert "secret" not in listed
    assert ready.read("office", "client", "revoke", made["id"])["name"] == "公文系统"
    assert ready.read("office", "client", "list") == []
    assert "[identity.E033]" in ready.run("office", "client", "revoke", made["id"]).stderr
    bad = ready.run("office", "client", "add", "公文系统", "--back", "http://docs.example.org")
    assert (bad.returncode, "[identity.E031]" in bad.stderr) == (2, True)
    assert ready.read("office", "client", "new-key")["key"] == "0001.oidc"
    assert [path.stat().st_mode & 0o777 for path in (ready.home / "keys").glob("*.oidc")] == [0o600]
