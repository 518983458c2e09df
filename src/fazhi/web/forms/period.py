"""A question to the calculator: a rule of the packs or a period spelt out, and the day it runs from."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from fazhi.fault import Fault
from fazhi.law.last_day import LastDay, last_day
from fazhi.law.moment import day_of, moment
from fazhi.law.period import Period
from fazhi.law.rule import Rule
from fazhi.law.unit import Unit
from fazhi.web import rulebook
from fazhi.web.language import told

NAMES = {"event": "from", "no_roll": "no-roll"}
"""Addresses say what ``fazhi law period`` says; two of its words are none for Python."""
UNITS = [(unit.value, _(unit.chinese.removeprefix("个"))) for unit in Unit]
PLACES = {"law.E102": "time", "law.E103": "count", "law.E101": "count", "law.E109": "unit"}
"""The field at which a refusal of the law package is shown."""
LONGEST = 4
"""Digits of a number: no statutory period needs more."""


class Refused(ValidationError):
    """A ``Fault`` at a field, kept whole for the programming interface."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(told(fault), code=fault.code)
        self.fault = fault


class Day(forms.CharField):
    """A day that must be there, with a refusal of ours where it is not."""

    def validate(self, value: str) -> None:
        if not value:
            raise Refused(Fault("law.E105", "没有写起算日", "请写成 2024-02-06 或者 2024-02-06T15:30"))


class Flag(forms.CheckboxInput):
    """On by 1, true or on; off by anything else or by silence."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> bool:  # noqa: ARG002
        return str(data.get(name, "")).lower() in {"1", "true", "on"}


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
        said = self.cleaned_data
        return rulebook.rule(said["rule"], day_of(said["event"])) if said["rule"] else None

    def clean_event(self) -> date:
        return _or_refused(moment, self.cleaned_data["event"].strip())

    def clean_time(self) -> str:
        """Checked by itself, on any day, so that a wrong time is shown at the time."""
        time: str = self.cleaned_data["time"].strip()
        if time:
            _or_refused(_local, f"2000-01-01T{time}")
        return time

    def clean_rule(self) -> str:
        name: str = self.cleaned_data["rule"]
        if name and name not in rulebook.rules():
            raise Refused(Fault("law.E106", f"没有编号为“{name}”的规则", "请从列表中选择"))
        return name

    def clean_count(self) -> int | None:
        text = self.cleaned_data["count"].strip()
        if not text:
            return None
        if not (text.isascii() and text.isdecimal() and len(text) <= LONGEST):
            raise Refused(Fault("law.E108", f"期间的数目不能是“{text}”", "请写1到9999的整数"))
        return int(text)

    def clean_unit(self) -> str:
        name: str = self.cleaned_data["unit"]
        if name and name not in set(Unit):
            raise Refused(Fault("law.E109", f"没有单位“{name}”", f"请从{'、'.join(Unit)}中选择"))
        return name

    def clean(self) -> None:
        if self.errors:
            return
        try:
            self.answer = self._answer()
        except Fault as fault:
            self.add_error(PLACES.get(fault.code, "rule"), Refused(fault))

    def _answer(self) -> LastDay:
        said, rule = self.cleaned_data, self.chosen
        if bool(rule) == (said["count"] is not None):
            raise Fault("law.E107", "规则和自写的期间须选且只选一个", "请选择一条规则，或者写明数目和单位")
        event = _with_time(said["event"], said["time"])
        if rule:
            return rule.last_day(event, rulebook.days())
        if not said["unit"]:
            raise Fault("law.E109", "没有写单位", f"请从{'、'.join(Unit)}中选择")
        period = Period(said["count"], Unit(said["unit"]))
        roll = not said["no_roll"]
        return last_day(event, period, rulebook.days(), backward=said["backward"], roll=roll)

    def query(self) -> str:
        """The question as the end of an address that asks it again."""
        said = self.cleaned_data
        asked: dict[str, object] = {"rule": said["rule"]} if self.chosen else _spelt_out(said)
        return urlencode({"from": _with_time(said["event"], said["time"]).isoformat(), **asked})


def _spelt_out(said: Mapping[str, Any]) -> dict[str, object]:
    flags = {"backward": said["backward"], "no-roll": said["no_roll"]}
    return {"count": said["count"], "unit": said["unit"], **{name: 1 for name, on in flags.items() if on}}


def parted(data: Mapping[str, str]) -> dict[str, str]:
    """The answers, with an instant cut into day and time, so that each stands in its own field again."""
    said = {name: data[name] for name in data}
    day, mark, time = said.get("from", "").strip().replace(" ", "T", 1).partition("T")
    return said | {"from": day, "time": time} if mark and not said.get("time") else said


def _with_time(day: date, time: str) -> date:
    return moment(f"{day.isoformat()}T{time}") if time else day


def _local(text: str) -> date:
    """An instant of the place where the paper was served: the law counts by its clock."""
    instant = moment(text)
    if isinstance(instant, datetime) and instant.tzinfo:
        raise Fault("law.E105", "时刻带有时区", "请写当地的时和分，例如 15:30")
    return instant


def _or_refused(read: Callable[[str], date], text: str) -> date:
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
