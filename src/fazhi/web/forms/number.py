"""What people fill in to take a number, and to say what became of one."""

from typing import Any

from django import forms

from fazhi.documents.actions.number import LONGEST
from fazhi.office.models import Organ


class ReserveForm(forms.Form):
    """A number for one of the organs in which the person may draft."""

    organ = forms.ModelChoiceField(label="单位", queryset=Organ.objects.none(), empty_label=None)
    series = forms.CharField(label="机关代字", max_length=20, help_text="例如 试司发；年份和序号由平台编")
    purpose = forms.CharField(label="用途", max_length=200, help_text="拟用于什么文书")

    def __init__(self, organs: frozenset[int], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organ"].queryset = Organ.objects.filter(pk__in=organs)  # type: ignore[attr-defined]


class FateForm(forms.Form):
    """The paper that bears a number, or why it is void."""

    fate = forms.ChoiceField(
        label="去向", choices=(("void", "作废"), ("use", "已用于没有在本平台制作的文书"))
    )
    words = forms.CharField(label="作废理由，或者文书标题", max_length=LONGEST)
