"""What people fill in between a file and its redacted publication."""

from typing import Any

from django import forms

from fazhi.office.models import Organ

PURPOSE = "脱敏审核"


class SubmitForm(forms.Form):
    """A file and the organ whose it is; only organs in which the person holds a post."""

    organ = forms.ModelChoiceField(label="单位", queryset=Organ.objects.none(), empty_label=None)
    file = forms.FileField(
        label="拟公开的文件", help_text="DOCX、TXT 或带文字层的 PDF", allow_empty_file=True
    )

    def __init__(self, organs: frozenset[int], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organ"].queryset = Organ.objects.filter(pk__in=organs)  # type: ignore[attr-defined]


class LookForm(forms.Form):
    purpose = forms.CharField(label="查看原文的目的", max_length=200, initial=PURPOSE)


class DecideForm(forms.Form):
    more = forms.CharField(
        label="另外隐去",
        widget=forms.Textarea({"rows": 3}),
        required=False,
        max_length=5000,
        help_text="照原文填写，每行一处；要换成别的文字，写作 原文=替换文字",
    )
