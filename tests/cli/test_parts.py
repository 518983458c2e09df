"""The list of parts names everything that is installed, as scanners of advisories read it."""

import json
from importlib import metadata

from cyclonedx.model.bom import Bom

from fazhi.cli.parts import bill
from tests.architecture.test_requirements import declared
from tests.cli.command import Installation


def test_the_list_has_every_declared_package_in_its_version() -> None:
    listed = {one["name"].lower().replace("_", "-"): one for one in bill()["components"]}
    for name in set(declared("requirements.txt")) - {"psycopg"}:
        assert listed[name]["version"] == metadata.version(name)
        assert listed[name]["purl"] == f"pkg:pypi/{name}@{metadata.version(name)}"
    assert {"python", "openssl", "sqlite"} <= listed.keys()
    assert listed["django"]["licenses"]


def test_the_list_is_cyclonedx_and_leads_nowhere_outside_itself() -> None:
    made = bill()
    known = {one["bom-ref"] for one in made["components"]}
    assert len(known) == len(made["components"])
    assert all({one["ref"], *one["dependsOn"]} <= known for one in made["dependencies"])
    read = Bom.from_json(made)  # type: ignore[attr-defined]
    assert {one.purl.to_string() for one in read.components if one.purl} == {
        one["purl"] for one in made["components"] if "purl" in one
    }


def test_the_command_writes_the_same_each_time(installation: Installation) -> None:
    first, second = (installation.run("parts").stdout for _ in range(2))
    assert first == second
    assert json.loads(first)["bomFormat"] == "CycloneDX"
