"""What the public fills in to register for a hearing, and an official to open its registration."""

import uuid
from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField

from fazhi.cases.models import Case
from fazhi.chapters.decisions.hearing.actions import Group, Open, Register
from fazhi.chapters.decisions.hearing.actions import open as opening
from fazhi.chapters.decisions.hearing.actions.file import LONGEST
from fazhi.chapters.decisions.hearing.actions.register import CONTACT, NAME, RELATION
from fazhi.chapters.decisions.hearing.models import Hearing, Registration
from fazhi.chapters.decisions.participation.submission import LONGEST as KEY
from fazhi.web.lookup_code import code_of

OFF = {"autocomplete": "off"}
ROWS = range(1, 7)
DAY = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
MOMENT = "%Y-%m-%dT%H:%M"


class RegisterForm(forms.Form):
    """A registration; who it is is sealed, and published only as a participant."""

    group = forms.ChoiceField(label="以哪一类参加人报名")
    kind = forms.ChoiceField(label="您是", choices=Registration.Kind)
    name = forms.CharField(
        label="姓名或者名称", max_length=NAME, widget=forms.TextInput(OFF),
        help_text="加密保存；抽取结果只公布编号和首字，成为参加人的，依法在参加人名单中公布",
    )  # fmt: skip
    contact = forms.CharField(
        label="联系方式", max_length=CONTACT, widget=forms.TextInput(OFF),
        help_text="用于通知和送达听证材料，加密保存，不公开",
    )  # fmt: skip
    relation = forms.CharField(
        label="与听证事项的关系和主要意见", max_length=RELATION, widget=forms.Textarea({"rows": 4}),
        help_text="加密保存，不公开",
    )  # fmt: skip
    confirmed = forms.BooleanField(label="我已经阅读报名条件，确认符合", required=False)
    key = forms.CharField(widget=forms.HiddenInput, max_length=KEY)

    def __init__(self, hearing: Hearing, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hearing = hearing
        groups = [(one.group, f"{one.group}（名额 {one.number}）") for one in hearing.seats.all()]
        self.fields["group"].choices = groups  # type: ignore[attr-defined]

    def action(self) -> Register:
        """The action that these words ask for."""
        data = self.cleaned_data
        return Register(hearing=self.hearing, code=code_of(data["key"]), **data)


def fresh() -> dict[str, object]:
    """What a new form begins with; its key makes it one registration however often it is sent."""
    return {"key": uuid.uuid4().hex, "kind": "person"}


class MineForm(forms.Form):
    """The number and the code that were given for a registration."""

    number = forms.CharField(
        label="报名编号", max_length=40, help_text="如 3-12", widget=forms.TextInput(OFF)
    )
    code = forms.CharField(label="查询码", max_length=40, widget=forms.TextInput(OFF))


class OpenForm(forms.Form):
    """A hearing with all that its notice has to say; the groups stand in rows of three."""

    title = forms.CharField(label="听证事项", max_length=opening.TITLE)
    ground = forms.ChoiceField(label="听证的原因", choices=Hearing.Ground)
    draft = forms.CharField(label="草案全文", max_length=opening.DRAFT, widget=forms.Textarea({"rows": 10}))
    note = forms.CharField(label="起草说明", max_length=LONGEST, widget=forms.Textarea({"rows": 4}))
    held_at = forms.DateTimeField(
        label="听证会时间", input_formats=[MOMENT, "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput({"type": "datetime-local"}, format=MOMENT),
        help_text="报名截止以后，还要留出审核、抽取和提前七日送达材料的时间",
    )  # fmt: skip
    place = forms.CharField(label="听证会地点", max_length=opening.PLACE)
    until = forms.DateField(label="报名截止之日", widget=DAY, help_text="当日仍可报名")
    conditions = forms.CharField(
        label="报名条件", max_length=LONGEST, widget=forms.Textarea({"rows": 3}),
        help_text="报名的人要确认自己符合",
    )  # fmt: skip
    method = forms.CharField(
        label="遴选办法", max_length=LONGEST, widget=forms.Textarea({"rows": 3}),
        help_text="某一类接受的报名超过名额时，由公开、可核验的抽取产生；需要另作说明的写在这里",
    )  # fmt: skip
    quota_reason = forms.CharField(
        label="名额分配的理由", max_length=LONGEST, widget=forms.Textarea({"rows": 2}),
        help_text="各类多少名额，法律没有规定，由承办单位确定并公布理由",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n in ROWS:
            self.fields[f"group_{n}"] = forms.CharField(
                label=f"第 {n} 类", required=False, max_length=opening.NAME, widget=forms.TextInput(OFF)
            )
            self.fields[f"seats_{n}"] = _number(f"第 {n} 类的名额")
            self.fields[f"spare_{n}"] = _number(f"第 {n} 类的备选")

    def texts(self) -> list[BoundField]:
        """The fields outside the rows of groups."""
        return [field for field in self.visible_fields() if field.name.rpartition("_")[2] not in _NUMBERS]

    def rows(self) -> Iterator[tuple[BoundField, BoundField, BoundField]]:
        """The rows of groups: name, seats, substitutes."""
        return ((self[f"group_{n}"], self[f"seats_{n}"], self[f"spare_{n}"]) for n in ROWS)

    def action(self, case: Case) -> Open:
        """The action that these words ask for."""
        data = self.cleaned_data
        texts = {name: data[name] for name in type(self).base_fields}
        return Open(case=case, groups=tuple(self._groups()), **texts)

    def _groups(self) -> Iterator[Group]:
        data = self.cleaned_data
        for n in ROWS:
            if data[f"group_{n}"] or data[f"seats_{n}"]:
                yield Group(data[f"group_{n}"], data[f"seats_{n}"] or 0, data[f"spare_{n}"] or 0)


_NUMBERS = {str(n) for n in ROWS}


def _number(label: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, required=False, min_value=0, max_value=opening.MOST_SEATS, widget=forms.NumberInput(OFF)
    )


class MoveForm(forms.Form):
    """Another time or place for a hearing."""

    held_at = forms.DateTimeField(
        label="新的时间", input_formats=[MOMENT, "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput({"type": "datetime-local"}, format=MOMENT),
    )  # fmt: skip
    place = forms.CharField(label="新的地点", max_length=opening.PLACE)
    reason = forms.CharField(label="变更的理由（公布）", max_length=500)


class CommitForm(forms.Form):
    """Which public value will decide the draw."""

    source = forms.CharField(
        label="公开值的来源和写法", max_length=200,
        help_text="如：某某彩票当日开奖号码，各数之间空一格。写本平台台账的名称的，自动取当日存证点",
    )  # fmt: skip
    day = forms.DateField(label="公开值的日期", widget=DAY, help_text="今天以后")
