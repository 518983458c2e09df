"""The published registers and documents described for open-data portals (W3C DCAT 3, as JSON-LD)."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse

from fazhi.library import catalogue as library
from fazhi.library.models import Item
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


def catalogue(
    absolute: Absolute, published: Iterable[tuple[Register, Edition]], documents: Item | None = None
) -> dict[str, Any]:
    """The catalogue with a dataset for each register and a distribution for each form of file.

    ``absolute`` makes an address of this site out of a path; ``documents`` is the one that was published
    last, where the library holds any.
    """
    registers = [_dataset(absolute, register, edition) for register, edition in published]
    held = [_library(absolute, documents)] if documents else []
    return {
        "@context": CONTEXT,
        "@id": absolute(reverse("web:catalogue")),
        "@type": "dcat:Catalog",
        "dct:title": {"@value": "清单和公开文件开放目录", "@language": "zh-CN"},
        "dct:language": "zh-CN",
        "foaf:homepage": {"@id": absolute(reverse("web:lists"))},
        "dcat:dataset": [*registers, *held],
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
        "dcat:distribution": [
            _distribution(absolute(reverse("web:list-file", args=[register.pk, form])), form)
            for form in FORMS
        ],
    }


def _library(absolute: Absolute, latest: Item) -> dict[str, Any]:
    page = absolute(reverse("web:library"))
    return {
        "@id": page,
        "@type": "dcat:Dataset",
        "dct:identifier": "library",
        "dct:title": {"@value": library.TITLE, "@language": "zh-CN"},
        "dct:description": {"@value": "主动公开的文件和政策解读的著录信息、有效性", "@language": "zh-CN"},
        "dct:modified": _moment(latest.at),
        "dcat:landingPage": {"@id": page},
        "dcat:distribution": [
            _distribution(absolute(reverse("web:library-file", args=[form])), form) for form in library.FORMS
        ],
    }


def _demo(register: Register) -> str:
    return "演示·" if register.demo else ""


def _distribution(address: str, form: str) -> dict[str, Any]:
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
