"""What an official fills in to ask an expert or adviser, and what those said."""

from datetime import date
from typing import Any

from django import forms

from fazhi.cases.models import Case
from fazhi.chapters.decisions.counsel import standing
from fazhi.chapters.decisions.counsel.actions import Assign
from fazhi.chapters.decisions.counsel.actions.assign import NAME, PLACE
from fazhi.chapters.decisions.counsel.actions.file import LONGEST
from fazhi.chapters.decisions.counsel.models import Assignment
from fazhi.registers.models import Entry

OFF = {"autocomplete": "off"}


class AssignForm(forms.Form):
    """A choice out of the registers, or by name from elsewhere, with the declaration."""

    entry = forms.ChoiceField(label="从名册选择", required=False)
    name = forms.CharField(
        label="名册以外的，姓名或者名称", max_length=NAME, required=False, widget=forms.TextInput(OFF),
        help_text="如使用上级行政机关的专家库",
    )  # fmt: skip
    workplace = forms.CharField(
        label="所在单位", max_length=PLACE, required=False, widget=forms.TextInput(OFF)
    )
    field = forms.CharField(label="专业领域", max_length=PLACE, required=False, widget=forms.TextInput(OFF))
    source = forms.CharField(
        label="从何处选聘", max_length=PLACE, required=False, widget=forms.TextInput(OFF)
    )
    account = forms.CharField(
        label="受聘人的登录名", max_length=150, required=False, widget=forms.TextInput(OFF),
        help_text="法律意见由本人登录后提出",
    )  # fmt: skip
    interest = forms.ChoiceField(
        label="申报的利害关系", choices=[("", "请选择"), *Assignment.Interest.choices], required=False
    )
    declared = forms.CharField(
        label="申报的内容", max_length=LONGEST, required=False, widget=forms.Textarea({"rows": 3}),
        help_text="由受聘人申报：与决策事项、有关单位的任职、投资、亲属、代理等关系；没有的写明没有",
    )  # fmt: skip
    drafted = forms.BooleanField(label="参与过草案的起草", required=False)
    differing = forms.BooleanField(label="对草案持不同意见", required=False)
    reason = forms.CharField(
        label="有提示的情形仍要选聘的理由",
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(self, role: str, day: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.role = role
        listed = [(str(one.pk), _listed(one)) for one in standing.choices(role, day)]
        self.fields["entry"].choices = [("", "名册以外"), *listed]  # type: ignore[attr-defined]
        for name in ("account",) if role == Assignment.Role.EXPERT else ("differing",):
            del self.fields[name]

    def action(self, case: Case) -> Assign:
        """The action that these words ask for."""
        data = dict(self.cleaned_data)
        entry = data.pop("entry")
        return Assign(case_id=case.pk, role=self.role, entry=int(entry) if entry else None, **data)


def _listed(one: Entry) -> str:
    cells = one.cells
    parts = (cells.get("name"), cells.get("workplace") or cells.get("unit"), cells.get("field"))
    return "　".join(str(part) for part in parts if part)
