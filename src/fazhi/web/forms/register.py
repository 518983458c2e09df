"""What a person fills in to begin a register, bring a list in, and decide about an edition."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.right import Right
from fazhi.registers.actions.decide import DECISIONS, LONGEST, Decision
from fazhi.registers.demanded import demanded
from fazhi.registers.kinds import kinds
from fazhi.registers.models import Edition, Register, Review
from fazhi.registers.standing import superiors


class OpenForm(forms.Form):
    """Which list of which organ; a coordinator may begin a superior's list instead."""

    kind = forms.ChoiceField(label="清单种类")
    organ = forms.ModelChoiceField(
        Organ.objects.none(), label="编制单位", required=False, empty_label="请选择"
    )
    holder = forms.CharField(
        label="上级编制单位",
        max_length=120,
        required=False,
        help_text="只在建立供对照的上级清单时填写，例如市级部门名称",
    )

    def __init__(self, actor: Actor, day: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(kind.id, kind.title) for kind in kinds(day)]
        self.fields["kind"].choices = [("", "请选择"), *offered]  # type: ignore[attr-defined]
        everywhere = actor.may(Right.KEEP_REGISTER)
        rows = Organ.objects.all() if everywhere else Organ.objects.filter(pk__in=actor.organs())
        self.fields["organ"].queryset = rows  # type: ignore[attr-defined]
        if not everywhere:
            del self.fields["holder"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if bool(data.get("organ")) == bool(data.get("holder")):
            raise forms.ValidationError("请选择编制单位，或者填写上级编制单位，二者填一个")
        return data


class ListForm(forms.Form):
    file = forms.FileField(
        label="清单文件", help_text="XLSX、CSV 或者 JSON；表头与模板一致", allow_empty_file=True
    )


class KeepForm(forms.Form):
    """All rows or the good ones, and the superior's edition with which the list was brought in line."""

    partial = forms.BooleanField(label="只导入没有问题的行，其余各行连同原因记录在案", required=False)
    base = forms.ModelChoiceField(
        Edition.objects.none(),
        label="已对照的上级清单版本",
        required=False,
        empty_label="没有对照",
        help_text="以后与上级清单三方对照时，以这一版为起点",
    )

    def __init__(self, register: Register, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Edition.objects.filter(register__in=superiors(register)).select_related("register")
        self.fields["base"].queryset = rows.order_by("-number")  # type: ignore[attr-defined]
        if register.superior or not rows:
            del self.fields["base"]


class DecideForm(forms.Form):
    """The words of a decision, and how many decisions its maker had seen."""

    expected = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(widget=forms.Textarea({"rows": 3}), max_length=LONGEST, required=False)

    def __init__(
        self, kind: Review.Kind, edition: Edition, data: QueryDict | None = None, **kwargs: Any
    ) -> None:
        super().__init__(data, prefix=kind.value, **kwargs)
        self.kind, asked = kind, demanded(kind, edition)
        self.fields["text"].label = asked.what or "意见"
        self.fields["text"].required = bool(asked.what)
        self.fields["text"].help_text = f"依据：{asked.basis}" if asked.basis else ""

    def action(self, edition: Edition) -> Decision:
        """The decision that these words ask for."""
        return DECISIONS[self.kind](edition=edition, **self.cleaned_data)
