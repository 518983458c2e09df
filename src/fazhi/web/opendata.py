"""The published registers described for open-data portals (W3C DCAT 3, as JSON-LD)."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse

from fazhi.registers.files.writing import FORMS
from fazhi.registers.models import Edition, Register

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
MEDIA = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "json": "application/json",
}
IANA = "https://www.iana.org/assignments/media-types/"
Absolute = Callable[[str], str]


def catalogue(absolute: Absolute, published: Iterable[tuple[Register, Edition]]) -> dict[str, Any]:
    """The catalogue with a dataset for each register and a distribution for each form of file.

    ``absolute`` makes an address of this site out of a path.
    """
    return {
        "@context": CONTEXT,
        "@id": absolute(reverse("web:catalogue")),
        "@type": "dcat:Catalog",
        "dct:title": {"@value": "清单开放目录", "@language": "zh-CN"},
        "dct:language": "zh-CN",
        "foaf:homepage": {"@id": absolute(reverse("web:lists"))},
        "dcat:dataset": [_dataset(absolute, register, edition) for register, edition in published],
    }


def _dataset(absolute: Absolute, register: Register, edition: Edition) -> dict[str, Any]:
    page = absolute(reverse("web:list", args=[register.pk]))
    return {
        "@id": page,
        "@type": "dcat:Dataset",
        "dct:identifier": f"{register.kind}-{register.pk}",
        "dct:title": {"@value": f"{_demo(register)}{register}", "@language": "zh-CN"},
        "dct:description": {"@value": edition.form.says, "@language": "zh-CN"},
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": register.holder},
        "dct:issued": _moment(register.opened_at),
        "dct:modified": _moment(edition.decided_at),  # type: ignore[attr-defined]
        "dcat:version": str(edition.number),
        "dcat:landingPage": {"@id": page},
        "dct:conformsTo": {"@id": absolute(reverse("web:list-schema", args=[register.pk]))},
        "dcat:distribution": [_distribution(absolute, register, form) for form in FORMS],
    }


def _demo(register: Register) -> str:
    return "演示·" if register.demo else ""


def _distribution(absolute: Absolute, register: Register, form: str) -> dict[str, Any]:
    address = absolute(reverse("web:list-file", args=[register.pk, form]))
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": form.upper(),
        "dcat:downloadURL": {"@id": address},
        "dcat:accessURL": {"@id": address},
        "dcat:mediaType": {"@id": f"{IANA}{MEDIA[form]}"},
    }


def _moment(at: datetime) -> dict[str, str]:
    return {"@type": "xsd:dateTime", "@value": at.isoformat(timespec="seconds")}
