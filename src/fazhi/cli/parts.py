"""What this installation is made of, as its buyer and auditor ask: a software bill of materials (SBOM)."""

import platform
import re
import sqlite3
import ssl
from collections.abc import Iterator
from importlib import metadata
from typing import Any

import fazhi
from fazhi.cli.output import show_json

REQUIRED = re.compile(r"^[A-Za-z0-9._-]+")
Part = dict[str, Any]


def parts() -> None:
    """输出软件物料清单（CycloneDX 1.6，JSON）。"""
    show_json(bill())


def bill() -> dict[str, Any]:
    """Every package of this environment with version, licence and needs, and what lies beneath Python.

    The same for the same environment: no time and no random number is in it (CycloneDX 1.6, ECMA-424).
    """
    held = dict(sorted((_name(one.name), one) for one in metadata.distributions()))
    held.pop("fazhi", None)
    own: Part = {"type": "application", "bom-ref": "fazhi", "name": "fazhi", "version": fazhi.__version__}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": own | {"licenses": [{"expression": "EUPL-1.2"}]}},
        "components": [*map(_component, held.values()), *_beneath()],
        "dependencies": [_needs(one, held.keys()) for one in held.values()],
    }


def _component(one: metadata.Distribution) -> Part:
    address = _address(one)
    found: Part = {"type": "library", "bom-ref": address, "name": one.name, "version": one.version}
    licences = list(_licences(one.metadata))
    return found | {"purl": address} | ({"licenses": licences} if licences else {})


def _address(one: metadata.Distribution) -> str:
    """The package's address that scanners of advisories know it by (package URL)."""
    return f"pkg:pypi/{_name(one.name)}@{one.version}"


def _licences(said: metadata.PackageMetadata) -> Iterator[Part]:
    """An SPDX expression, or else the names that the package classes itself under."""
    if expressions := said.get_all("License-Expression"):
        yield {"expression": expressions[0]}
        return
    for line in said.get_all("Classifier") or ():
        if line.startswith("License ::"):
            yield {"license": {"name": line.rpartition(" :: ")[2]}}


def _needs(one: metadata.Distribution, held: Any) -> Part:
    asked = (_name(found[0]) for line in one.requires or () if (found := REQUIRED.match(line)))
    versions = {name: metadata.version(name) for name in asked if name in held}
    return {"ref": _address(one), "dependsOn": sorted(f"pkg:pypi/{n}@{v}" for n, v in versions.items())}


def _beneath() -> Iterator[Part]:
    """What no package list knows, and advisories are published against all the same."""
    openssl = ".".join(map(str, ssl.OPENSSL_VERSION_INFO[:3]))
    for kind, name, version in (
        ("platform", "python", platform.python_version()),
        ("library", "openssl", openssl),
        ("library", "sqlite", sqlite3.sqlite_version),
    ):
        yield {"type": kind, "bom-ref": f"{name}@{version}", "name": name, "version": version}


def _name(name: str) -> str:
    """A name as package indexes compare it.

    >>> _name("Django_HTMX")
    'django-htmx'
    """
    return re.sub(r"[-_.]+", "-", name).lower()
