"""What a coordinator fills in between a file and an edition in force."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from typing import Any

from django import forms
from django.utils.dateparse import parse_date

from fazhi.duties.schedule import Term
from fazhi.office.models import Group, Organ
from fazhi.outline import deadline
from fazhi.outline.reading import Reading

YEARS = re.compile(r"[(（](20\d\d)\s*[—\-–~至]+\s*(20\d\d)")
YEAR = re.compile(r"(?<!\d)(20\d\d)年(?!\d)")
DAY = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
GROUP = "group:"
ELSEWHERE = "-"
"""The choice that says: this name is no organ of the district."""


class UploadForm(forms.Form):
    file = forms.FileField(
        label="纲要文件", help_text="DOCX、TXT 或网页（HTML）；扫描件请先识别为文字", allow_empty_file=True
    )


class TermForm(forms.Form):
    """The name and the term of an outline; duties fall due within the term."""

    title = forms.CharField(
        label="名称", max_length=200, help_text="与已有纲要同名的，导入为它的新版本，未变的任务保留办理记录"
    )
    issuer = forms.CharField(label="发布机构", max_length=120, required=False)
    signed_on = forms.DateField(label="成文日期", widget=DAY, required=False, help_text="此前不产生到期任务")
    starts_on = forms.DateField(label="期间起", widget=DAY)
    ends_on = forms.DateField(label="期间止", widget=DAY)

    @property
    def term(self) -> Term:
        return Term(self.cleaned_data["starts_on"], self.cleaned_data["ends_on"])


def suggested(reading: Reading, issuer: str) -> dict[str, Any]:
    """What the document itself says: its title, its issuer, its day, the years in its title.

    >>> suggested(Reading("", "实施纲要(2021-2025年)"), "")["ends_on"].isoformat()
    '2025-12-31'
    """
    values: dict[str, Any] = {"title": reading.title, "issuer": issuer, "signed_on": _signed_on(reading)}
    if years := YEARS.search(reading.title) or YEAR.search(reading.title):
        values |= {
            "starts_on": date(int(years[1]), 1, 1),
            "ends_on": date(int(years[years.lastindex or 1]), 12, 31),
        }
    return values


def _signed_on(reading: Reading) -> date | None:
    """The day the document says it was made, as its signature or its page writes it."""
    written = reading.metadata.get("成文日期", "")
    days = deadline.find(written, plain=True)
    return parse_date(written) or (days[0].day if days else None)


class NamesForm(forms.Form):
    """One choice for each name the directory does not know, with where it stands; in the document's order."""

    def __init__(self, names: Mapping[str, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = tuple(names)
        organs = list(Organ.objects.values_list("kind", "code", "name"))
        for n, name in enumerate(self.names):
            choices = [
                ("", "请选择"),
                (ELSEWHERE, "不是本区机构，不分派"),
                *_near(name, organs),
                *_all(organs),
            ]
            self.fields[f"name-{n}"] = forms.ChoiceField(label=name, choices=choices, help_text=names[name])

    def resolutions(self, day: date) -> dict[str, tuple[str, ...]]:
        """Organ codes by written name, none for what is no organ of the district."""
        return {name: _codes(self.cleaned_data[f"name-{n}"], day) for n, name in enumerate(self.names)}


def _codes(chosen: str, day: date) -> tuple[str, ...]:
    if chosen == ELSEWHERE:
        return ()
    if not chosen.startswith(GROUP):
        return (chosen,)
    group = Group.objects.get(name=chosen.removeprefix(GROUP))
    return tuple(group.members(day).values_list("code", flat=True))


Choices = list[tuple[str, list[tuple[str, str]]]]
Organs = Sequence[tuple[str, str, str]]


def _near(name: str, organs: Organs) -> Choices:
    """Organs with a similar name come first; none is chosen for the coordinator."""
    names = {organ: code for _, code, organ in organs}
    near = [(names[organ], organ) for organ in get_close_matches(name, names, 3, 0.4)]
    return [("名称相近", near)] if near else []


def _all(organs: Organs) -> Choices:
    kinds = ((kind.label, [(code, name) for k, code, name in organs if k == kind]) for kind in Organ.Kind)
    groups = [(GROUP + name, name) for name in Group.objects.values_list("name", flat=True)]
    return [(label, found) for label, found in (*kinds, ("机构组", groups)) if found]
