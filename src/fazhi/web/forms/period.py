"""A question to the calculator: a rule of the packs or a period spelt out, and the day it runs from."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from fazhi.fault import Fault
from fazhi.law.last_day import LastDay
from fazhi.law.rule import Rule
from fazhi.law.unit import Unit
from fazhi.packs import question, rulebook
from fazhi.packs.question import PLACES, parted, with_time
from fazhi.web.language import told

NAMES = {"event": "from", "no_roll": "no-roll"}
"""Addresses say what ``fazhi law period`` says; two of its words are none for Python."""
UNITS = [(unit.value, _(unit.chinese.removeprefix("个"))) for unit in Unit]
T = TypeVar("T")


class Refused(ValidationError):
    """A ``Fault`` at a field, kept whole for the programming interface."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(told(fault), code=fault.code)
        self.fault = fault


class Day(forms.CharField):
    """A day that must be there, with a refusal of ours where it is not."""

    def validate(self, value: str) -> None:
        if not value:
            _or_refused(question.event, value)


class Flag(forms.CheckboxInput):
    """On or off as the programming interface reads it."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> bool:  # noqa: ARG002
        return question.flag(str(data.get(name, "")))


class PeriodForm(forms.Form):
    """Checks a question and answers it; ``answer`` is there once the form is valid."""

    event = Day(label=_("起算日"), widget=forms.DateInput({"type": "date"}))
    time = forms.CharField(label=_("时刻"), widget=forms.TimeInput({"type": "time"}), required=False)
    rule = forms.CharField(label=_("法律规则"), widget=forms.Select, required=False)
    count = forms.CharField(
        label=_("数目"), widget=forms.NumberInput({"min": 1, "inputmode": "numeric"}), required=False
    )
    unit = forms.CharField(label=_("单位"), widget=forms.Select(choices=UNITS), required=False)
    backward = forms.BooleanField(label=_("向前倒数，如“开庭三日前”"), widget=Flag, required=False)
    no_roll = forms.BooleanField(label=_("末日是休息日也不顺延"), widget=Flag, required=False)

    answer: LastDay

    def __init__(self, data: Mapping[str, str] | None = None, words: str = "", **options: Any) -> None:
        super().__init__(parted(data) if data is not None else None, **options)
        chosen = (data or self.initial).get("rule", "")
        self.fields["rule"].widget.choices = list(_choices(words, chosen))

    def add_prefix(self, field_name: str) -> str:
        return NAMES.get(field_name, field_name)

    @property
    def chosen(self) -> Rule | None:
        """The rule asked about; none where the period was spelt out."""
        return question.chosen(self.cleaned_data["rule"], self.cleaned_data["event"])

    def clean_event(self) -> date:
        return _or_refused(question.event, self.cleaned_data["event"])

    def clean_time(self) -> str:
        return _or_refused(question.time, self.cleaned_data["time"])

    def clean_rule(self) -> str:
        return _or_refused(question.rule, self.cleaned_data["rule"])

    def clean_count(self) -> int | None:
        return _or_refused(question.count, self.cleaned_data["count"])

    def clean_unit(self) -> str:
        return _or_refused(question.unit, self.cleaned_data["unit"])

    def clean(self) -> None:
        if self.errors:
            return
        try:
            self.answer = self._question().answer()
        except Fault as fault:
            self.add_error(PLACES.get(fault.code, "rule"), Refused(fault))

    def _question(self) -> question.Question:
        said = self.cleaned_data
        return question.asked(
            said["event"],
            said["time"],
            said["rule"],
            said["count"],
            said["unit"],
            said["backward"],
            said["no_roll"],
        )

    def query(self) -> str:
        """The question as the end of an address that asks it again."""
        said = self.cleaned_data
        asked: dict[str, object] = {"rule": said["rule"]} if self.chosen else _spelt_out(said)
        return urlencode({"from": with_time(said["event"], said["time"]).isoformat(), **asked})


def _spelt_out(said: Mapping[str, Any]) -> dict[str, object]:
    flags = {"backward": said["backward"], "no-roll": said["no_roll"]}
    return {"count": said["count"], "unit": said["unit"], **{name: 1 for name, on in flags.items() if on}}


def _or_refused(read: Callable[[str], T], text: str) -> T:
    try:
        return read(text)
    except Fault as fault:
        raise Refused(fault) from None


def _choices(words: str, chosen: str) -> Iterator[tuple[str, object]]:
    yield "", _("不选规则，自己写期间")
    kept = rulebook.rules().get(chosen)
    found = list(rulebook.groups(words))
    if kept and not any(kept in rules for _, rules in found):
        yield kept.id, _named(kept)
    yield from ((statute, [(rule.id, _named(rule)) for rule in rules]) for statute, rules in found)


def _named(rule: Rule) -> str:
    ended = f"（至{rule.until}）" if rule.until else ""
    return f"{rule.basis.article}　{rule.says}{ended}"
